import { defineTexts } from '@jianbao/ui'
import { en } from './view.texts.en.ts'
import { zh } from './view.texts.zh.ts'

export const viewTexts = defineTexts('ledger-views', { zh, en })
