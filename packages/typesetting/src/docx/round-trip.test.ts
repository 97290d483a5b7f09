import { type IntakeDocument, readDocument, readManuscript } from '@jianbao/intake'
import { describe, expect, it } from 'vitest'
import { bulletinFromDocument } from '../model/bulletin-from-document.ts'
import { bulletinSets, structureOf } from '../round-trip.fixture.ts'
import { typesetDocx } from './typeset-docx.ts'

async function readBack(document: IntakeDocument): Promise<IntakeDocument> {
  const bytes = await typesetDocx(bulletinFromDocument(document))
  const { text, hints } = await readManuscript(bytes, { file: 'a.docx' })
  return readDocument(text, { hints })
}

for (const { title, isThere, names, read } of bulletinSets)
  describe.skipIf(!isThere)(`a DOCX of ${title} reads back as the same structure`, () => {
    it.each(names)('%s', async name => {
      const first = read(name)
      expect(structureOf(await readBack(first))).toEqual(structureOf(first))
    })
  })
