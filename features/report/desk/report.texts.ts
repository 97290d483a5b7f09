import { defineTexts } from '@jianbao/ui'
import { en } from './report.texts.en.ts'
import { zh } from './report.texts.zh.ts'

export const reportTexts = defineTexts('report', { zh, en })
