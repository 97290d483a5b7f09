import { DiffOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { erratumTexts } from './erratum.texts.ts'
import { readChangeSearch, readErratumSearch, readNewErratumSearch } from './erratum-search.ts'

export { erratumTexts }

const roles = ['editor', 'reviser', 'signatory'] as const

export const erratumPages: readonly DeskRoute[] = [
  { path: '/changes', page: () => import('./change-list.page.tsx'), search: readChangeSearch, roles },
  { path: '/errata', page: () => import('./erratum-list.page.tsx'), search: readErratumSearch, roles },
  {
    path: '/errata/new',
    page: () => import('./new-erratum.page.tsx'),
    search: readNewErratumSearch,
    roles: ['editor'],
  },
  { path: '/errata/$id', page: () => import('./erratum.page.tsx'), roles },
]

export const erratumMenu: readonly DeskMenuItem[] = [
  {
    path: '/changes',
    label: 'menu',
    namespace: erratumTexts.namespace,
    icon: DiffOutlined,
    group: 'desk',
    roles,
    deskOnly: true,
  },
]
