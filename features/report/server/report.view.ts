/** Reports as answers show them, with what the caller may do next. */
import { nameUnits, type Office } from '@jianbao/organisation/server'
import type { Post } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { actionsOfReport, type ReportStanding, type ReportSummary } from '../contract/index.ts'
import type { ReportRow, Viewer } from './report.store.ts'
import { type AdoptionRow, listAdoptions } from './report-parts.store.ts'

export const moment = (value: string | Date | null): string | null =>
  value === null ? null : new Date(value).toISOString()

/** Where a person stands towards a report; `desk` is the unit whose desk it lies on. */
export function standingOf(row: ReportRow, posts: readonly Post[], desk: Office | null): ReportStanding {
  return {
    state: row.state,
    inUnit: posts.filter(post => row.path.startsWith(post.path)).map(post => post.role),
    atDesk: posts.filter(post => post.unitId === row.deskId).map(post => post.role),
    // The top of the tree has nobody above.
    deskAbove: desk !== null && desk.path.split('/').length > 2,
    taken: row.acceptedAt !== null,
  }
}

type Named = { readonly desks: ReadonlyMap<string, Office>; readonly adoptions: readonly AdoptionRow[] }

/** Everything of a report that lists and its page have in common. */
export function showHead(row: ReportRow, { person }: Viewer, { desks }: Pick<Named, 'desks'>, now: Date) {
  const desk = row.deskId === null ? null : (desks.get(row.deskId) ?? null)
  const claimed = row.claimedBy !== null && new Date(row.claimedUntil!) > now
  return {
    id: row.id,
    unitId: row.unitId,
    unitName: row.unitName,
    title: row.title,
    type: row.type,
    startDay: row.startDay,
    endDay: row.endDay,
    campaignId: row.campaignId,
    taskId: row.taskId,
    taskName: row.taskName,
    periodNo: row.periodNo,
    commissionId: row.commissionId,
    state: row.state,
    deskId: row.deskId,
    deskName: desk?.name ?? null,
    claim: claimed
      ? { byId: row.claimedBy!, byName: row.claimedName ?? '', until: moment(row.claimedUntil)! }
      : null,
    figureCount: row.figureCount,
    photoCount: row.photoCount,
    createdBy: row.createdBy,
    createdName: row.createdName,
    submittedAt: moment(row.submittedAt),
    arrivedAt: moment(row.arrivedAt),
    updatedAt: moment(row.updatedAt)!,
    version: row.version,
    actions: actionsOfReport(standingOf(row, person.posts, desk)),
  }
}

/** Rows of a list, with the columns they were adopted to. */
export async function showSummaries(
  tx: Database,
  viewer: Viewer,
  rows: readonly ReportRow[],
  now: Date,
): Promise<ReportSummary[]> {
  const adoptions = await listAdoptions(
    tx,
    rows.map(row => row.id),
  )
  const ids = [...rows.map(row => row.deskId), ...adoptions.map(adoption => adoption.unitId)]
  const desks = await nameUnits(tx, ids)
  return rows.map(row => ({
    ...showHead(row, viewer, { desks }, now),
    excerpt: row.body,
    adopted: adoptions
      .filter(({ reportId, revokedAt }) => reportId === row.id && revokedAt === null)
      .map(({ unitId, columnKey }) => ({ unitName: desks.get(unitId)?.name ?? '', columnKey })),
  }))
}
