import { defineTexts } from '@jianbao/ui'
import { en } from './inbox.texts.en.ts'
import { zh } from './inbox.texts.zh.ts'

export const inboxTexts = defineTexts('report.inbox', { zh, en })
