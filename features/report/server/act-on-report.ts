/** One deed on a report: load, decide, move, write down, tell. */
import { getReporting } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { nameUnits, nearestOffice, type Office, rootUnitId } from '@jianbao/organisation/server'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, storableText } from '@jianbao/platform/db'
import { type ReportDeed, type ReportState, reportFlow, reportRefusal } from '../contract/index.ts'
import { type Asked, checkReport } from './check-report.ts'
import { followReport } from './commission/follow-report.ts'
import {
  moveReport,
  type ReportRow,
  removeReport,
  type Standing,
  takeReport,
  type Viewer,
} from './report.store.ts'
import { standingOf } from './report.view.ts'
import { addAdoption, addStep, listFigures, revokeAdoption } from './report-parts.store.ts'
import { stateWords } from './save-report.ts'
import { tellOfReport } from './tell-of-report.ts'

export type DeedInput = {
  readonly version: number
  readonly reason?: string
  readonly column?: string
  readonly title?: string
  readonly body?: string
}

const deedWords: Readonly<Record<ReportDeed, string>> = {
  send: '送审',
  approve: '报出',
  decline: '退回',
  withdraw: '撤回',
  remove: '删除',
  accept: '受理',
  forward: '上报',
  adopt: '采用',
  keep: '留存',
  reopen: '取消留存',
  return: '退回',
  revoke: '撤销采用',
}

/**
 * Throws Problem `not-found` for what is not the caller's to do, `report-state`, `report-stale`, `report-held`, and what
 * `checkReport` throws of a report that is handed in.
 */
export async function actOnReport(
  tx: Database,
  viewer: Viewer,
  { id, deed, input }: { id: string; deed: ReportDeed; input: DeedInput },
  asked: Asked & { readonly now: Date },
  entry: EntryDraft,
): Promise<void> {
  const { now } = asked
  const row = await takeReport(tx, viewer, id)
  const desk = row.deskId === null ? null : ((await nameUnits(tx, [row.deskId])).get(row.deskId) ?? null)
  const standing = standingOf(row, viewer.person.posts, desk)
  refuse(row, deed, reportRefusal(deed, standing))
  if (row.version !== input.version)
    throw new Problem('report-stale', { by: row.editedName, what: stateWords[row.state] })
  const atDesk = reportFlow[deed].at === 'desk'
  if (
    atDesk &&
    row.claimedBy !== null &&
    row.claimedBy !== viewer.person.id &&
    new Date(row.claimedUntil!) > now
  )
    throw new Problem('report-held', { by: row.claimedName ?? '' })
  entry.words = row.title || '（无标题）'
  entry.unitId = row.unitId
  entry.before = { state: row.state, desk: desk?.name ?? null }
  if (deed === 'remove') return removeReport(tx, id)

  // Whoever signs for the unit need not send it to themselves.
  const done = deed === 'send' && standing.inUnit.includes('unit-lead') ? 'approve' : deed
  if (done === 'send' || done === 'approve') await checkReport(tx, row, await listFigures(tx, id), asked)
  const to = await standingAfter(tx, row, done, desk, now)
  if (done === 'adopt') await adopt(tx, row, viewer, input, now)
  if (done === 'revoke')
    await revokeAdoption(tx, {
      reportId: id,
      unitId: row.deskId!,
      reason: storableText(input.reason!).trim(),
      at: now,
    })
  await moveReport(tx, id, to, viewer.person, now)
  const reason = input.reason === undefined ? null : storableText(input.reason).trim()
  const acting = atDesk ? row.deskId : row.unitId
  const step = {
    action: done,
    state: to.state,
    by: viewer.person,
    unitId: acting,
    deskId: to.deskId,
    reason,
    at: now,
  }
  await addStep(tx, id, { ...step, ...(input.column ? { details: { column: input.column } } : {}) })
  entry.after = { state: to.state, ...(reason ? { reason } : {}) }
  await followReport(tx, { row, deed: done, desk, by: viewer.person, today: asked.today, now })
  await tellOfReport(tx, { row, deed: done, to, by: viewer.person, reason, now })
}

function refuse(row: ReportRow, deed: ReportDeed, refusal: ReturnType<typeof reportRefusal>): void {
  if (refusal === null) return
  if (refusal === 'role') throw new Problem('not-found')
  const action = refusal === 'top' ? '上报（已在最上一级）' : deedWords[deed]
  throw new Problem('report-state', { state: stateWords[row.state], action })
}

async function standingAfter(
  tx: Database,
  row: ReportRow,
  deed: Exclude<ReportDeed, 'remove'>,
  desk: Office | null,
  now: Date,
): Promise<Standing> {
  const state = reportFlow[deed].to as ReportState
  const taken = { acceptedAt: row.acceptedAt === null ? now : new Date(row.acceptedAt) }
  switch (deed) {
    case 'send':
      return { state, deskId: null, ...(row.sentAt === null ? { sentAt: now } : {}) }
    case 'approve':
      return {
        state,
        deskId: await deskAbove(tx, row.path),
        arrivedAt: now,
        ...(row.sentAt === null ? { sentAt: now } : {}),
        ...(row.submittedAt === null ? { submittedAt: now } : {}),
      }
    case 'forward':
      return { state, deskId: await deskAbove(tx, desk!.path), arrivedAt: now, ...taken }
    case 'accept':
    case 'adopt':
    case 'keep':
    case 'reopen':
    case 'revoke':
      return { state, deskId: row.deskId, ...taken }
    case 'return':
      return { state, deskId: null, returnedBy: row.deskId!, acceptedAt: null }
    case 'decline':
    case 'withdraw':
      return { state, deskId: null, arrivedAt: null, acceptedAt: null }
  }
}

/** The next desk with an editor; at the top of the tree even when nobody sits there yet. */
async function deskAbove(tx: Database, path: string): Promise<string> {
  return (await nearestOffice(tx, ['editor'], path, { above: true }))?.id ?? rootUnitId
}

async function adopt(
  tx: Database,
  row: ReportRow,
  { person }: Viewer,
  { column, title, body }: DeedInput,
  now: Date,
): Promise<void> {
  const reporting = row.campaignId === null ? null : await getReporting(tx, row.campaignId)
  if (!reporting?.columns.some(({ id }) => id === column)) throw new Problem('report-column-unknown')
  await addAdoption(tx, {
    reportId: row.id,
    unitId: row.deskId!,
    column: column!,
    title: storableText(title ?? row.title).trim(),
    body: storableText(body ?? row.body).trimEnd(),
    by: person,
    at: now,
  })
}
