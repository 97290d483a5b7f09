/** Articles with where they stand, for lists of what was found. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { SearchHit } from '../../contract/index.ts'
import { idArray, readableIssue } from './find-scope.ts'

export type Place = Pick<
  SearchHit,
  'articleId' | 'issueId' | 'documentId' | 'series' | 'issueNo' | 'special' | 'date' | 'column'
>
export type FoundArticle = {
  readonly place: Place
  readonly kind: SearchHit['kind']
  readonly headline: string | null
  readonly paragraphs: string[]
  readonly units: string[]
  readonly events: number
  readonly people: SearchHit['people']
}

/**
 * The columns of `Place`; the query joins article a, issue_column c and issue i. The document is named only to those
 * who may open it: `opens` is their scope.
 */
export const placeColumns = (opens: Scope): SQL =>
  sql`a.id as "articleId", i.id as "issueId",
    case when ${within(opens, sql`i.scope_path`)} then i.document_id end as "documentId", i.series,
    i.issue_no as "issueNo", i.special, to_char(i.date, 'YYYY-MM-DD') as date, c.name as column`

/** `FoundFigure` of a row of figure f. */
export const figureObject: SQL = sql`jsonb_build_object('id', f.id, 'measure', f.measure, 'value', f.value,
  'unit', f.unit, 'qualifier', f.qualifier, 'surface', f.surface, 'of', f.of)`
/** A hit says so often how many took part. */
const mostPeople = 4

/** Only what belongs to a place. */
export function placeOf(row: Place): Place {
  const { articleId, issueId, documentId, series, issueNo, special, date, column } = row
  return { articleId, issueId, documentId, series, issueNo, special, date, column }
}

/** The articles in the order of `ids`; what is gone meanwhile is left out. */
export async function findFoundArticles(
  tx: Database,
  scope: Scope,
  ids: readonly string[],
  opens: Scope,
): Promise<FoundArticle[]> {
  if (!ids.length) return []
  const rows = await rowsOf<
    Place &
      Pick<FoundArticle, 'kind' | 'headline' | 'paragraphs' | 'events'> & {
        units: string[] | null
        people: SearchHit['people'] | null
      }
  >(
    tx,
    sql`select ${placeColumns(opens)}, a.kind, a.headline, a.paragraphs,
        (select count(*)::int from event e where e.article_id = a.id) as events,
        (select jsonb_agg(distinct u.name) from event_unit u where u.article_id = a.id and not u.generic) as units,
        (select jsonb_agg(p.figure order by p.event, p.place) from (
          select ${figureObject} as figure, e.position as event, f.position as place
          from event e join figure f on f.event_id = e.id
          where e.article_id = a.id and f.measure in ('people', 'persontimes')
          order by e.position, f.position limit ${mostPeople}) as p) as people
      from unnest(${idArray(ids)}) with ordinality as wanted(id, place) join article a on a.id = wanted.id
      join issue_column c on c.id = a.column_id join issue i on i.id = c.issue_id
      where ${readableIssue(scope, sql`i`)} order by wanted.place`,
  )
  return rows.map(row => ({
    place: placeOf(row),
    kind: row.kind,
    headline: row.headline,
    paragraphs: row.paragraphs,
    units: row.units ?? [],
    events: row.events,
    people: row.people ?? [],
  }))
}
