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

const seeds = new URL('../../../../../shared/seeds/', import.meta.url)
describe.skipIf(!existsSync(seeds))('round trip of real bulletins (../shared/seeds)', () => {
  const names = existsSync(seeds) ? readdirSync(seeds).filter(name => /^00[02]_/u.test(name)) : []
  it.each(names)('%s', name => {
    const { text } = decodeText(readFileSync(new URL(name, seeds)), { file: name })
    const first = readDocument(text)
    const again = readDocument(typesetText(bulletinFromDocument(first)))
    expect(structureOf(again)).toEqual(structureOf(first))
  })
})
