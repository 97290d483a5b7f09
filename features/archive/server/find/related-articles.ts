import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { RelatedArticles } from '../../contract/index.ts'
import { readable } from './find-scope.ts'
import { type Place, placeColumns, placeOf } from './found-article.ts'
import { beginning } from './highlight.ts'

type Row = Place & { headline: string | null; opening: string | null; because: string[] }
const mostOfUnit = 200

/** Articles that share units with this one; rarer units count more, near days break the tie. Throws Problem `not-found`. */
export async function relatedArticles(
  tx: Database,
  scope: Scope,
  id: string,
  opens: Scope,
): Promise<Static<typeof RelatedArticles>> {
  const [article] = await rowsOf(
    tx,
    sql`select 1 from article_search s where s.article_id = ${id} and ${readable(scope, sql`s`)}`,
  )
  if (!article) throw new Problem('not-found')
  const rows = await rowsOf<Row>(
    tx,
    sql`with own as (select day from article_search where article_id = ${id}),
      shared as (
        select distinct mine.name, other.article_id,
          1.0 / (1 + ln(count(*) over (partition by mine.name))) as weight
        from (select distinct name, unit_path from event_unit where article_id = ${id} and not generic limit 30) mine
        cross join lateral (select u.article_id from event_unit u
          where u.unit_path = mine.unit_path and u.article_id <> ${id} and ${readable(scope, sql`u`)} limit ${mostOfUnit}) other),
      best as (
        select shared.article_id, sum(weight) as score, jsonb_agg(name order by weight desc, name) as because
        from shared group by shared.article_id)
      select ${placeColumns(opens)}, a.headline, a.paragraphs ->> 0 as opening, best.because
      from best join article a on a.id = best.article_id
      join issue_column c on c.id = a.column_id join issue i on i.id = c.issue_id
      order by best.score desc, abs(i.date - (select day from own)) nulls last, a.id limit 8`,
  )
  return rows.map(row => ({
    ...placeOf(row),
    headline: row.headline ?? beginning(row.opening ?? ''),
    because: row.because.slice(0, 3),
  }))
}
