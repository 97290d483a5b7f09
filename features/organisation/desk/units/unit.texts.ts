import { defineTexts } from '@jianbao/ui'
import { en } from './unit.texts.en.ts'
import { zh } from './unit.texts.zh.ts'

export const unitTexts = defineTexts('units', { zh, en })
