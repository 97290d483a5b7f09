/** The pages where something is found, and their places in the menu. */
import { BankOutlined, BarChartOutlined, CalendarOutlined, SearchOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
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
  { path: '/search', page: () => import('./search.page.tsx'), search: readSearchSearch },
  { path: '/articles/$id', page: () => import('./article.page.tsx'), search: readArticleSearch },
  { path: '/timeline', page: () => import('./timeline.page.tsx'), search: readTimelineSearch },
  { path: '/events', page: () => import('./event-list.page.tsx'), search: readEventSearch },
  { path: '/archive-units', page: () => import('./unit-list.page.tsx'), search: readUnitSearch },
  { path: '/archive-units/$name', page: () => import('./unit.page.tsx'), search: readStorySearch },
  { path: '/figures', page: () => import('./figure-list.page.tsx'), search: readFigureSearch },
]

const { namespace } = findTexts
export const findMenu: readonly DeskMenuItem[] = [
  {
    path: '/search',
    label: 'menuSearch',
    namespace,
    icon: SearchOutlined,
    holds: ['/articles/'],
    holdsOnPhone: ['/timeline', '/events', '/archive-units', '/learned-names', '/figures'],
  },
  {
    path: '/timeline',
    label: 'menuTimeline',
    namespace,
    icon: CalendarOutlined,
    deskOnly: true,
    holds: ['/events'],
  },
  {
    path: '/archive-units',
    label: 'menuUnits',
    namespace,
    icon: BankOutlined,
    deskOnly: true,
    holds: ['/learned-names'],
  },
  { path: '/figures', label: 'menuFigures', namespace, icon: BarChartOutlined, deskOnly: true },
]
