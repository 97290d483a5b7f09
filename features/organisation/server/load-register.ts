import { randomUUID } from 'node:crypto'
import { divisionName, type RegisterEntry } from '@jianbao/intake'
import { act } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type UnitKind, unitKinds } from '../contract/index.ts'
import { rootUnitId } from './root-unit.ts'
import { settleNames } from './unit.rules.ts'
import { insertUnits, lockTree, type NewUnit, updateUnits } from './unit.store.ts'

const rootCode = 'ROOT'

/**
 * Makes the tree of a new installation out of register entries, once: nothing happens where that was done or where
 * units were made before. Entries of places are no units; the one without a unit above is the top. Returns how many
 * units there are now, 0 when nothing was done.
 */
export async function loadRegister(
  { db, clock }: { db: Database; clock: Clock },
  entries: readonly RegisterEntry[],
): Promise<number> {
  if (await isLoaded(db)) return 0
  const deed = {
    actor: { kind: 'system', id: 'start' } as const,
    action: 'organisation.load',
    object: rootUnitId,
  }
  return act(db, clock, deed, async (tx, entry) => {
    await lockTree(tx)
    // Another server may have been quicker.
    if (await isLoaded(tx)) return 0
    const units = entries.filter(isUnit)
    const top = units.find(unit => unit.parent === null)
    if (!top) throw new Error('the register has no unit at its top')
    const now = clock.now()
    await updateUnits(tx, now, [{ ...factsOf(top), id: rootUnitId, state: 'active', mergedInto: null }])
    const below = placeBelow(top, units)
    const [root] = await rowsOf<{ path: string }>(tx, sql`select path from unit where id = ${rootUnitId}`)
    await insertUnits(tx, now, below, new Map([[rootUnitId, root!.path]]))
    entry.words = top.name
    entry.unitId = rootUnitId
    entry.after = { units: below.length + 1 }
    return below.length + 1
  })
}

async function isLoaded(db: Database): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`select 1 from unit where code <> ${rootCode} or id <> ${rootUnitId}
      union all select 1 from audit_entry where action = 'organisation.load' limit 1`,
  )
  return rows.length > 0
}

type UnitEntry = RegisterEntry & { readonly kind: UnitKind }

const isUnit = (entry: RegisterEntry): entry is UnitEntry =>
  (unitKinds as readonly string[]).includes(entry.kind)

function factsOf(
  entry: UnitEntry,
): Pick<NewUnit, 'code' | 'kind' | 'division'> & ReturnType<typeof settleNames> {
  const { code, kind, name, shortNames } = entry
  const division = divisionName(code) === null ? null : code
  return { code, kind, division, ...settleNames({ name, shortNames, formerNames: [] }) }
}

/** All units but the top, each after the one above it, in the order of the register. */
function placeBelow(top: UnitEntry, units: readonly UnitEntry[]): NewUnit[] {
  const ids = new Map([[top.code, rootUnitId]])
  const counts = new Map<string, number>()
  const placed: NewUnit[] = []
  let waiting = units.filter(unit => unit !== top)
  while (waiting.length) {
    const ready = waiting.filter(unit => ids.has(unit.parent ?? top.code))
    // A unit above that is not there: the register is wrong, and it ships with the program.
    if (!ready.length) throw new Error(`no unit above ${waiting[0]!.code} in the register`)
    for (const unit of ready) {
      const parentId = ids.get(unit.parent ?? top.code)!
      const position = counts.get(parentId) ?? 0
      counts.set(parentId, position + 1)
      const id = randomUUID()
      ids.set(unit.code, id)
      placed.push({ ...factsOf(unit), id, parentId, position })
    }
    waiting = waiting.filter(unit => !ids.has(unit.code))
  }
  return placed
}
