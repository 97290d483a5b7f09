import { getReporting } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { AdoptionEdit, ReportState } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { addStep } from '../report-parts.store.ts'
import { type AdoptedRow, holdAdopted, together } from './adoption.store.ts'

type Editing = { readonly id: string; readonly edit: AdoptionEdit; readonly now: Date }

/** Another text or column; what it was stays in its history. Throws `not-found`, `adoption-stale`, `report-column-unknown`. */
export async function editAdoption(
  tx: Database,
  viewer: Viewer,
  { id, edit, now }: Editing,
  entry: EntryDraft,
): Promise<void> {
  const row = await holdAdopted(tx, viewer, id, edit.version)
  const reporting = row.campaignId === null ? null : await getReporting(tx, row.campaignId)
  if (!reporting?.columns.some(({ id: key }) => key === edit.column))
    throw new Problem('report-column-unknown')
  const after = {
    column: edit.column,
    title: storableText(edit.title).trim(),
    body: storableText(edit.body.replace(/\r\n?/g, '\n')).trimEnd(),
  }
  const before = { column: row.columnKey, title: row.title, body: row.body }
  entry.words = row.title
  entry.before = { column: before.column, title: before.title, letters: before.body.length }
  entry.after = { column: after.column, title: after.title, letters: after.body.length }
  if (JSON.stringify(before) === JSON.stringify(after)) return
  const at = now.toISOString()
  await tx.execute(sql`insert into adoption_revision (adoption_id, version, column_key, title, body, by_name, at)
    select a.id, a.version, a.column_key, a.title, a.body, ${viewer.person.name}, ${at} from adoption a
      where ${together(row)}`)
  await tx.execute(sql`update adoption a set column_key = ${after.column}, title = ${after.title}, body = ${after.body},
    version = a.version + 1 where ${together(row)}`)
  await noteOnReports(tx, viewer, row, { action: 'edit-adoption', details: { column: after.column }, now })
}

type Note = {
  readonly action: string
  readonly details: Readonly<Record<string, string | number>>
  readonly now: Date
}

/** Into the history of the report, and of those it was made one piece with. */
export async function noteOnReports(
  tx: Database,
  { person }: Viewer,
  row: AdoptedRow,
  { action, details, now }: Note,
): Promise<void> {
  const reports = await rowsOf<{ id: string; state: ReportState; deskId: string | null }>(
    tx,
    sql`select r.id, r.state, r.desk_id as "deskId" from report r join adoption a on a.report_id = r.id
      where ${together(row)} order by r.id`,
  )
  for (const { id, state, deskId } of reports)
    await addStep(tx, id, { action, state, by: person, unitId: row.deskId, deskId, details, at: now })
}
