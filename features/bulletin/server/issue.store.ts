import {
  and,
  asc,
  type Database,
  desc,
  eq,
  inArray,
  ne,
  type SQL,
  sql,
  storableText,
} from '@jianbao/platform/db'
import type { IssueQuery, Layout } from '../contract/index.ts'
import { articleTable, columnTable, issueTable } from './issue.table.ts'

export async function findIssueRow(db: Database, id: string) {
  const rows = await db.select().from(issueTable).where(eq(issueTable.id, id))
  return rows[0] ?? null
}

export async function readColumns(db: Database, issueId: string) {
  const columns = await db
    .select()
    .from(columnTable)
    .where(eq(columnTable.issueId, issueId))
    .orderBy(columnTable.position)
  if (!columns.length) return { columns, articles: [] }
  const ids = columns.map(column => column.id)
  const articles = await db
    .select()
    .from(articleTable)
    .where(inArray(articleTable.columnId, ids))
    .orderBy(articleTable.position)
  return { columns, articles }
}

/** How many other issues carry the same series, number, special and year; without a series or a number none can. */
export async function countSameIssue(db: Database, row: typeof issueTable.$inferSelect): Promise<number> {
  if (row.series === null || row.issueNo === null) return 0
  const year = sql`extract(year from ${issueTable.date})`
  const same = and(
    eq(issueTable.series, row.series),
    eq(issueTable.issueNo, row.issueNo),
    eq(issueTable.special, row.special),
    sql`${year} is not distinct from extract(year from ${row.date}::date)`,
    ne(issueTable.id, row.id),
  )
  return db.$count(issueTable, same)
}

export async function setPublished(db: Database, id: string, at: Date | null) {
  const rows = await db.update(issueTable).set({ publishedAt: at }).where(eq(issueTable.id, id)).returning()
  return rows[0] ?? null
}

export async function setChosenLayout(db: Database, id: string, layout: Layout) {
  const changed = { chosenLayout: layout }
  const rows = await db.update(issueTable).set(changed).where(eq(issueTable.id, id)).returning()
  return rows[0] ?? null
}

/** One page of issues in a total order, and how many there are in all. */
export async function selectIssues(db: Database, query: IssueQuery & { page: number; pageSize: number }) {
  const where = and(...conditions(query))
  const rows = await db
    .select()
    .from(issueTable)
    .where(where)
    .orderBy(...order(query.order ?? 'newest'))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const counted = await db.select({ total: sql<number>`count(*)::int` }).from(issueTable).where(where)
  return { rows, total: counted[0]?.total ?? 0 }
}

/** What the filters can be set to; of published issues only when `published` says so. */
export async function selectFilters(db: Database, published: boolean | undefined) {
  const where = and(...conditions({ published }))
  const series = await db.selectDistinct({ name: issueTable.series }).from(issueTable).where(where)
  const year = sql<number>`extract(year from ${issueTable.date})::int`
  const years = await db.selectDistinct({ year }).from(issueTable).where(where)
  return {
    seriesNames: series.flatMap(row => (row.name ? [row.name] : [])).sort((a, b) => a.localeCompare(b, 'zh')),
    years: years.flatMap(row => (row.year ? [row.year] : [])).sort((a, b) => b - a),
  }
}

function conditions(query: { [K in keyof IssueQuery]?: IssueQuery[K] | undefined }): SQL[] {
  const found: SQL[] = []
  if (query.q)
    found.push(sql`${issueTable.search} ilike ${`%${storableText(query.q).replace(/[\\%_]/g, '\\$&')}%`}`)
  if (query.series) found.push(eq(issueTable.series, storableText(query.series)))
  if (query.year) {
    const from = `${query.year}-01-01`
    const to = `${query.year}-12-31`
    found.push(sql`${issueTable.date} between ${from}::date and ${to}::date`)
  }
  if (query.published !== undefined)
    found.push(
      query.published ? sql`${issueTable.publishedAt} is not null` : sql`${issueTable.publishedAt} is null`,
    )
  return found
}

function order(by: 'newest' | 'oldest' | 'number'): SQL[] {
  if (by === 'oldest') return [sql`${issueTable.date} asc nulls last`, asc(issueTable.id)]
  if (by === 'number')
    return [
      sql`${issueTable.series} asc nulls last`,
      sql`${issueTable.issueNo} asc nulls last`,
      asc(issueTable.id),
    ]
  return [sql`${issueTable.date} desc nulls last`, desc(issueTable.id)]
}
