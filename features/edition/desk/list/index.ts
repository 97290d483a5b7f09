import { ReadOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { readComposeSearch } from '../compose/compose-search.ts'
import { readEditionSearch } from './edition-search.ts'
import { listTexts } from './list.texts.ts'

const roles = ['editor', 'reviser', 'signatory'] as const

export const editionPages: readonly DeskRoute[] = [
  { path: '/editions', page: () => import('./edition-list.page.tsx'), search: readEditionSearch, roles },
  {
    path: '/editions/$id',
    page: () => import('../compose/compose.page.tsx'),
    search: readComposeSearch,
    roles,
  },
]

export const editionMenu: readonly DeskMenuItem[] = [
  {
    path: '/editions',
    label: 'menu',
    namespace: listTexts.namespace,
    icon: ReadOutlined,
    group: 'desk',
    roles,
    bar: 3,
  },
]
