import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { briefTexts } from './brief/brief.texts.ts'
import { composeTexts } from './compose/compose.texts.ts'
import { editorTexts } from './editor/editor.texts.ts'
import { editionMenu, editionPages } from './list/index.ts'
import { listTexts } from './list/list.texts.ts'
import { proofTexts } from './proof/proof.texts.ts'
import { seriesMenu, seriesPages, seriesTexts } from './series/index.ts'

export const texts: readonly Texts[] = [
  listTexts,
  composeTexts,
  briefTexts,
  seriesTexts,
  editorTexts,
  proofTexts,
]
export const routes: readonly DeskRoute[] = [...editionPages, ...seriesPages]
export const menu: readonly DeskMenuItem[] = [...editionMenu, ...seriesMenu]
