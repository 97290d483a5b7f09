import { defineTexts } from '@jianbao/ui'
import { en } from './scoring.texts.en.ts'
import { zh } from './scoring.texts.zh.ts'

export const scoringTexts = defineTexts('scoring', { zh, en })
