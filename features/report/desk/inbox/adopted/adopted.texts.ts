import { defineTexts } from '@jianbao/ui'
import { en } from './adopted.texts.en.ts'
import { zh } from './adopted.texts.zh.ts'

export const adoptedTexts = defineTexts('report.adopted', { zh, en })
