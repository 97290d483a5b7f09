import { defineTexts } from '@jianbao/ui'
import { en } from './identity.texts.en.ts'
import { zh } from './identity.texts.zh.ts'

export const identityTexts = defineTexts('contest-identity', { zh, en })
