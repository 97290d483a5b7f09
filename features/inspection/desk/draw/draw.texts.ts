import { defineTexts } from '@jianbao/ui'
import { en } from './draw.texts.en.ts'
import { zh } from './draw.texts.zh.ts'

export const drawTexts = defineTexts('draw', { zh, en })
