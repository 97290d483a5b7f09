/** Who is at a report: one editor at a time, until they fall silent. */
import { Problem } from '@jianbao/errors'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { claimMinutes, type InboxClaim } from '../../contract/index.ts'
import { type ReportRow, takeReport, type Viewer } from '../report.store.ts'
import { addStep } from '../report-parts.store.ts'
import { desksOf } from './inbox.store.ts'

type Claiming = { readonly id: string; readonly now: Date }

/** Takes a report nobody is at, or keeps it for longer. Throws `not-found`, `report-held`. */
export async function claimReport(tx: Database, viewer: Viewer, { id, now }: Claiming): Promise<InboxClaim> {
  const row = await takeAtDesk(tx, viewer, id)
  const other = holderOf(row, now)
  if (other && other.id !== viewer.person.id) throw new Problem('report-held', { by: other.name })
  return write(tx, viewer, row, now)
}

/** Takes it from whoever is at it; they are told. Throws `not-found`. */
export async function takeOverReport(
  tx: Database,
  viewer: Viewer,
  { id, now }: Claiming,
): Promise<{ answer: InboxClaim; row: ReportRow }> {
  const row = await takeAtDesk(tx, viewer, id)
  const other = holderOf(row, now)
  const answer = await write(tx, viewer, row, now)
  if (other && other.id !== viewer.person.id) {
    const { person } = viewer
    const details = { title: row.title, by: person.name }
    await notify(tx, { to: [other.id], kind: 'report.taken-over', details, link: `/reports/${id}`, at: now })
    await addStep(tx, id, {
      ...{
        action: 'take-over',
        state: row.state,
        by: person,
        unitId: row.deskId,
        deskId: row.deskId,
        at: now,
      },
      details: { from: other.name },
    })
  }
  return { answer, row }
}

/** Lets go of what the caller holds; what another took over meanwhile stays theirs. Throws `not-found`. */
export async function releaseReport(
  tx: Database,
  viewer: Viewer,
  { id, now }: Claiming,
): Promise<InboxClaim> {
  const row = await takeAtDesk(tx, viewer, id)
  const holder = holderOf(row, now)
  if (holder && holder.id !== viewer.person.id) return { claim: claimOf(row), version: row.version }
  await tx.execute(
    sql`update report set claimed_by = null, claimed_name = null, claimed_until = null where id = ${id}`,
  )
  return { claim: null, version: row.version }
}

/** At a desk it lies on alone: what was handed on or returned is not there to be held. */
async function takeAtDesk(tx: Database, viewer: Viewer, id: string): Promise<ReportRow> {
  const row = await takeReport(tx, viewer, id)
  if (row.deskId === null || !desksOf(viewer.person).includes(row.deskId)) throw new Problem('not-found')
  return row
}

function holderOf(row: ReportRow, now: Date): { id: string; name: string } | null {
  if (row.claimedBy === null || new Date(row.claimedUntil!) <= now) return null
  return { id: row.claimedBy, name: row.claimedName ?? '' }
}

const claimOf = (row: ReportRow): InboxClaim['claim'] => ({
  byId: row.claimedBy!,
  byName: row.claimedName ?? '',
  until: new Date(row.claimedUntil!).toISOString(),
})

async function write(
  tx: Database,
  { person }: Viewer,
  { id, version }: ReportRow,
  now: Date,
): Promise<InboxClaim> {
  const until = new Date(now.getTime() + claimMinutes * 60_000).toISOString()
  const byName = storableText(person.name)
  await tx.execute(sql`update report set claimed_by = ${person.id}, claimed_name = ${byName},
    claimed_until = ${until} where id = ${id}`)
  return { claim: { byId: person.id, byName, until }, version }
}
