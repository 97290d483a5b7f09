import { defineTexts } from '@jianbao/ui'
import { en } from './distribution.texts.en.ts'
import { zh } from './distribution.texts.zh.ts'

export const distributionTexts = defineTexts('distribution', { zh, en })
