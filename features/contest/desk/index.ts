/** The pages of the contest: question banks, contests, their statistics. */
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { setupMenu, setupRoutes, setupTexts } from './setup/index.ts'
import { screenTexts, statisticsRoutes, statisticsTexts } from './statistics/index.ts'

export const texts: readonly Texts[] = [statisticsTexts, screenTexts]
export const routes: readonly DeskRoute[] = [...statisticsRoutes]
export const menu: readonly DeskMenuItem[] = [...setupMenu]
