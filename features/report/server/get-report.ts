import { nameUnits } from '@jianbao/organisation/server'
import type { Database } from '@jianbao/platform/db'
import { type Adoption, type Report, statesInUnit } from '../contract/index.ts'
import { lockOfReport } from './check-report.ts'
import { getReportRow, type Viewer } from './report.store.ts'
import { moment, showHead } from './report.view.ts'
import { type AdoptionRow, listAdoptions, listParts } from './report-parts.store.ts'

/** A report with everything that hangs on it. Throws Problem `not-found`. */
export async function getReport(
  tx: Database,
  viewer: Viewer,
  id: string,
  { now, today }: { now: Date; today: string },
): Promise<Report> {
  const row = await getReportRow(tx, viewer, id)
  const { figures, photos, steps, ...period } = await listParts(tx, row)
  // No desk has seen what never left its unit.
  const adoptions = row.submittedAt === null ? [] : await listAdoptions(tx, [id])
  const named = [row.deskId, ...adoptions.map(({ unitId }) => unitId)]
  const desks = await nameUnits(tx, [...named, ...(steps ?? []).flatMap(step => [step.unitId, step.deskId])])
  const nameOf = (unitId: string | null) => (unitId === null ? null : (desks.get(unitId)?.name ?? null))
  return {
    ...showHead(row, viewer, { desks }, now),
    body: row.body,
    place: row.place,
    partners: row.partners,
    figures: figures ?? [],
    proposal: row.proposal,
    photos: (photos ?? []).map(photo => ({ ...photo, url: `/api/reports/${id}/photos/${photo.id}` })),
    ...period,
    lock: statesInUnit.includes(row.state) ? await lockOfReport(tx, row, today) : null,
    steps: (steps ?? []).map(({ unitId, deskId, at, ...step }) => ({
      ...step,
      unitName: nameOf(unitId),
      deskName: nameOf(deskId),
      at: moment(at)!,
    })),
    adoptions: adoptions.map(adoption => showAdoption(adoption, nameOf(adoption.unitId) ?? '')),
  }
}

function showAdoption(row: AdoptionRow, unitName: string): Adoption {
  const printed =
    row.printedBody === null ? null : { title: row.printedTitle ?? row.title, body: row.printedBody }
  const differs = printed && (printed.title !== row.title || printed.body !== row.body)
  return {
    id: row.id,
    unitId: row.unitId,
    unitName,
    columnKey: row.columnKey,
    title: row.title,
    body: row.body,
    byName: row.byName,
    at: moment(row.at)!,
    issue:
      row.issueName === null
        ? null
        : { id: row.issueId, name: row.issueName, articleId: row.articleId, date: row.issueDate },
    printed: differs ? printed : null,
    revokedAt: moment(row.revokedAt),
    revokeReason: row.revokeReason,
    version: row.version,
  }
}
