import { type Scope, within } from '@jianbao/platform/access'
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

export type IssueRow = typeof issueTable.$inferSelect

/** The first lock of writing: issues of the scope. */
const inScope = (scope: Scope): SQL => within(scope, sql`${issueTable.scopePath}`)
/** The first lock of reading: besides, what is published by any unit. */
const readable = (scope: Scope): SQL => sql`(${inScope(scope)} or ${issueTable.publishedAt} is not null)`

export async function findIssueRow(tx: Database, scope: Scope, id: string): Promise<IssueRow | null> {
  const rows = await tx
    .select()
    .from(issueTable)
    .where(and(eq(issueTable.id, id), readable(scope)))
  return rows[0] ?? null
}

/** An issue that may be written to, held until the transaction ends. */
export async function holdIssueRow(tx: Database, scope: Scope, id: string): Promise<IssueRow | null> {
  const rows = await tx
    .select()
    .from(issueTable)
    .where(and(eq(issueTable.id, id), inScope(scope)))
    .for('update')
  return rows[0] ?? null
}

/** Issues recorded from documents, in the order they stand in them; those that are only published elsewhere are not told. */
export async function selectIssuesOf(
  tx: Database,
  scope: Scope,
  documentIds: readonly string[],
): Promise<IssueRow[]> {
  if (!documentIds.length) return []
  return tx
    .select()
    .from(issueTable)
    .where(and(inArray(issueTable.documentId, [...documentIds]), inScope(scope)))
    .orderBy(issueTable.documentId, issueTable.position)
}

/** Columns and articles of an issue that was found. */
export async function readColumns(tx: Database, scope: Scope, issueId: string) {
  const open = tx.select({ id: issueTable.id }).from(issueTable).where(readable(scope))
  const columns = await tx
    .select()
    .from(columnTable)
    .where(and(eq(columnTable.issueId, issueId), inArray(columnTable.issueId, open)))
    .orderBy(columnTable.position)
  if (!columns.length) return { columns, articles: [] }
  const ids = columns.map(column => column.id)
  const articles = await tx
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
export async function countSameIssue(tx: Database, scope: Scope, row: IssueRow): Promise<number> {
  return tx.$count(issueTable, and(readable(scope), isSame(row), ne(issueTable.id, row.id)))
}

/** Ids of issues from other documents that are the same number of the same series as one of these. */
export async function selectSameIssues(
  tx: Database,
  scope: Scope,
  documentId: string,
  issues: readonly Numbered[],
): Promise<string[]> {
  if (!issues.length) return []
  const others = sql`${issueTable.documentId} is distinct from ${documentId}`
  const rows = await tx
    .select({ id: issueTable.id })
    .from(issueTable)
    .where(and(readable(scope), others, or(...issues.map(isSame))))
    .orderBy(issueTable.createdAt, issueTable.id)
    .limit(20)
  return rows.map(({ id }) => id)
}

export async function setPublished(tx: Database, scope: Scope, id: string, at: Date | null) {
  return change(tx, scope, id, { publishedAt: at })
}

export async function setChosenLayout(tx: Database, scope: Scope, id: string, layout: Layout) {
  return change(tx, scope, id, { chosenLayout: layout })
}

async function change(
  tx: Database,
  scope: Scope,
  id: string,
  changed: Partial<IssueRow>,
): Promise<IssueRow | null> {
  const rows = await tx
    .update(issueTable)
    .set(changed)
    .where(and(eq(issueTable.id, id), inScope(scope)))
    .returning()
  return rows[0] ?? null
}

/** One page of issues in a total order, and how many there are in all. */
export async function selectIssues(
  tx: Database,
  scope: Scope,
  query: IssueQuery & { page: number; pageSize: number },
) {
  const where = and(readable(scope), ...conditions(query))
  const rows = await tx
    .select()
    .from(issueTable)
    .where(where)
    .orderBy(...order(query.order ?? 'newest'))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const counted = await tx.select({ total: sql<number>`count(*)::int` }).from(issueTable).where(where)
  return { rows, total: counted[0]?.total ?? 0 }
}

/** What the filters can be set to; of published issues only when `published` says so. */
export async function selectFilters(tx: Database, scope: Scope, published: boolean | undefined) {
  const where = and(readable(scope), ...conditions({ published }))
  const series = await tx.selectDistinct({ name: issueTable.series }).from(issueTable).where(where)
  const year = sql<number>`extract(year from ${issueTable.date})::int`
  const years = await tx.selectDistinct({ year }).from(issueTable).where(where)
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
