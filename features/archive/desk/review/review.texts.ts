import { defineTexts } from '@jianbao/ui'
import { en } from './review.texts.en.ts'
import { zh } from './review.texts.zh.ts'

export const reviewTexts = defineTexts('archive-review', { zh, en })
