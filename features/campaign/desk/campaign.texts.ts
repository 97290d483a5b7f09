import { defineTexts } from '@jianbao/ui'
import { en } from './campaign.texts.en.ts'
import { zh } from './campaign.texts.zh.ts'

export const campaignTexts = defineTexts('campaigns', { zh, en })
