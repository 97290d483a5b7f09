import { defineTexts } from '@jianbao/ui'
import { en } from './bulletin.texts.en.ts'
import { zh } from './bulletin.texts.zh.ts'

export const bulletinTexts = defineTexts('bulletin', { zh, en })
