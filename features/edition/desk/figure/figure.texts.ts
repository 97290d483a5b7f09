import { defineTexts } from '@jianbao/ui'
import { en } from './figure.texts.en.ts'
import { zh } from './figure.texts.zh.ts'

export const figureTexts = defineTexts('edition.figure', { zh, en })
