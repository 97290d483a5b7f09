import { defineTexts } from '@jianbao/ui'
import { en } from './award.texts.en.ts'
import { zh } from './award.texts.zh.ts'

export const awardTexts = defineTexts('contest-award', { zh, en })
