import { TeamOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { groupReaders } from '../../contract/index.ts'
import { groupTexts } from './group.texts.ts'
import { readGroupSearch } from './group-search.ts'

export { groupTexts }

export const groupRoutes: readonly DeskRoute[] = [
  {
    path: '/groups',
    page: () => import('./group-list.page.tsx'),
    search: readGroupSearch,
    roles: groupReaders,
  },
]

export const groupMenu: readonly DeskMenuItem[] = [
  {
    path: '/groups',
    label: 'menu',
    namespace: groupTexts.namespace,
    icon: TeamOutlined,
    group: 'organisation',
    roles: groupReaders,
    deskOnly: true,
  },
]
