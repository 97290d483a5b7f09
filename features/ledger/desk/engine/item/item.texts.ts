import { defineTexts } from '@jianbao/ui'
import { en as deedEn } from './deeds/deed.texts.en.ts'
import { zh as deedZh } from './deeds/deed.texts.zh.ts'
import { en } from './item.texts.en.ts'
import { zh } from './item.texts.zh.ts'

export const itemTexts = defineTexts('ledger-item', { zh: { ...zh, ...deedZh }, en: { ...en, ...deedEn } })
