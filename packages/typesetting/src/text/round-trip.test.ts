import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { decodeText, type IntakeDocument, readDocument } from '@jianbao/intake'
import { describe, expect, it } from 'vitest'
import { makeBulletin } from '../bulletin.fixture.ts'
import { bulletinFromDocument } from '../model/bulletin-from-document.ts'
import { typesetText } from './typeset-text.ts'

/** What both sides speak of: everything but spans, events and how sure the reader is. */
const structureOf = (document: IntakeDocument) => ({
  ...bulletinFromDocument(document),
  docType: document.docType,
})

describe('plain text read back by intake', () => {
  it('reads back as the same structure', () => {
    const first = readDocument(typesetText(makeBulletin()))
    expect(first.issueNo).toBe(7)
    expect(first.columns.map(column => column.name)).toEqual(['要情快报', '学教短波'])
    const again = readDocument(typesetText(bulletinFromDocument(first)))
    expect(structureOf(again)).toEqual(structureOf(first))
  })
})

const folders = [
  ['the demonstration archive', new URL('../../../../demo/archive/', import.meta.url), /\.txt$/u],
  ['real bulletins (../shared/seeds)', new URL('../../../../../shared/seeds/', import.meta.url), /^00[02]_/u],
] as const

for (const [title, folder, wanted] of folders)
  describe.skipIf(!existsSync(folder))(`round trip of ${title}`, () => {
    const names = existsSync(folder) ? readdirSync(folder).filter(name => wanted.test(name)) : []
    it.each(names)('%s', name => {
      const { text } = decodeText(readFileSync(new URL(name, folder)), { file: name })
      const first = readDocument(text)
      const again = readDocument(typesetText(bulletinFromDocument(first)))
      expect(structureOf(again)).toEqual(structureOf(first))
    })
  })
