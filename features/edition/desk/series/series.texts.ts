import { defineTexts } from '@jianbao/ui'
import { en } from './series.texts.en.ts'
import { zh } from './series.texts.zh.ts'

export const seriesTexts = defineTexts('series', { zh, en })
