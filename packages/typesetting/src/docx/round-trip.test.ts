import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { decodeText, type IntakeDocument, readDocument, readManuscript } from '@jianbao/intake'
import { describe, expect, it } from 'vitest'
import { bulletinFromDocument } from '../model/bulletin-from-document.ts'
import { typesetDocx } from './typeset-docx.ts'

/** What both sides speak of; blanks inside a paragraph are the typesetter's, and every DOCX has the bulletin layout. */
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
  const bytes = await typesetDocx(bulletinFromDocument(document))
  const { text, hints } = await readManuscript(bytes, { file: 'a.docx' })
  return readDocument(text, { hints })
}

const folders = [
  ['the demonstration archive', new URL('../../../../demo/archive/', import.meta.url), /\.txt$/u],
  ['invented bulletins of many layouts', new URL('../../../intake/fixtures/', import.meta.url), /\.txt$/u],
  ['labelled texts', new URL('../../../intake/gold/', import.meta.url), /\.txt$/u],
  ['real bulletins (../shared/seeds)', new URL('../../../../../shared/seeds/', import.meta.url), /^00[02]_/u],
] as const

for (const [title, folder, wanted] of folders)
  describe.skipIf(!existsSync(folder))(`a DOCX of ${title} reads back as the same structure`, () => {
    const names = existsSync(folder) ? readdirSync(folder).filter(name => wanted.test(name)) : []
    it.each(names)('%s', async name => {
      const { text } = decodeText(readFileSync(new URL(name, folder)), { file: name })
      const first = readDocument(text)
      expect(structureOf(await readBack(first))).toEqual(structureOf(first))
    })
  })
