/** The pages of the contest: question banks, contests, their statistics. */
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { awardRoutes, awardTexts } from './award/index.ts'
import { bankMenu, bankRoutes, bankTexts } from './bank/index.ts'
import { identityRoutes, identityTexts } from './identity/index.ts'
import { setupMenu, setupRoutes, setupTexts } from './setup/index.ts'
import { screenTexts, statisticsRoutes, statisticsTexts } from './statistics/index.ts'

export const texts: readonly Texts[] = [
  awardTexts,
  bankTexts,
  identityTexts,
  setupTexts,
  statisticsTexts,
  screenTexts,
]
export const routes: readonly DeskRoute[] = [
  ...awardRoutes,
  ...bankRoutes,
  ...identityRoutes,
  ...setupRoutes,
  ...statisticsRoutes,
]
export const menu: readonly DeskMenuItem[] = [...setupMenu, ...bankMenu]
