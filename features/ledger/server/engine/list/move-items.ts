/** Deeds other than dispatching, on many items of one ledger that are held and may be moved. */
import { type Database, type SQL, sql, storableText } from '@jianbao/platform/db'
import { type ItemState, stateAfter } from '../../../contract/index.ts'
import { type ItemRow, selectItems } from '../item.store.ts'
import { keepLights } from '../keep-lights.ts'
import { noteSteps } from '../note-step.ts'
import type { ManyDeed } from './many-deed.ts'
import { tellOfMany } from './tell-of-many.ts'

/** What each puts down besides the state, as `actOnItem` does for one. */
function puts({ deed, by, now }: ManyDeed): SQL {
  const at = now.toISOString()
  switch (deed) {
    case 'submit':
      return sql`submitted_at = ${at}, submitted_by = ${by.id}`
    case 'approve':
      return sql`reviewed_at = ${at}`
    case 'reject':
      return sql`submitted_by = null`
    case 'acknowledge':
      return sql`acknowledged_at = ${at}`
    case 'cancel':
      return sql`cancelled_at = ${at}`
  }
}

/** Writes state, step and light of each; tells each person once. */
export async function moveItems(tx: Database, rows: readonly ItemRow[], wish: ManyDeed): Promise<void> {
  const { deed, by, now, today } = wish
  const words = wish.words ? storableText(wish.words) : null
  const state: ItemState = stateAfter(deed, rows[0]!.state, rows[0]!.rules)
  const ids = rows.map(({ id }) => id)
  await tx.execute(sql`update ledger_item i set state = ${state}, updated_at = ${now.toISOString()},
    version = i.version + 1, ${puts(wish)}
    where i.id in (select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)`)
  await noteSteps(tx, ids, { action: deed, state, by, now, words })
  const lit = rows.filter(row => row.dispatchedAt !== null)
  await keepLights(
    tx,
    lit.map(row => ({ id: row.id, before: row, after: { ...row, state } })),
    today,
  )
  if (deed === 'cancel') await cancelParts(tx, ids, wish)
  await tellOfMany(tx, rows, { deed, by, now, words })
}

/** What is cancelled takes its parts along, and theirs. */
async function cancelParts(tx: Database, ids: readonly string[], wish: ManyDeed): Promise<void> {
  const parts = await selectItems(
    tx,
    sql`i.parent_id in (select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)
      and i.state not in ('closed', 'settled', 'cancelled')`,
    sql`order by i.id for update of i`,
  )
  if (parts.length) await moveItems(tx, parts, wish)
}
