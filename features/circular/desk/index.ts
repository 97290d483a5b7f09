import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'

export const texts: readonly Texts[] = []
export const routes: readonly DeskRoute[] = []
export const menu: readonly DeskMenuItem[] = []
