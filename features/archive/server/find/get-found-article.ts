import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { FoundArticle, FoundArticleQuery, Marked } from '../../contract/index.ts'
import { readableIssue } from './find-scope.ts'
import { type Place, placeColumns, placeOf } from './found-article.ts'
import { findMarks } from './highlight.ts'
import { eventsOfArticle } from './list-events.ts'
import { parseSearch } from './search-query.ts'
import { withSynonyms } from './synonyms.ts'

type Row = Place &
  Pick<FoundArticle, 'kind' | 'contributor' | 'reading' | 'columnPosition' | 'position'> & {
    headline: string | null
    paragraphs: string[]
  }

/** One article with the words of a search lit, as the search finds them. Throws Problem `not-found`. */
export async function getFoundArticle(
  tx: Database,
  scope: Scope,
  id: string,
  { q = '', synonyms }: FoundArticleQuery,
  opens: Scope,
): Promise<FoundArticle> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select ${placeColumns(opens)}, a.kind, a.headline, a.contributor, a.paragraphs, a.position,
        i.position as reading, c.position as "columnPosition"
      from article a join issue_column c on c.id = a.column_id join issue i on i.id = c.issue_id
      where a.id = ${id} and ${readableIssue(scope, sql`i`)}`,
  )
  if (!row) throw new Problem('not-found')
  const typed = parseSearch(q)
  const { must } = synonyms === false ? typed : await withSynonyms(tx, scope, typed)
  const forms = must.flatMap(word => word.forms)
  const marked = (text: string): Marked => ({ text, marks: findMarks(text, forms) })
  return {
    ...placeOf(row),
    kind: row.kind,
    headline: row.headline === null ? null : marked(row.headline),
    contributor: row.contributor,
    paragraphs: row.paragraphs.map(marked),
    reading: row.reading,
    columnPosition: row.columnPosition,
    position: row.position,
    events: await eventsOfArticle(tx, scope, id, opens),
  }
}
