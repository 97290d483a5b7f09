import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  actionsOfNeed,
  type NeedRecord,
  type NeedStepRecord,
  type NeedSummary,
} from '../../../contract/index.ts'
import { getNeedRow, type NeedRow } from './need.store.ts'

/** Roles somebody holds where a need stands. */
const rolesAt = (person: Person | null, path: string): string[] =>
  (person?.posts ?? []).filter(post => path.startsWith(post.path)).map(post => post.role)

export function viewNeed(row: NeedRow, person: Person | null): NeedSummary {
  const { id, number, unitId, unitName, source, kind, words, place, day, state, registeredName, version } =
    row
  return {
    id,
    number,
    unitId,
    unitName: unitName ?? '',
    source,
    kind,
    words,
    place,
    day,
    state,
    registeredName,
    createdAt: new Date(row.createdAt).toISOString(),
    version,
    actions: actionsOfNeed(state, rolesAt(person, row.path)),
  }
}

/** One need with its item and its history. Throws `not-found`. */
export async function viewNeedRecord(
  tx: Database,
  scope: Scope,
  id: string,
  person: Person | null,
): Promise<NeedRecord> {
  const row = await getNeedRow(tx, scope, id)
  const [item] = await rowsOf<{ id: string; title: string }>(
    tx,
    sql`select i.id, i.title from ledger_item i where i.id = ${row.itemId}`,
  )
  const steps = await rowsOf<Omit<NeedStepRecord, 'at'> & { at: string | Date }>(
    tx,
    sql`select s.at, s.action, s.by_name as "byName", s.words from need_step s where s.need_id = ${row.id}
      order by s.id desc limit 200`,
  )
  return {
    ...viewNeed(row, person),
    reason: row.reason,
    tells: row.contactSealed !== null,
    item: item ?? null,
    history: steps.map(step => ({ ...step, at: new Date(step.at).toISOString() })),
  }
}
