/** What visitors may see of cases: those that are public, and no names of who works here. */
import { findMarks, findPassages, parseSearch } from '@jianbao/archive/server'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { TagCount } from '../contract/index.ts'
import { listTags, wordsStand } from './list-cases.ts'

export type PublicCase = {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly how: string
  readonly tags: readonly string[]
  readonly sourceUnit: string
  readonly sourceDay: string | null
  readonly publishedAt: Date
  readonly updatedAt: Date
  /** The published article it was made from. */
  readonly article: { readonly id: string; readonly issueId: string; readonly title: string } | null
}
type Row = Omit<PublicCase, 'publishedAt' | 'updatedAt'> & {
  publishedAt: string | Date
  updatedAt: string | Date
}

const isPublic = sql`c.state = 'public'`
const dated = (row: Row): PublicCase => ({
  ...row,
  publishedAt: new Date(row.publishedAt),
  updatedAt: new Date(row.updatedAt),
})

/** The published article of a case, found again by its headline when its document was read anew. */
const article = sql`(select jsonb_build_object('id', a.id, 'issueId', i.id, 'title', coalesce(a.headline, ''))
  from article a join issue_column k on k.id = a.column_id join issue i on i.id = k.issue_id
  where i.id = c.issue_id and i.published_at is not null and not a.withheld
    and (a.id = c.article_id or (c.article_id is null and a.headline = c.source_title))
  order by k.position, a.position limit 1) as article`

const columns = sql`c.id, c.title, c.why, c.how, c.tags, c.source_unit as "sourceUnit", c.source_day::text as "sourceDay",
  c.published_at as "publishedAt", c.updated_at as "updatedAt", ${article}`

export async function findPublicCase(tx: Database, id: string): Promise<PublicCase | null> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select ${columns} from casebook_case c where c.id = ${id} and ${isPublic}`,
  )
  return row ? dated(row) : null
}

type Marks = readonly (readonly [number, number])[]
export type PublicCaseHit = PublicCase & {
  readonly titleMarks: Marks
  readonly passages: readonly { readonly text: string; readonly marks: Marks }[]
}
export type PublicCasePage = {
  readonly rows: readonly PublicCaseHit[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly tags: readonly TagCount[]
}

/** Public cases, the newest first, with the words that were looked for. */
export async function listPublicCases(
  tx: Database,
  {
    q = '',
    tag = '',
    page = 1,
    pageSize = 20,
  }: { q?: string; tag?: string; page?: number; pageSize?: number },
): Promise<PublicCasePage> {
  const tagged = tag ? sql`${storableText(tag)} = any(c.tags)` : sql`true`
  const where = sql`${isPublic} and ${wordsStand(q, sql`c.open_search`)} and ${tagged}`
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${columns} from casebook_case c where ${where}
      order by c.published_at desc, c.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from casebook_case c where ${where}`,
  )
  const forms = parseSearch(q).must.flatMap(word => word.forms)
  return {
    rows: rows.map(row => ({
      ...dated(row),
      titleMarks: findMarks(row.title, forms),
      passages: findPassages([...row.why.split('\n'), ...row.how.split('\n')], forms),
    })),
    total: counted!.total,
    page,
    pageSize,
    tags: await listTags(tx, isPublic),
  }
}

/** For the sitemap. */
export async function listPublicCaseIds(tx: Database): Promise<{ id: string; updatedAt: Date }[]> {
  const rows = await rowsOf<{ id: string; updatedAt: string | Date }>(
    tx,
    sql`select c.id, c.updated_at as "updatedAt" from casebook_case c where ${isPublic}
      order by c.published_at desc, c.id desc`,
  )
  return rows.map(({ id, updatedAt }) => ({ id, updatedAt: new Date(updatedAt) }))
}
