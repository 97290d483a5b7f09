import type { Clock } from '@jianbao/platform/clock'
import type { Route } from '@jianbao/platform/http'

export function scoringRoutes(_services: { clock: Clock }): Route[] {
  return []
}
