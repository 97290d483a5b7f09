import { defineTexts } from '@jianbao/ui'
import { en } from './case.texts.en.ts'
import { zh } from './case.texts.zh.ts'

export const caseTexts = defineTexts('casebook', { zh, en })
