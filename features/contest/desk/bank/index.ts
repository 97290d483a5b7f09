/** 题库: the banks of one's units, and the questions of one. */
import { DatabaseOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { bankReaders } from '../../contract/index.ts'
import { bankTexts } from './bank.texts.ts'
import { readBankSearch, readQuestionSearch } from './bank-search.ts'

export { bankTexts }

export const bankRoutes: readonly DeskRoute[] = [
  { path: '/banks', page: () => import('./bank-list.page.tsx'), search: readBankSearch, roles: bankReaders },
  {
    path: '/banks/$id',
    page: () => import('./bank.page.tsx'),
    search: readQuestionSearch,
    roles: bankReaders,
  },
]

export const bankMenu: readonly DeskMenuItem[] = [
  {
    path: '/banks',
    label: 'menu',
    namespace: bankTexts.namespace,
    icon: DatabaseOutlined,
    group: 'contest',
    roles: bankReaders,
    deskOnly: true,
  },
]
