import { defineTexts } from '@jianbao/ui'
import { en } from './compose.texts.en.ts'
import { zh } from './compose.texts.zh.ts'

export const composeTexts = defineTexts('edition.compose', { zh, en })
