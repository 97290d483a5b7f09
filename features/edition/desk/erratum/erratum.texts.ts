import { defineTexts } from '@jianbao/ui'
import { en } from './erratum.texts.en.ts'
import { zh } from './erratum.texts.zh.ts'

export const erratumTexts = defineTexts('erratum', { zh, en })
