import { defineTexts } from '@jianbao/ui'
import { en } from './finding.texts.en.ts'
import { zh } from './finding.texts.zh.ts'

export const findingTexts = defineTexts('inspection-finding', { zh, en })
