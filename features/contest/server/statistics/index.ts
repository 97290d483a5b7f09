import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { type ExpectedSheetServices, expectedSheetRoutes } from './expected-sheet.routes.ts'
import { rankingRoutes } from './ranking.routes.ts'
import { reviewRoutes } from './review.routes.ts'
import { screenRoutes } from './screen.routes.ts'
import { statisticsRoutes } from './statistics.routes.ts'

export type CountingServices = ExpectedSheetServices & { readonly db: Database; readonly clock: Clock }

/** 数据, 排名, 大屏: what was counted of contests, as the office and everybody reads it. */
export const countingRoutes = (services: CountingServices): Route[] => [
  ...statisticsRoutes(services),
  ...expectedSheetRoutes(services),
  ...reviewRoutes(services),
  ...screenRoutes(services),
  ...rankingRoutes(services),
]
