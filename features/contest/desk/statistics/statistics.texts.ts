import { defineTexts } from '@jianbao/ui'
import { en } from './statistics.texts.en.ts'
import { zh } from './statistics.texts.zh.ts'

export const statisticsTexts = defineTexts('contest-statistics', { zh, en })
