import { defineTexts } from '@jianbao/ui'
import { en } from './tour.texts.en.ts'
import { zh } from './tour.texts.zh.ts'

export const tourTexts = defineTexts('inspection-tour', { zh, en })
