import { defineTexts } from '@jianbao/ui'
import { en } from './import.texts.en.ts'
import { zh } from './import.texts.zh.ts'

export const importTexts = defineTexts('organisation-import', { zh, en })
