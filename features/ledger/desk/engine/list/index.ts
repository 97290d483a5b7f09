/** Items of ledgers as a list. */
import { ProfileOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { ledgerReaders } from '../../../contract/index.ts'
import { listTexts } from './list.texts.ts'
import { readItemSearch } from './list-search.ts'

export const listPageTexts: readonly Texts[] = [listTexts]

export const listPageRoutes: readonly DeskRoute[] = [
  {
    path: '/ledgers',
    page: () => import('./item-list.page.tsx'),
    search: readItemSearch,
    roles: ledgerReaders,
  },
]

export const listPageMenu: readonly DeskMenuItem[] = [
  {
    namespace: listTexts.namespace,
    group: 'ledger',
    roles: ledgerReaders,
    path: '/ledgers',
    label: 'menu',
    icon: ProfileOutlined,
    bar: 4,
  },
]
