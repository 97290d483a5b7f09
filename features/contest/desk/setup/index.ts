/** 竞赛的设置: the list, the form, the page of a contest. */
import { TrophyOutlined } from '@ant-design/icons'
import { businessRoles, type DeskMenuItem, type DeskRoute } from '@jianbao/ui'
import { contestKeepers } from '../../contract/index.ts'
import { readContestSearch, readFormSearch } from './contest-search.ts'
import { setupTexts } from './setup.texts.ts'

export { setupTexts }

export const setupRoutes: readonly DeskRoute[] = [
  {
    path: '/contests',
    page: () => import('./contest-list.page.tsx'),
    search: readContestSearch,
    roles: businessRoles,
  },
  {
    path: '/contests/new',
    page: () => import('./new-contest.page.tsx'),
    search: readFormSearch,
    roles: contestKeepers,
  },
  {
    path: '/contests/$id',
    page: () => import('./contest.page.tsx'),
    search: readFormSearch,
    roles: businessRoles,
  },
]

export const setupMenu: readonly DeskMenuItem[] = [
  {
    path: '/contests',
    label: 'menu',
    namespace: setupTexts.namespace,
    icon: TrophyOutlined,
    group: 'contest',
    roles: businessRoles,
    deskOnly: true,
  },
]
