import { defineTexts } from '@jianbao/ui'
import { en } from './dialog.texts.en.ts'
import { zh } from './dialog.texts.zh.ts'

export const dialogTexts = defineTexts('archive-review-dialog', { zh, en })
