/** The pages where something is found, and their places in the menu. */
import { BankOutlined, BarChartOutlined, CalendarOutlined, SearchOutlined } from '@ant-design/icons'
import { type DeskMenuItem, type DeskRoute, businessRoles as roles } from '@jianbao/ui'
import { findTexts } from './find.texts.ts'
import {
  readArticleSearch,
  readEventSearch,
  readFigureSearch,
  readSearchSearch,
  readStorySearch,
  readTimelineSearch,
  readUnitSearch,
} from './find-search.ts'

export { findTexts }

export const findRoutes: readonly DeskRoute[] = [
  { path: '/search', page: () => import('./search.page.tsx'), search: readSearchSearch, roles },
  { path: '/articles/$id', page: () => import('./article.page.tsx'), search: readArticleSearch, roles },
  { path: '/timeline', page: () => import('./timeline.page.tsx'), search: readTimelineSearch, roles },
  { path: '/events', page: () => import('./event-list.page.tsx'), search: readEventSearch, roles },
  { path: '/archive-units', page: () => import('./unit-list.page.tsx'), search: readUnitSearch, roles },
  { path: '/archive-units/$name', page: () => import('./unit.page.tsx'), search: readStorySearch, roles },
  { path: '/figures', page: () => import('./figure-list.page.tsx'), search: readFigureSearch, roles },
]

const place = { namespace: findTexts.namespace, group: 'desk', roles } as const
export const findMenu: readonly DeskMenuItem[] = [
  {
    ...place,
    path: '/search',
    label: 'menuSearch',
    icon: SearchOutlined,
    holds: ['/articles/'],
  },
  {
    ...place,
    path: '/timeline',
    label: 'menuTimeline',
    icon: CalendarOutlined,
    deskOnly: true,
    holds: ['/events'],
  },
  {
    ...place,
    path: '/archive-units',
    label: 'menuUnits',
    icon: BankOutlined,
    deskOnly: true,
    holds: ['/learned-names'],
  },
  { ...place, path: '/figures', label: 'menuFigures', icon: BarChartOutlined, deskOnly: true },
]
