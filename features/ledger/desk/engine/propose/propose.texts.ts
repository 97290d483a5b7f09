import { defineTexts } from '@jianbao/ui'
import { en } from './propose.texts.en.ts'
import { zh } from './propose.texts.zh.ts'

export const proposeTexts = defineTexts('ledger-propose', { zh, en })
