import {
  and,
  asc,
  type Database,
  desc,
  eq,
  inArray,
  ne,
  or,
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

type Numbered = Pick<typeof issueTable.$inferSelect, 'series' | 'issueNo' | 'special' | 'date'>

/** The same series, number, special and year; without a series or a number none is the same. */
function isSame({ series, issueNo, special, date }: Numbered): SQL {
  if (series === null || issueNo === null) return sql`false`
  const year = sql`extract(year from ${issueTable.date})`
  return sql`(${and(
    eq(issueTable.series, series),
    eq(issueTable.issueNo, issueNo),
    eq(issueTable.special, special),
    sql`${year} is not distinct from extract(year from ${date}::date)`,
  )})`
}

/** How many other issues are the same number of the same series. */
export async function countSameIssue(db: Database, row: typeof issueTable.$inferSelect): Promise<number> {
  return db.$count(issueTable, and(isSame(row), ne(issueTable.id, row.id)))
}

/** Ids of issues from other documents that are the same number of the same series as one of these. */
export async function selectSameIssues(
  db: Database,
  documentId: string,
  issues: readonly Numbered[],
): Promise<string[]> {
  if (!issues.length) return []
  const others = sql`${issueTable.documentId} is distinct from ${documentId}`
  const rows = await db
    .select({ id: issueTable.id })
    .from(issueTable)
    .where(and(others, or(...issues.map(isSame))))
    .orderBy(issueTable.createdAt, issueTable.id)
    .limit(20)
  return rows.map(({ id }) => id)
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
