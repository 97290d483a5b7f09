import type { Route } from '@jianbao/platform/http'
import { rankingRoutes } from './ranking/ranking.routes.ts'
import { recognitionRoutes } from './recognition/recognition.routes.ts'
import type { ScoringServices } from './scoring.services.ts'

export const scoringRoutes = (services: ScoringServices): Route[] => [
  ...rankingRoutes(services),
  ...recognitionRoutes(services),
]
