import { defineTexts } from '@jianbao/ui'
import { en } from './remind.texts.en.ts'
import { zh } from './remind.texts.zh.ts'

export const remindTexts = defineTexts('remind', { zh, en })
