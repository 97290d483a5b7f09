import { defineTexts } from '@jianbao/ui'
import { en } from './circular.texts.en.ts'
import { zh } from './circular.texts.zh.ts'

export const circularTexts = defineTexts('circular', { zh, en })
