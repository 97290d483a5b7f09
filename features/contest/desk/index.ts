/** The pages of the contest: question banks, contests, their statistics. */
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'

export const texts: readonly Texts[] = []
export const routes: readonly DeskRoute[] = []
export const menu: readonly DeskMenuItem[] = []
