/** One deed on one item: taken, decided, written with its step and its light, told. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, type SQL, sql, storableText } from '@jianbao/platform/db'
import {
  type ItemAction,
  type ItemRefusal,
  type ItemState,
  itemRefusal,
  type LightDays,
  stateAfter,
} from '../../contract/index.ts'
import { actionWords, stateWords } from './engine.words.ts'
import { type ItemRow, takeItem } from './item.store.ts'
import { standingOfItem } from './item.view.ts'
import { keepLight } from './keep-light.ts'
import { type ItemActor, noteSteps } from './note-step.ts'
import { tellOfItem } from './tell-of-item.ts'

export type ItemAsker = {
  readonly scope: Scope
  readonly person: Person
  readonly now: Date
  readonly today: string
}

/** An item held for a deed of the caller. Throws `not-found`, `changed-meanwhile`, and why it is not to be done now. */
export async function takeForDeed(
  tx: Database,
  asker: ItemAsker,
  wish: { readonly id: string; readonly version: number; readonly action: ItemAction },
  entry: EntryDraft,
): Promise<ItemRow> {
  const row = await takeItem(tx, asker.scope, wish)
  const keeper = (await nameUnits(tx, [row.keeperId])).get(row.keeperId)
  entry.words = row.title
  // Its unit knows nothing of what is not dispatched, nor does the trail of its unit.
  entry.unitId = row.dispatchedAt === null ? row.keeperId : row.unitId
  const refusal = refusalOf(row, wish.action, itemRefusal(wish.action, standingOfItem(row, asker, keeper)))
  if (refusal) throw refusal
  return row
}

/** What is told of an item that an action is not for now. */
export function refusalOf(row: ItemRow, action: ItemAction, why: ItemRefusal | null): Problem | null {
  const { title } = row
  switch (why) {
    case null:
      return null
    case 'role':
      return new Problem('not-found')
    case 'state':
      return new Problem('item-state', { title, state: stateWords[row.state], action: actionWords[action] })
    case 'own':
      return new Problem('item-own', { title })
    case 'evidence':
      return new Problem('item-evidence', { title })
    case 'parts':
      return new Problem('item-parts', { title, count: row.openParts })
    case 'late':
      return new Problem('item-late', { title, day: row.dueDay })
    case 'waiting':
      return new Problem('item-waiting', { title })
  }
}

/** What a deed makes of a row: columns to set, and of those the light goes by what is other than before. */
export type Change = {
  readonly action: ItemAction
  readonly set?: SQL
  readonly days?: Partial<Omit<LightDays, 'state'>>
  readonly words?: string | null | undefined
  readonly details?: object | null
  /** Left out: what the flow says. */
  readonly to?: ItemState
}

/** Writes a change to an item that is held. */
export async function changeItem(
  tx: Database,
  row: ItemRow,
  change: Change,
  { by, now, today }: { readonly by: ItemActor; readonly now: Date; readonly today: string },
  entry: EntryDraft = {},
): Promise<void> {
  const { action, set, days = {}, details = null } = change
  const state = change.to ?? stateAfter(action, row.state, row.rules)
  const words = change.words ? storableText(change.words) : null
  await tx.execute(sql`update ledger_item i set state = ${state}, updated_at = ${now.toISOString()},
    version = i.version + 1 ${set ? sql`, ${set}` : sql``} where i.id = ${row.id}`)
  await noteSteps(tx, [row.id], { action, state, by, now, words, details })
  if (row.dispatchedAt !== null || action === 'dispatch')
    await keepLight(tx, row.id, { before: row, after: { ...row, ...days, state }, today })
  await tellOfItem(tx, { row, action, by, now, words })
  entry.before = { state: row.state }
  entry.after = { state, ...(details ?? {}) }
}
