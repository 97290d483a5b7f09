/** What is decided of a need: declined with a reason, sent to the unit it concerns, put to an item that does it. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { holds, type Person, type Scope, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { actionsOfNeed, type NeedAction, needAfter } from '../../../contract/index.ts'
import type { NeedServices } from './need.services.ts'
import { holdNeed, type NeedRow, noteNeedStep } from './need.store.ts'
import { cleanText } from './need.words.ts'
import { listNeedOffices } from './need-offices.ts'
import { tellAsker } from './tell-asker.ts'

export type NeedActor = { readonly person: Person; readonly now: Date }
type Asked = { readonly id: string; readonly version: number }

/** The need, held, when the action is the caller's to do now. Throws `not-found`, `need-settled`. */
export async function takeNeed(
  tx: Database,
  scope: Scope,
  asked: Asked,
  action: NeedAction,
  { person }: NeedActor,
  entry: EntryDraft,
): Promise<NeedRow> {
  const row = await holdNeed(tx, scope, asked)
  entry.words = row.number
  entry.unitId = row.unitId
  const roles = person.posts.filter(post => row.path.startsWith(post.path)).map(post => post.role)
  if (needAfter(action, row.state) === null) throw new Problem('need-settled', { number: row.number })
  if (!actionsOfNeed(row.state, roles).includes(action)) throw new Problem('not-found')
  return row
}

/** 不予受理: the asker is told why, where they left an address, and the address is erased. */
export async function declineNeed(
  services: NeedServices,
  tx: Database,
  scope: Scope,
  { reason: typed, ...asked }: Asked & { reason: string },
  actor: NeedActor,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeNeed(tx, scope, asked, 'decline', actor, entry)
  const reason = cleanText(typed)
  if (reason.length < 2) throw new Problem('need-words-missing')
  await tellAsker(services, tx, row, { kind: 'declined', reason })
  await tx.execute(sql`update need set state = 'declined', reason = ${reason}, contact_sealed = null,
    updated_at = ${actor.now.toISOString()}, version = version + 1 where id = ${row.id}`)
  await noteNeedStep(tx, { needId: row.id, action: 'decline', ...actor, words: reason })
  entry.before = { state: row.state }
  entry.after = { state: 'declined' }
}

/** 转办: to an office of the federation, also outside the caller's scope. Throws `need-unit-unknown`. */
export async function forwardNeed(
  tx: Database,
  scope: Scope,
  { reason: typed, unitId, ...asked }: Asked & { unitId: string; reason: string },
  actor: NeedActor,
  entry: EntryDraft,
): Promise<{ unitName: string; inScope: boolean }> {
  const row = await takeNeed(tx, scope, asked, 'forward', actor, entry)
  const reason = cleanText(typed)
  if (reason.length < 2) throw new Problem('need-words-missing')
  const office = (await listNeedOffices(tx)).find(({ id }) => id === unitId)
  if (!office || unitId === row.unitId) throw new Problem('need-unit-unknown')
  const words = `${row.unitName ?? ''} → ${office.name}：${reason}`
  // Written before it goes: afterwards it may be out of sight.
  await noteNeedStep(tx, { needId: row.id, action: 'forward', ...actor, words })
  await tx.execute(sql`select forward_need(${row.id}, ${unitId}, ${actor.now.toISOString()})`)
  entry.before = { unit: row.unitName }
  entry.after = { unit: office.name }
  const path = (await nameUnits(tx, [unitId])).get(unitId)?.path
  return { unitName: office.name, inScope: path !== undefined && holds(scope, path) }
}

/** 重新受理: what was declined waits again. */
export async function reconsiderNeed(
  tx: Database,
  scope: Scope,
  asked: Asked,
  actor: NeedActor,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeNeed(tx, scope, asked, 'reconsider', actor, entry)
  await tx.execute(sql`update need set state = 'waiting', reason = null, updated_at = ${actor.now.toISOString()},
    version = version + 1 where id = ${row.id}`)
  await noteNeedStep(tx, { needId: row.id, action: 'reconsider', ...actor })
  entry.before = { state: row.state }
  entry.after = { state: 'waiting' }
}

/** 并入: an item of the scope that is on its way does it too. Throws `need-item-unknown`. */
export async function mergeNeed(
  tx: Database,
  scope: Scope,
  { itemId, ...asked }: Asked & { itemId: string },
  actor: NeedActor,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeNeed(tx, scope, asked, 'merge', actor, entry)
  // Shared, so that it is not closed or cancelled between this look and the need that is put to it.
  const [item] = await rowsOf<{ title: string }>(
    tx,
    sql`select i.title from ledger_item i where i.id = ${itemId} and i.kind = 'service' and ${within(scope, sql`i.scope_path`)}
      and i.state in ('draft', 'review', 'ready', 'dispatched', 'doing', 'feedback') for update`,
  )
  if (!item) throw new Problem('need-item-unknown')
  await putToItem(tx, row, { itemId, merged: true, title: item.title }, actor, entry)
}

/** The need is answered by this item from here on. */
export async function putToItem(
  tx: Database,
  row: NeedRow,
  { itemId, merged, title }: { itemId: string; merged: boolean; title: string },
  actor: NeedActor,
  entry: EntryDraft,
): Promise<void> {
  const [state, action] = merged ? (['merged', 'merge'] as const) : (['accepted', 'accept'] as const)
  await tx.execute(sql`update need set state = ${state}, item_id = ${itemId}, merged = ${merged},
    updated_at = ${actor.now.toISOString()}, version = version + 1 where id = ${row.id}`)
  await noteNeedStep(tx, { needId: row.id, action, ...actor, words: title })
  entry.before = { state: row.state }
  entry.after = { state, item: title }
}
