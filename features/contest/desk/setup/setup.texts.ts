import { defineTexts } from '@jianbao/ui'
import { en } from './setup.texts.en.ts'
import { zh } from './setup.texts.zh.ts'

export const setupTexts = defineTexts('contest-setup', { zh, en })
