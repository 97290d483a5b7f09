import { defineTexts } from '@jianbao/ui'
import { en } from './engine.texts.en.ts'
import { zh } from './engine.texts.zh.ts'

export const engineTexts = defineTexts('ledger-engine', { zh, en })
