import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { briefTexts } from './brief/brief.texts.ts'
import { composeTexts } from './compose/compose.texts.ts'
import { distributionMenu, distributionPages, distributionTexts } from './distribution/index.ts'
import { editorTexts } from './editor/editor.texts.ts'
import { erratumMenu, erratumPages, erratumTexts } from './erratum/index.ts'
import { figureTexts } from './figure/figure.texts.ts'
import { editionMenu, editionPages } from './list/index.ts'
import { listTexts } from './list/list.texts.ts'
import { proofTexts } from './proof/proof.texts.ts'
import { wordMenu, wordPages, wordTexts } from './proof/word/index.ts'
import { seriesMenu, seriesPages, seriesTexts } from './series/index.ts'
import { signPages, signTexts } from './sign/index.ts'

export const texts: readonly Texts[] = [
  listTexts,
  composeTexts,
  briefTexts,
  seriesTexts,
  editorTexts,
  figureTexts,
  proofTexts,
  signTexts,
  wordTexts,
  distributionTexts,
  erratumTexts,
]
export const routes: readonly DeskRoute[] = [
  ...editionPages,
  ...seriesPages,
  ...signPages,
  ...wordPages,
  ...distributionPages,
  ...erratumPages,
]
export const menu: readonly DeskMenuItem[] = [
  ...editionMenu,
  ...seriesMenu,
  ...wordMenu,
  ...distributionMenu,
  ...erratumMenu,
]
