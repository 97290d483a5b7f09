/** Board, matrix, timeline, calendar and statistics of items. */
import type { DeskRoute, Texts } from '@jianbao/ui'
import { ledgerReaders } from '../../../contract/index.ts'
import { viewTexts } from './view.texts.ts'
import {
  readCalendarSearch,
  readMatrixSearch,
  readStatisticsSearch,
  readTimelineSearch,
  readViewSearch,
} from './view-search.ts'

export const itemViewTexts: readonly Texts[] = [viewTexts]

const roles = ledgerReaders
export const itemViewRoutes: readonly DeskRoute[] = [
  { path: '/ledgers/board', page: () => import('../board/board.page.tsx'), search: readViewSearch, roles },
  {
    path: '/ledgers/matrix',
    page: () => import('../matrix/matrix.page.tsx'),
    search: readMatrixSearch,
    roles,
  },
  {
    path: '/ledgers/timeline',
    page: () => import('../timeline/timeline.page.tsx'),
    search: readTimelineSearch,
    roles,
  },
  {
    path: '/ledgers/calendar',
    page: () => import('../calendar/calendar.page.tsx'),
    search: readCalendarSearch,
    roles,
  },
  {
    path: '/ledgers/statistics',
    page: () => import('../statistics/statistics.page.tsx'),
    search: readStatisticsSearch,
    roles,
  },
]
