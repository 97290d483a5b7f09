/** The pages of the system room; each group of pages brings its routes, its places in the menu and its texts. */
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { auditMenu, auditRoutes, auditTexts } from './audit/index.ts'
import { policyMenu, policyRoutes, policyTexts } from './policy/index.ts'

export const texts = [auditTexts, policyTexts]

export const routes: readonly DeskRoute[] = [...auditRoutes, ...policyRoutes]

export const menu: readonly DeskMenuItem[] = [...auditMenu, ...policyMenu]
