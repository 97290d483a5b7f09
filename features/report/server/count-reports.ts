import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ReportQuery } from '../contract/index.ts'
import { seen, type Viewer } from './report.store.ts'

/** Beyond so many a list whose filters no tally knows is not counted to its end. */
export const countedTo = 10_000

export type Count = { readonly total: number /** There are more than that. */; readonly more: boolean }

/** How many reports a list holds. Without filters, or by state and unit, from the tally; else counted, as far as needed. */
export async function countList(
  tx: Database,
  viewer: Viewer,
  { where, under, query }: { where: SQL; under: SQL; query: ReportQuery },
): Promise<Count> {
  if (isTallied(query)) return { total: await tallyReports(tx, viewer, { where, under, query }), more: false }
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from (select from report r where ${seen(viewer)} and ${where}
      limit ${countedTo + 1}) as counted`,
  )
  const { total } = counted!
  return { total: Math.min(total, countedTo), more: total > countedTo }
}

const tallied: readonly string[] = ['state', 'under', 'page', 'pageSize', 'sort']

function isTallied(query: ReportQuery): boolean {
  return Object.entries(query).every(([key, value]) => value === undefined || tallied.includes(key))
}

/** What was handed in is tallied; what never was is the little that somebody is writing. */
async function tallyReports(
  tx: Database,
  viewer: Viewer,
  { where, under, query: { state } }: { where: SQL; under: SQL; query: ReportQuery },
): Promise<number> {
  const { scope }: { scope: Scope } = viewer
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select (select coalesce(sum(r.difference), 0) from report_tally r
          where ${within(scope, sql`r.scope_path`)} and ${under} ${state?.length ? sql`and r.state in ${state}` : sql``})::int
        + (select count(*) from report r where r.submitted_at is null and ${seen(viewer)} and ${where})::int as total`,
  )
  return counted!.total
}
