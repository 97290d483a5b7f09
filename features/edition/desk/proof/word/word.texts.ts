import { defineTexts } from '@jianbao/ui'
import { en } from './word.texts.en.ts'
import { zh } from './word.texts.zh.ts'

export const wordTexts = defineTexts('word', { zh, en })
