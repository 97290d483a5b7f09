import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { misplaced, unaccounted } from './conservation.check.ts'
import { readDocument } from './read-document.ts'

// Real documents lie beside the repository, never in it; without them there is nothing to prove here.
const folder = new URL('../../../../shared/seeds/', import.meta.url)
const seeds = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : []
const shapes: Record<string, unknown> = {
  '000': { docType: 'bulletin', paragraphs: [7, 10], distribution: [3, 3] },
  '002': { docType: 'bulletin', paragraphs: [9], distribution: [3, 3] },
  '003': { docType: 'newspaper-page', paragraphs: [4, 4, 6], distribution: [] },
}

test.skipIf(seeds.length === 0).each(seeds.length > 0 ? seeds : ['seeds: not beside this repository'])(
  '%s',
  name => {
    const raw = readFileSync(new URL(name, folder), 'utf8')
    const document = readDocument(raw)
    expect(unaccounted(raw, document)).toEqual([])
    expect(misplaced(raw, document)).toEqual([])
    const shape = shapes[name.slice(0, 3)]
    if (!shape) return
    const articles = document.columns.flatMap(column => column.articles)
    expect({
      docType: document.docType,
      paragraphs: articles.map(article => article.paragraphs.length),
      distribution: document.distribution.map(list => list.entries.length),
    }).toEqual(shape)
  },
)
