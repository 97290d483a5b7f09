/** The pages of the system room; each group of pages brings its routes, its places in the menu and its texts. */
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { auditMenu, auditRoutes, auditTexts } from './audit/index.ts'

export const texts = [auditTexts]

export const routes: readonly DeskRoute[] = [...auditRoutes]

export const menu: readonly DeskMenuItem[] = [...auditMenu]
