import { defineTexts } from '@jianbao/ui'
import { en } from './proof.texts.en.ts'
import { zh } from './proof.texts.zh.ts'

export const proofTexts = defineTexts('proof', { zh, en })
