import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { decodeText, type IntakeDocument, readDocument, readManuscript } from '@jianbao/intake'
import { afterAll, describe, expect, it } from 'vitest'
import { bulletinFromDocument } from '../model/bulletin-from-document.ts'
import { composeMasthead } from '../model/masthead.ts'
import { openTypesetter } from './index.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

/** What both sides speak of; blanks inside a paragraph are the typesetter's, and every PDF has the bulletin layout. */
function structureOf(document: IntakeDocument) {
  const { layout: _, ...bulletin } = bulletinFromDocument({
    ...document,
    columns: document.columns.map(column => ({
      ...column,
      articles: column.articles.map(article => ({
        ...article,
        paragraphs: article.paragraphs.map(text => text.replace(/(?<=[。；，]) /gu, '')),
      })),
    })),
  })
  return bulletin
}

async function readBack(document: IntakeDocument): Promise<IntakeDocument> {
  const bulletin = { ...bulletinFromDocument(document), layout: 'bulletin' as const }
  const { pdf } = await typesetter.typesetPdf(bulletin, { standard: 'ua-1', red: 'screen' })
  const { text, hints } = await readManuscript(pdf, { file: 'a.pdf' })
  return readDocument(text, { hints })
}

const folders = [
  ['the demonstration archive', new URL('../../../../demo/archive/', import.meta.url), /\.txt$/u],
  ['invented bulletins of many layouts', new URL('../../../intake/fixtures/', import.meta.url), /\.txt$/u],
  ['labelled texts', new URL('../../../intake/gold/', import.meta.url), /\.txt$/u],
  ['real bulletins (../shared/seeds)', new URL('../../../../../shared/seeds/', import.meta.url), /^00[02]_/u],
] as const

for (const [title, folder, wanted] of folders)
  describe.skipIf(!existsSync(folder))(`a PDF of ${title} reads back as the same structure`, () => {
    const names = existsSync(folder) ? readdirSync(folder).filter(name => wanted.test(name)) : []
    it.each(names)('%s', async name => {
      const { text } = decodeText(readFileSync(new URL(name, folder)), { file: name })
      const first = readDocument(text)
      const { series, ...expected } = structureOf(first)
      // A bulletin that lost its series is headed 简报, and paper cannot say that this is no name.
      const head = composeMasthead(bulletinFromDocument(first))
      expect(structureOf(await readBack(first))).toEqual({ ...expected, series: series ?? head.name })
    })
  })
