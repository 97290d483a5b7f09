import { NotificationOutlined } from '@ant-design/icons'
import { businessRoles, type DeskMenuItem, type DeskRoute } from '@jianbao/ui'
import { circularTexts } from './circular.texts.ts'
import { readCircularPageSearch, readCircularSearch } from './circular-search.ts'

export { circularTexts }

export const circularRoutes: readonly DeskRoute[] = [
  {
    path: '/circulars',
    page: () => import('./circular-list.page.tsx'),
    search: readCircularSearch,
    roles: businessRoles,
  },
  {
    path: '/circulars/$id',
    page: () => import('./circular.page.tsx'),
    search: readCircularPageSearch,
    roles: businessRoles,
  },
]

export const circularMenu: readonly DeskMenuItem[] = [
  {
    path: '/circulars',
    label: 'menu',
    namespace: circularTexts.namespace,
    icon: NotificationOutlined,
    group: 'report',
    roles: businessRoles,
    deskOnly: true,
  },
]
