import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { UnitVersion } from '../contract/index.ts'
import { refuseTakenNames, takeTarget, takeUnit } from './refuse-unit.ts'
import { updateUnits } from './unit.store.ts'

/** Takes a unit without active units below out of use: it keeps its people and history, and rights in it end. */
export async function retireUnit(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  { version }: UnitVersion,
  entry: EntryDraft,
): Promise<void> {
  const unit = await takeUnit(tx, scope, { id, version, action: 'retire' })
  await updateUnits(tx, clock.now(), [{ ...unit, state: 'retired' }])
  describe(entry, unit, 'retired')
}

/** Takes a retired unit back into use, below the unit it stands under. */
export async function restoreUnit(
  tx: Database,
  scope: Scope,
  clock: Clock,
  id: string,
  { version }: UnitVersion,
  entry: EntryDraft,
): Promise<void> {
  const unit = await takeUnit(tx, scope, { id, version, action: 'restore' })
  const parent = await takeTarget(tx, scope, unit, unit.parentId!)
  await refuseTakenNames(tx, parent, [unit])
  await updateUnits(tx, clock.now(), [{ ...unit, state: 'active' }])
  describe(entry, unit, 'active')
}

function describe(entry: EntryDraft, unit: { id: string; name: string; state: string }, after: string): void {
  entry.words = unit.name
  entry.unitId = unit.id
  entry.before = { state: unit.state }
  entry.after = { state: after }
}
