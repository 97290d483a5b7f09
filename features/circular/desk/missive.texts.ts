import { defineTexts } from '@jianbao/ui'
import { en } from './missive.texts.en.ts'
import { zh } from './missive.texts.zh.ts'

export const missiveTexts = defineTexts('missive', { zh, en })
