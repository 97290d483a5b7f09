import { defineTexts } from '@jianbao/ui'
import { en } from './ledger.texts.en.ts'
import { zh } from './ledger.texts.zh.ts'

export const ledgerTexts = defineTexts('ledger', { zh, en })
