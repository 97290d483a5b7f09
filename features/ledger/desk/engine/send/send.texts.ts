import { defineTexts } from '@jianbao/ui'
import { en } from './send.texts.en.ts'
import { zh } from './send.texts.zh.ts'

export const sendTexts = defineTexts('ledger-send', { zh, en })
