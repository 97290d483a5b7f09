import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import { dated, headColumns, isPublic } from './find-published.ts'
import type { PublishedSummary } from './published.types.ts'

export type PublishedQuery = {
  readonly q?: string
  readonly series?: string
  readonly year?: number
  readonly page?: number
  readonly pageSize?: number
}
export type PublishedPage = {
  readonly rows: readonly PublishedSummary[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly seriesNames: readonly string[]
  readonly years: readonly number[]
}

type Row = Omit<PublishedSummary, 'publishedAt'> & { publishedAt: string | Date }

/** So many articles of an issue as may be read. */
const openArticles = sql`(select count(*)::int from issue_column c join article a on a.column_id = c.id
  where c.issue_id = i.id and not a.withheld) as articles`

/** When something that may be read was last put right. */
const lastErratum = sql`(select max(e.at) from issue_erratum e where e.issue_id = i.id and (e.article_id is null
  or exists (select from article a where a.id = e.article_id and not a.withheld)))`

/** Published issues, the newest first, and what the filters can be set to. */
export async function listPublished(tx: Database, query: PublishedQuery): Promise<PublishedPage> {
  const { page = 1, pageSize = 20 } = query
  const where = conditions(query)
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${headColumns}, ${openArticles} from issue i where ${where}
      order by i.date desc nulls last, i.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from issue i where ${where}`,
  )
  const choices = await listChoices(tx)
  return {
    rows: rows.map(row => dated<PublishedSummary>(row)),
    total: counted!.total,
    page,
    pageSize,
    ...choices,
  }
}

/** What the filters can be set to. */
export async function listChoices(tx: Database): Promise<Pick<PublishedPage, 'seriesNames' | 'years'>> {
  const [choices] = await rowsOf<{ series: string[] | null; years: number[] | null }>(
    tx,
    sql`select array_agg(distinct i.series) filter (where i.series is not null) as series,
      array_agg(distinct extract(year from i.date)::int) filter (where i.date is not null) as years
      from issue i where ${isPublic}`,
  )
  return {
    seriesNames: (choices?.series ?? []).toSorted((a, b) => a.localeCompare(b, 'zh')),
    years: (choices?.years ?? []).toSorted((a, b) => b - a),
  }
}

function conditions({ q, series, year }: PublishedQuery): SQL {
  const found = [isPublic]
  if (q) found.push(sql`i.search ilike ${`%${storableText(q).replace(/[\\%_]/g, '\\$&')}%`}`)
  if (series) found.push(sql`i.series = ${storableText(series)}`)
  if (year) found.push(sql`i.date between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`)
  return sql.join(found, sql` and `)
}

export type FeedIssue = PublishedSummary & {
  readonly changedAt: Date
  readonly items: readonly {
    readonly id: string
    readonly headline: string | null
    readonly opening: string | null
  }[]
}

/** What was published last, of one series or of all, with the articles that may be read. */
export async function listFeed(tx: Database, series: string | null, most: number): Promise<FeedIssue[]> {
  const rows = await rowsOf<
    Omit<Row, 'articles'> & { changedAt: string | Date; items: FeedIssue['items'] | null }
  >(
    tx,
    sql`select ${headColumns},
        greatest(i.published_at, ${lastErratum}) as "changedAt",
        (select jsonb_agg(jsonb_build_object('id', a.id, 'headline', a.headline, 'opening', a.paragraphs ->> 0)
            order by c.position, a.position)
          from issue_column c join article a on a.column_id = c.id
          where c.issue_id = i.id and not a.withheld) as items
      from issue i where ${isPublic} ${series === null ? sql`` : sql`and i.series = ${storableText(series)}`}
      order by i.published_at desc, i.id desc limit ${most}`,
  )
  return rows.map(({ changedAt, items, ...row }) => ({
    ...dated<PublishedSummary>({ ...row, articles: items?.length ?? 0 }),
    changedAt: new Date(changedAt),
    items: items ?? [],
  }))
}

/** Whether anything of the series may be read. */
export async function isPublishedSeries(tx: Database, series: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select 1 from issue i where ${isPublic} and i.series = ${storableText(series)} limit 1`,
  )
  return rows.length > 0
}

export type IssueAddresses = {
  readonly id: string
  readonly changedAt: Date
  readonly articleIds: readonly string[]
}

/** So many addresses in a part: with the whole issue that reaches over its end it stays below 50,000. */
const addressesInPart = 40_000
/** Published issues, each with the part in which it and its articles stand. */
const parted = (inPart: number): SQL => sql`(select i.id,
    ((sum(1 + i.articles) over (order by i.date desc nulls last, i.id desc))::int - 1) / ${inPart}::int as part
  from issue i where ${isPublic}) p`

/** How many parts there are, for the index of the sitemap. */
export async function countAddressParts(tx: Database, inPart = addressesInPart): Promise<number> {
  const [counted] = await rowsOf<{ parts: number }>(
    tx,
    sql`select greatest(1, ceil(sum(1 + i.articles)::numeric / ${inPart}))::int as parts from issue i where ${isPublic}`,
  )
  return counted?.parts ?? 1
}

/** Ids of everything that may be read, one part of it, for the sitemap. */
export async function listAddresses(
  tx: Database,
  part = 1,
  inPart = addressesInPart,
): Promise<IssueAddresses[]> {
  const rows = await rowsOf<{ id: string; changedAt: string | Date; articleIds: string[] | null }>(
    tx,
    sql`select i.id, greatest(i.published_at, ${lastErratum})
          as "changedAt",
        (select jsonb_agg(a.id order by c.position, a.position) from issue_column c
          join article a on a.column_id = c.id where c.issue_id = i.id and not a.withheld) as "articleIds"
      from ${parted(inPart)} join issue i on i.id = p.id where p.part = ${part - 1} and ${isPublic}
      order by i.date desc nulls last, i.id desc`,
  )
  return rows.map(({ id, changedAt, articleIds }) => ({
    id,
    changedAt: new Date(changedAt),
    articleIds: articleIds ?? [],
  }))
}
