/** One page of the articles that match. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { SearchHit, SearchPage, SearchQuery } from '../../contract/index.ts'
import { type ArticleFilter, articleFilter, mostCounted } from './article-filter.ts'
import { findFoundArticles } from './found-article.ts'
import { beginning, findMarks, findPassages } from './highlight.ts'

type Order = 'best' | 'newest' | 'oldest'
type Found = { id: string }
/** Up to so many hits are ranked by how densely the words stand. */
const mostWeighed = 200

/**
 * Best first: words in the headline, then density while there are few hits, then the newest. Beyond `mostCounted` hits
 * the total is a floor and pages end there.
 */
export async function searchArticles(db: Database, search: SearchQuery): Promise<SearchPage> {
  const { page = 1, pageSize = 20, order = 'best' } = search
  const filter = await articleFilter(db, search)
  const found = await findIds(db, filter, order, pageSize, (page - 1) * pageSize)
  return {
    rows: await showHits(db, filter, found.ids),
    total: found.total,
    totalIsFloor: found.more,
    page,
    pageSize,
    also: filter.query.must
      .filter(word => word.forms.length > 1)
      .map(word => ({ word: word.typed, with: word.forms.slice(1) })),
  }
}

/** Ids in order; `more` when hits were not counted to the end. */
export async function findIds(
  db: Database,
  filter: ArticleFilter,
  order: Order,
  limit: number,
  offset: number,
): Promise<{ ids: string[]; total: number; more: boolean }> {
  const sorted = await sortHits(db, filter, filter.indexed, order, limit, offset)
  if (sorted.total <= mostCounted) return { ids: sorted.ids, total: sorted.total, more: false }
  const rest = { total: mostCounted, more: true }
  if (offset >= mostCounted) return { ids: [], ...rest }
  if (order !== 'best' || !filter.query.must.length)
    return { ids: await walk(db, filter.walked, order, limit, offset), ...rest }
  const heads = await sortHits(db, filter, filter.headlineIndexed, 'newest', limit, offset)
  if (heads.total > mostCounted) {
    const both = sql`${filter.inHeadline} and ${filter.walked}`
    return { ids: await walk(db, both, 'newest', limit, offset), ...rest }
  }
  const missing = limit - heads.ids.length
  if (missing <= 0) return { ids: heads.ids, ...rest }
  const others = sql`not (${filter.inHeadline}) and ${filter.walked}`
  const more = await walk(db, others, 'newest', missing, Math.max(0, offset - heads.total))
  return { ids: [...heads.ids, ...more], ...rest }
}

const byDay = (order: Order): SQL =>
  order === 'oldest'
    ? sql`s.day asc nulls last, s.article_id asc`
    : sql`s.day desc nulls last, s.article_id desc`

/** All hits of a rare word out of the index, then put in order. */
async function sortHits(
  db: Database,
  { query, inHeadline }: ArticleFilter,
  condition: SQL,
  order: Order,
  limit: number,
  offset: number,
): Promise<{ ids: string[]; total: number }> {
  const forms = query.must.flatMap(word => word.forms)
  const best = order === 'best' && forms.length > 0
  const counts = forms.map(form => sql`(length(t.whole_text) - length(replace(t.whole_text, ${form}, '')))`)
  const density = best
    ? sql`case when counted.total <= ${mostWeighed} then
        (select (${sql.join(counts, sql` + `)})::float8 / (length(t.whole_text) + 100)
          from article_search t where t.article_id = s.article_id) else 0 end desc, `
    : sql``
  const rows = await rowsOf<{ id: string | null; total: number }>(
    db,
    sql`with hits as materialized (
        select s.article_id, s.day, ${best ? inHeadline : sql`false`} as in_headline
        from article_search s where ${condition} limit ${mostCounted + 1}),
      counted as materialized (select count(*)::int as total from hits),
      ordered as (
        select s.article_id as id, row_number() over (order by s.in_headline desc, ${density}${byDay(order)}) as place
        from hits s, counted where counted.total <= ${mostCounted}
        order by place limit ${limit} offset ${offset})
      select ordered.id, counted.total from counted left join ordered on true order by ordered.place`,
  )
  return { ids: rows.flatMap(row => row.id ?? []), total: rows[0]?.total ?? 0 }
}

/** Along the days until the page is full: a common word is met soon. */
async function walk(
  db: Database,
  condition: SQL,
  order: Order,
  limit: number,
  offset: number,
): Promise<string[]> {
  const rows = await rowsOf<Found>(
    db,
    sql`select s.article_id as id from article_search s where ${condition}
      order by ${byDay(order)} limit ${limit} offset ${offset}`,
  )
  return rows.map(row => row.id)
}

async function showHits(
  db: Database,
  { query }: ArticleFilter,
  ids: readonly string[],
): Promise<SearchHit[]> {
  const forms = query.must.flatMap(word => word.forms)
  const articles = await findFoundArticles(db, ids)
  return articles.map(({ headline, paragraphs, units, events, people, kind, place }) => {
    const shown = headline ?? beginning(paragraphs.find(text => text.trim()) ?? '')
    return {
      ...place,
      kind,
      headline: { text: shown, marks: findMarks(shown, forms) },
      passages: findPassages(paragraphs, forms),
      units,
      events,
      people,
    }
  })
}
