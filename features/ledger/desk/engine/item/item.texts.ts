import { defineTexts } from '@jianbao/ui'
import { en } from './item.texts.en.ts'
import { zh } from './item.texts.zh.ts'

export const itemTexts = defineTexts('ledger-item', { zh, en })
