import { defineTexts } from '@jianbao/ui'
import { en } from './stop.texts.en.ts'
import { zh } from './stop.texts.zh.ts'

export const stopTexts = defineTexts('inspection-stop', { zh, en })
