/**
 * Ids of the articles that match. Words are looked up as jianbao_search, for whom the index can be used, with the scope
 * as a condition; what is found is read again as the caller, under the policies: what those hide is no hit.
 */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, withRole } from '@jianbao/platform/db'
import { type ArticleFilter, mostCounted } from './article-filter.ts'
import { idArray, readable } from './find-scope.ts'

export type Order = 'best' | 'newest' | 'oldest'
export type FoundIds = { readonly ids: string[]; readonly total: number; readonly more: boolean }
/** Up to so many hits are ranked by how densely the words stand. */
const mostWeighed = 200

/** Ids in order; `more` when hits were not counted to the end. */
export async function findIds(
  tx: Database,
  scope: Scope,
  filter: ArticleFilter,
  order: Order,
  limit: number,
  offset: number,
): Promise<FoundIds> {
  const found = await withRole(tx, 'jianbao_search', () => lookUp(tx, filter, order, limit, offset))
  const ids = await keepReadable(tx, scope, found.ids)
  if (found.more) return { ...found, ids }
  return { ids: ids.slice(offset, offset + limit), total: ids.length, more: false }
}

/** Those of the ids the caller may read, in their order. */
export async function keepReadable(tx: Database, scope: Scope, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select s.article_id as id from article_search s
      where s.article_id = any(${idArray(ids)}) and ${readable(scope, sql`s`)}`,
  )
  const seen = new Set(rows.map(row => row.id))
  return ids.filter(id => seen.has(id))
}

/** All hits while they can be counted, else one page of them. */
async function lookUp(
  tx: Database,
  filter: ArticleFilter,
  order: Order,
  limit: number,
  offset: number,
): Promise<FoundIds> {
  const all = await sortHits(tx, filter, filter.indexed, order)
  if (all) return { ids: all, total: all.length, more: false }
  const rest = { total: mostCounted, more: true }
  if (offset >= mostCounted) return { ids: [], ...rest }
  if (order !== 'best' || !filter.query.must.length)
    return { ids: await walk(tx, filter.walked, order, limit, offset), ...rest }
  const heads = await sortHits(tx, filter, filter.headlineIndexed, 'newest')
  if (!heads) {
    const both = sql`${filter.inHeadline} and ${filter.walked}`
    return { ids: await walk(tx, both, 'newest', limit, offset), ...rest }
  }
  const first = heads.slice(offset, offset + limit)
  const missing = limit - first.length
  if (missing <= 0) return { ids: first, ...rest }
  const others = sql`${filter.walked} and not (${filter.inHeadline})`
  const more = await walk(tx, others, 'newest', missing, Math.max(0, offset - heads.length))
  return { ids: [...first, ...more], ...rest }
}

const byDay = (order: Order): SQL =>
  order === 'oldest'
    ? sql`s.day asc nulls last, s.article_id asc`
    : sql`s.day desc nulls last, s.article_id desc`

/** All hits of a rare word out of the index, then put in order; null when there are too many. */
async function sortHits(
  tx: Database,
  { query, inHeadline }: ArticleFilter,
  condition: SQL,
  order: Order,
): Promise<string[] | null> {
  const forms = query.must.flatMap(word => word.forms)
  const best = order === 'best' && forms.length > 0
  const counts = forms.map(form => sql`(length(t.whole_text) - length(replace(t.whole_text, ${form}, '')))`)
  const density = best
    ? sql`case when counted.total <= ${mostWeighed} then
        (select (${sql.join(counts, sql` + `)})::float8 / (length(t.whole_text) + 100)
          from article_search t where t.article_id = s.article_id) else 0 end desc, `
    : sql``
  const rows = await rowsOf<{ id: string | null; total: number }>(
    tx,
    sql`with hits as materialized (
        select s.article_id, s.day, ${best ? inHeadline : sql`false`} as in_headline
        from article_search s where ${condition} limit ${mostCounted + 1}),
      counted as materialized (select count(*)::int as total from hits),
      ordered as (
        select s.article_id as id, row_number() over (order by s.in_headline desc, ${density}${byDay(order)}) as place
        from hits s, counted where counted.total <= ${mostCounted})
      select ordered.id, counted.total from counted left join ordered on true order by ordered.place`,
  )
  return (rows[0]?.total ?? 0) > mostCounted ? null : rows.flatMap(row => row.id ?? [])
}

/** Along the days until the page is full: a common word is met soon. */
async function walk(
  tx: Database,
  condition: SQL,
  order: Order,
  limit: number,
  offset: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select s.article_id as id from article_search s where ${condition}
      order by ${byDay(order)} limit ${limit} offset ${offset}`,
  )
  return rows.map(row => row.id)
}
