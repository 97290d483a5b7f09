import type { Route } from '@jianbao/platform/http'
import { draftRoutes } from './draft/draft.routes.ts'
import { deliveryRoutes } from './list/delivery.routes.ts'
import { readingRoutes } from './list/reading.routes.ts'
import type { MissiveServices } from './missive.services.ts'
import { batchRoutes } from './sign/batch.routes.ts'
import { signRoutes } from './sign/sign.routes.ts'

export const missiveRoutes = (services: MissiveServices): Route[] => [
  ...readingRoutes(services),
  ...draftRoutes(services),
  ...signRoutes(services),
  ...batchRoutes(services),
  ...deliveryRoutes(services),
]
