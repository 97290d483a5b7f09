import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { circularMenu, circularRoutes, circularTexts } from './circular/index.ts'

export const texts: readonly Texts[] = [circularTexts]

export const routes: readonly DeskRoute[] = [...circularRoutes]

export const menu: readonly DeskMenuItem[] = [...circularMenu]
