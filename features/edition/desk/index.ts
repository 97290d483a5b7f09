import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { editorTexts } from './editor/editor.texts.ts'

export const texts: readonly Texts[] = [editorTexts]
export const routes: readonly DeskRoute[] = []
export const menu: readonly DeskMenuItem[] = []
