import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { briefTexts } from './brief/brief.texts.ts'
import { editorTexts } from './editor/editor.texts.ts'

export const texts: readonly Texts[] = [briefTexts, editorTexts]
export const routes: readonly DeskRoute[] = []
export const menu: readonly DeskMenuItem[] = []
