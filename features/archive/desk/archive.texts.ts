import { defineTexts } from '@jianbao/ui'
import { en } from './archive.texts.en.ts'
import { zh } from './archive.texts.zh.ts'

export const archiveTexts = defineTexts('archive', { zh, en })
export type ArchiveKey = keyof typeof zh
