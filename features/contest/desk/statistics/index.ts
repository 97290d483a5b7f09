/** 数据, 异常答卷, 大屏 and kept figures of contests. */
import { businessRoles, type DeskRoute } from '@jianbao/ui'
import {
  readAttemptsSearch,
  readPlayersSearch,
  readReviewSearch,
  readStatisticsSearch,
} from './statistics-search.ts'

export { screenTexts } from './screen/screen.texts.ts'
export { statisticsTexts } from './statistics.texts.ts'

const roles = businessRoles
export const statisticsRoutes: readonly DeskRoute[] = [
  {
    path: '/contests/$id/statistics',
    page: () => import('./statistics.page.tsx'),
    search: readStatisticsSearch,
    roles,
  },
  {
    path: '/contests/$id/players',
    page: () => import('./player-list.page.tsx'),
    search: readPlayersSearch,
    roles,
  },
  {
    path: '/contests/$id/attempts',
    page: () => import('./attempt-list.page.tsx'),
    search: readAttemptsSearch,
    roles,
  },
  { path: '/contests/$id/review', page: () => import('./review.page.tsx'), search: readReviewSearch, roles },
  { path: '/contests/$id/screen', page: () => import('./screen/screen.page.tsx'), roles },
  { path: '/contests/$id/figures/$figure', page: () => import('./figure.page.tsx'), roles },
]
