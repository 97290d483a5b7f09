import { defineTexts } from '@jianbao/ui'
import { en } from './service.texts.en.ts'
import { zh } from './service.texts.zh.ts'

export const serviceTexts = defineTexts('service', { zh, en })
