import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Spread } from '../../contract/index.ts'
import { type ArticleSearch, articleFilter } from './article-filter.ts'
import { idArray, readable } from './find-scope.ts'

/** Up to so many hits are counted one by one; of more, this many stand for all. */
const mostSpread = 20_000

/** How the hits spread over months, columns and types. Counts of a sample are counts of the sample: `exact` says so. */
export async function spreadOfSearch(tx: Database, scope: Scope, search: ArticleSearch): Promise<Spread> {
  const { indexed } = await articleFilter(tx, scope, search)
  const matching = sql`select s.article_id as id from article_search s where ${indexed} limit ${mostSpread + 1}`
  const found = await withRole(tx, 'jianbao_search', () => rowsOf<{ id: string }>(tx, matching))
  const [row] = await rowsOf<{
    hits: number
    undated: number
    months: Spread['months'] | null
    columns: Spread['columns'] | null
    types: Spread['types'] | null
  }>(
    tx,
    sql`with hits as materialized (
        select s.day, s.column_name, s.types from article_search s
        where s.article_id = any(${idArray(found.map(hit => hit.id))}) and ${readable(scope, sql`s`)})
      select (select count(*)::int from hits) as hits,
        (select count(*)::int from hits where day is null) as undated,
        (select jsonb_agg(jsonb_build_object('month', month, 'hits', hits) order by month) from (
          select to_char(day, 'YYYY-MM') as month, count(*) as hits from hits where day is not null group by 1) m) as months,
        (select jsonb_agg(jsonb_build_object('name', name, 'hits', hits) order by hits desc, name) from (
          select column_name as name, count(*) as hits from hits group by 1 order by 2 desc, 1 limit 50) c) as columns,
        (select jsonb_agg(jsonb_build_object('type', type, 'hits', hits) order by hits desc, type) from (
          select type, count(*) as hits from hits, unnest(types) as type group by 1) t) as types`,
  )
  return {
    months: row?.months ?? [],
    undated: row?.undated ?? 0,
    exact: (row?.hits ?? 0) <= mostSpread,
    columns: row?.columns ?? [],
    types: row?.types ?? [],
  }
}
