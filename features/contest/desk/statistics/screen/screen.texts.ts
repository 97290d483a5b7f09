import { defineTexts } from '@jianbao/ui'
import { en } from './screen.texts.en.ts'
import { zh } from './screen.texts.zh.ts'

export const screenTexts = defineTexts('contest-screen', { zh, en })
