import { defineTexts } from '@jianbao/ui'
import { en } from './bank.texts.en.ts'
import { zh } from './bank.texts.zh.ts'

export const bankTexts = defineTexts('contest-banks', { zh, en })
