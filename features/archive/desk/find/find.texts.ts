import { defineTexts } from '@jianbao/ui'
import { en } from './find.texts.en.ts'
import { zh } from './find.texts.zh.ts'

export const findTexts = defineTexts('find', { zh, en })
