import { defineTexts } from '@jianbao/ui'
import { en } from './commission.texts.en.ts'
import { zh } from './commission.texts.zh.ts'

export const commissionTexts = defineTexts('report.commission', { zh, en })
