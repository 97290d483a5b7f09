/** Bulletins that are set and read back, and what must come back of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { decodeText, type IntakeDocument, readDocument } from '@jianbao/intake'
import { bulletinFromDocument } from './model/bulletin-from-document.ts'

const root = new URL('../../../', import.meta.url)
const folders = [
  ['the demonstration archive', 'demo/archive/', /\.txt$/u],
  ['invented bulletins of many layouts', 'packages/intake/fixtures/', /\.txt$/u],
  ['labelled texts', 'packages/intake/gold/', /\.txt$/u],
  ['real bulletins (../shared/seeds)', '../shared/seeds/', /^00[02]_/u],
] as const

/** Sets of bulletins; one that is not there has no names. */
export const bulletinSets = folders.map(([title, path, wanted]) => {
  const folder = new URL(path, root)
  const isThere = existsSync(folder)
  return {
    title,
    isThere,
    names: isThere ? readdirSync(folder).filter(name => wanted.test(name)) : [],
    read: (name: string): IntakeDocument =>
      readDocument(decodeText(readFileSync(new URL(name, folder)), { file: name }).text),
  }
})

/** What both sides speak of; blanks inside a paragraph are the typesetter's, the layout is not printed. */
export function structureOf(document: IntakeDocument) {
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
