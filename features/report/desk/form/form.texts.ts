import { defineTexts } from '@jianbao/ui'
import { en } from './form.texts.en.ts'
import { zh } from './form.texts.zh.ts'

export const formTexts = defineTexts('report.form', { zh, en })
