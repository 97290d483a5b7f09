import { defineTexts } from '@jianbao/ui'
import { en } from './person.texts.en.ts'
import { zh } from './person.texts.zh.ts'

export const personTexts = defineTexts('people', { zh, en })
