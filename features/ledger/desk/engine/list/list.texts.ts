import { defineTexts } from '@jianbao/ui'
import { en } from './list.texts.en.ts'
import { zh } from './list.texts.zh.ts'

export const listTexts = defineTexts('ledger-list', { zh, en })
