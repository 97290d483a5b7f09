import { defineTexts } from '@jianbao/ui'
import { en } from './group.texts.en.ts'
import { zh } from './group.texts.zh.ts'

export const groupTexts = defineTexts('groups', { zh, en })
