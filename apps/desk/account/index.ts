/** One's own account: password, second factor, sessions, posts. */
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { accountTexts } from './account.texts.ts'

export const texts = [accountTexts]

export const routes: readonly DeskRoute[] = [{ path: '/account', page: () => import('./account.page.tsx') }]

/** It is reached from the name at the top of every page. */
export const menu: readonly DeskMenuItem[] = []
