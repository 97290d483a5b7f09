/** 证书, 公示, 抽奖 of a contest. */
import { businessRoles, type DeskRoute } from '@jianbao/ui'
import { readAwardSearch } from './award-search.ts'

export { awardTexts } from './award.texts.ts'

export const awardRoutes: readonly DeskRoute[] = [
  {
    path: '/contests/$id/awards',
    page: () => import('./awards.page.tsx'),
    search: readAwardSearch,
    roles: businessRoles,
  },
]
