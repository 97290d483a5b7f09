import { defineTexts } from '@jianbao/ui'
import { en } from './editor.texts.en.ts'
import { zh } from './editor.texts.zh.ts'

export const editorTexts = defineTexts('edition.editor', { zh, en })
