import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { UnitChange } from '../contract/index.ts'
import { checkUnit, refuseTakenCode } from './check-unit.ts'
import { refuseTakenNames, takeUnit } from './refuse-unit.ts'
import { renamed } from './unit.rules.ts'
import { findNode, updateUnits } from './unit.store.ts'
import { unitFacts } from './unit.trail.ts'

/** Changes what is named; a name that is given up stays as a former one. */
export async function editUnit(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  change: UnitChange,
  entry: EntryDraft,
): Promise<void> {
  const { version, kind, code, division, ...names } = checkUnit(change)
  const unit = await takeUnit(tx, scope, { id, version, action: 'edit' })
  const next = {
    ...unit,
    ...renamed(unit, names),
    kind: kind ?? unit.kind,
    code: code ?? unit.code,
    division: division === undefined ? unit.division : division,
  }
  if (next.code !== unit.code) await refuseTakenCode(tx, next.code)
  if (unit.parentId !== null && unit.state === 'active') {
    // The unit above the top of a scope has no name for the caller.
    const parent = (await findNode(tx, scope, unit.parentId)) ?? { id: unit.parentId, name: '上级单位' }
    await refuseTakenNames(tx, parent, [next])
  }
  await updateUnits(tx, clock.now(), [next])
  entry.words = next.name
  entry.unitId = id
  entry.before = unitFacts(unit)
  entry.after = unitFacts(next)
}
