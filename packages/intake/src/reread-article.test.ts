import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { alignText, meetSpans } from './align-text.ts'
import { readDocuments } from './read-document.ts'
import { rereadArticle, rereadingContext } from './reread-article.ts'

const root = join(import.meta.dirname, '../../..')
const files = globSync(['demo/archive/*.txt', 'packages/intake/gold/*.txt'], { cwd: root })

test.each(files)('%s: every article is read anew as it was read at first', file => {
  const raw = readFileSync(join(root, file), 'utf8')
  for (const document of readDocuments(raw)) {
    const context = rereadingContext(raw, document)
    for (const column of document.columns)
      for (const article of column.articles) {
        expect(meetSpans(article.paragraphSpans, raw)).toEqual(article.spans)
        expect(rereadArticle(article, column.name, context).events).toEqual(article.events)
      }
  }
})

test('a text finds its way back over mended blanks and undone wraps; a typed one does not', () => {
  const raw = '5 月 10 日，青禾\n县科协  open\nday。'
  const mapped = alignText(raw, '5月10日，青禾县科协 open day。', [[0, raw.length]])
  expect(mapped?.at.map(at => raw[at]).join('')).toBe('5月10日，青禾县科协 open\nday。')
  expect(alignText(raw, '6月10日，青禾县科协 open day。', [[0, raw.length]])).toBeNull()
  expect(alignText(raw, '5月', [[0, raw.length]])).toBeNull()
  expect(alignText(raw, '5月10日', [[0, 3]])).toBeNull()
})
