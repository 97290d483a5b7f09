/** What is done with a document on its way, one at a time or with all that were drafted together. */

import { recallDeliveries } from '@jianbao/edition/server'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { MissiveRow, Viewer } from '../missive.store.ts'
import { numberOf } from '../missive.view.ts'
import { issueMissives } from './issue-missives.ts'
import { takeBatch, takeMissive } from './take-missive.ts'
import { tellDrafters, tellSigners } from './tell-of-missive.ts'

type Asked = { readonly id: string; readonly version: number; readonly now: Date }
type WithReason = Asked & { readonly reason: string }

const set = (tx: Database, rows: readonly MissiveRow[], now: Date, what: SQL): Promise<unknown> =>
  tx.execute(sql`update missive set ${what}, updated_at = ${now.toISOString()}, version = version + 1
    where id = any (${`{${rows.map(({ id }) => id).join(',')}}`}::uuid[])`)

async function submit(
  tx: Database,
  { person }: Viewer,
  rows: readonly MissiveRow[],
  now: Date,
): Promise<void> {
  const empty = rows.find(row => row.title.trim() === '' || row.numberWord.trim() === '')
  if (empty) throw new Problem('missive-incomplete')
  await set(
    tx,
    rows,
    now,
    sql`state = 'waiting', submitted_by = ${person.id}, submitted_name = ${person.name},
      submitted_at = ${now.toISOString()}, return_reason = null, returned_name = null`,
  )
  await tellSigners(tx, { kind: 'missive.waiting', rows, by: person, now })
}

/** 送签. Throws `missive-incomplete`, and what `takeMissive` throws. */
export async function submitMissive(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  await submit(tx, viewer, [await takeMissive(tx, viewer, asked, 'submit', entry)], asked.now)
}

/** 撤回送签 */
export async function withdrawMissive(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<void> {
  await set(tx, [await takeMissive(tx, viewer, asked, 'withdraw', entry)], asked.now, sql`state = 'draft'`)
}

/** 退回修改, with a reason for who drafted it. */
export async function returnMissive(
  tx: Database,
  viewer: Viewer,
  { reason, ...asked }: WithReason,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeMissive(tx, viewer, asked, 'return', entry)
  const words = said(reason)
  entry.after = { reason: words }
  const { person } = viewer
  const what = sql`state = 'draft', return_reason = ${words}, returned_name = ${person.name}`
  await set(tx, [row], asked.now, what)
  const details = { reason: words }
  await tellDrafters(tx, { kind: 'missive.returned', rows: [row], by: person, now: asked.now, details })
}

/** 签发. Answers the ids whose forms are to be made. */
export async function issueMissive(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<string[]> {
  return issueMissives(tx, viewer, [await takeMissive(tx, viewer, asked, 'issue', entry)], asked.now)
}

/** 撤回: it keeps its number and stays to be read, marked; whoever got it is told. */
export async function recallMissive(
  tx: Database,
  viewer: Viewer,
  { reason, ...asked }: WithReason,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeMissive(tx, viewer, asked, 'recall', entry)
  const [words, now] = [said(reason), asked.now]
  entry.after = { number: numberOf(row) ?? '', reason: words }
  const what = sql`state = 'recalled', recalled_name = ${viewer.person.name}, recalled_at = ${now.toISOString()},
    recall_reason = ${words}, problem = null`
  await set(tx, [row], now, what)
  await recallDeliveries(tx, { id: row.id, reason: words, by: viewer.person.name, now })
}

/** All drafts of a batch are put to the signatory, or none. Answers how many. */
export async function submitBatch(
  tx: Database,
  viewer: Viewer,
  { id, now }: Pick<Asked, 'id' | 'now'>,
  entry: EntryDraft,
): Promise<number> {
  const rows = await takeBatch(tx, viewer, id, 'submit', entry)
  await submit(tx, viewer, rows, now)
  return rows.length
}

/** All of a batch that wait are issued with numbers one after the other, or none. */
export async function issueBatch(
  tx: Database,
  viewer: Viewer,
  { id, now }: Pick<Asked, 'id' | 'now'>,
  entry: EntryDraft,
): Promise<string[]> {
  const rows = await takeBatch(tx, viewer, id, 'issue', entry)
  const sorted = [...rows].sort((a, b) => (a.addresseeName < b.addresseeName ? -1 : 1))
  return issueMissives(tx, viewer, sorted, now)
}

function said(reason: string): string {
  const words = storableText(reason).trim()
  if (!/[^\p{C}\p{Z}]/u.test(words)) throw new Problem('missive-reason')
  return words
}
