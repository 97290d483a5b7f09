import { defineTexts } from '@jianbao/ui'
import { en } from './brief.texts.en.ts'
import { zh } from './brief.texts.zh.ts'

export const briefTexts = defineTexts('brief', { zh, en })
