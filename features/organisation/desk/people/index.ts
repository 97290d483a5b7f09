import { IdcardOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { personReaders } from '../../contract/index.ts'
import { personTexts } from './person.texts.ts'
import { readPersonSearch } from './person-search.ts'

export { personTexts }

export const personRoutes: readonly DeskRoute[] = [
  {
    path: '/people',
    page: () => import('./person-list.page.tsx'),
    search: readPersonSearch,
    roles: personReaders,
  },
  { path: '/people/$id', page: () => import('./person.page.tsx'), roles: personReaders },
]

export const personMenu: readonly DeskMenuItem[] = [
  {
    path: '/people',
    label: 'menu',
    namespace: personTexts.namespace,
    icon: IdcardOutlined,
    group: 'organisation',
    roles: personReaders,
  },
]
