/** 签发: the number is taken, and what is printed is fixed, in one transaction with the signature. */

import type { Read } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { type EditionDeed, editionRefusal } from '../../contract/index.ts'
import { type EditionRow, editionName, getEditionRow, noteStep, type Viewer } from '../edition.store.ts'
import { standingOf } from '../edition.view.ts'
import { takeNumbers } from '../series/series-numbers.ts'
import { reasonOf } from './act-on-edition.ts'
import { type FreezeOrder, readOrder } from './freeze-order.ts'
import { type DeedAsked, refuseUnready, takeForDeed } from './take-deed.ts'
import { senderOf, tell, tellRoles } from './tell-of-edition.ts'

export type Signing = Extract<EditionDeed, 'sign' | 'force'>

/** What would be set if the caller signed now; null when the deed will be refused anyway. */
export function readUnsigned(
  read: Read,
  viewerIn: (scope: Viewer['scope']) => Viewer,
  deed: Signing,
  { id, today }: Pick<DeedAsked, 'id' | 'today'>,
): Promise<FreezeOrder | null> {
  return read(async (tx, scope) => {
    const viewer = viewerIn(scope)
    const row = await getEditionRow(tx, viewer, id, today)
    if (editionRefusal(deed, standingOf(row, viewer.person)) !== null) return null
    return readOrder(tx, row, today)
  })
}

/**
 * Signs an edition: what was set before the call is what is signed, or the version is another. Throws what
 * `takeForDeed` throws, `edition-empty`, `edition-being-edited`, and `reason-missing` where it is forced.
 */
export async function signEdition(
  tx: Database,
  viewer: Viewer,
  deed: Signing,
  asked: DeedAsked,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeForDeed(tx, viewer, deed, asked, entry)
  const reason = deed === 'force' ? reasonOf(asked) : null
  await refuseUnready(tx, row, viewer, asked.now)
  const signed = await number(tx, row, asked.today)
  const { person } = viewer
  const at = asked.now.toISOString()
  await tx.execute(sql`update edition set state = 'signed', date = ${signed.date}::date, number_year = ${signed.numberYear},
      issue_no = ${signed.issueNo}, running_no = ${signed.runningNo}, signed_by = ${person.id},
      signed_name = ${person.name}, signed_at = ${at}, force_reason = ${reason}, version = version + 1,
      updated_at = ${at}
    where id = ${row.id}`)
  const order = await readOrder(tx, signed, asked.today)
  await tx.execute(sql`insert into edition_freeze (edition_id, content, at)
    values (${row.id}, ${JSON.stringify(order)}::jsonb, ${at})`)
  const stepName = row.state === 'signing' ? row.chain[row.step]!.name : null
  await noteStep(
    tx,
    row.id,
    { action: deed, state: 'signed', stepName, round: row.round, reason },
    person,
    asked.now,
  )
  entry.words = editionName(signed)
  entry.after = { issueNo: signed.issueNo, date: signed.date, ...(reason === null ? {} : { reason }) }
  const told = { row: signed, by: person, now: asked.now }
  await tell(tx, [await senderOf(tx, row)], { ...told, kind: 'edition.signed' })
  // Everybody who was passed over hears of it, and why.
  if (reason !== null)
    await tellRoles(tx, [...new Set(row.chain.map(({ role }) => role))], {
      ...told,
      kind: 'edition.forced',
      details: { reason },
    })
}

async function number(tx: Database, row: EditionRow, today: string): Promise<EditionRow> {
  const date = row.date ?? today
  const year = Number(date.slice(0, 4))
  const numbers = await takeNumbers(tx, { ...row, year })
  return { ...row, ...numbers, date, numberYear: year, state: 'signed' }
}
