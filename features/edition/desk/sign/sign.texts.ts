import { defineTexts } from '@jianbao/ui'
import { en } from './sign.texts.en.ts'
import { zh } from './sign.texts.zh.ts'

export const signTexts = defineTexts('edition-sign', { zh, en })
