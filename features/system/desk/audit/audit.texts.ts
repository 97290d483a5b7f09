import { defineTexts } from '@jianbao/ui'
import { en } from './audit.texts.en.ts'
import { zh } from './audit.texts.zh.ts'

export const auditTexts = defineTexts('audit', { zh, en })
