import { type IntakeDocument, readDocument, readManuscript } from '@jianbao/intake'
import { afterAll, describe, expect, it } from 'vitest'
import { bulletinFromDocument } from '../model/bulletin-from-document.ts'
import { composeMasthead } from '../model/masthead.ts'
import { bulletinSets, structureOf } from '../round-trip.fixture.ts'
import { openTypesetter } from './index.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

async function readBack(document: IntakeDocument): Promise<IntakeDocument> {
  const bulletin = { ...bulletinFromDocument(document), layout: 'bulletin' as const }
  const { pdf } = await typesetter.typesetPdf(bulletin, { standard: 'ua-1', red: 'screen' })
  const { text, hints } = await readManuscript(pdf, { file: 'a.pdf' })
  return readDocument(text, { hints })
}

for (const { title, isThere, names, read } of bulletinSets)
  describe.skipIf(!isThere)(`a PDF of ${title} reads back as the same structure`, () => {
    it.each(names)('%s', async name => {
      const first = read(name)
      const { series, ...expected } = structureOf(first)
      // A bulletin that lost its series is headed 简报, and paper cannot say that this is no name.
      const head = composeMasthead(bulletinFromDocument(first))
      expect(structureOf(await readBack(first))).toEqual({ ...expected, series: series ?? head.name })
    })
  })
