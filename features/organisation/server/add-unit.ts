import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { UnitDraft } from '../contract/index.ts'
import { checkUnit, refuseTakenCode } from './check-unit.ts'
import { refuseTakenNames } from './refuse-unit.ts'
import { nextCode, settleNames } from './unit.rules.ts'
import { getNode, insertUnits, listChildren, listCodes, lockTree } from './unit.store.ts'
import { unitFacts } from './unit.trail.ts'

/** Adds a unit behind its siblings and gives back its id. */
export async function addUnit(
  tx: Database,
  scope: Scope,
  clock: Clock,
  draft: UnitDraft,
  entry: EntryDraft,
): Promise<string> {
  const { parentId, kind, division = null, name, shortNames = [], formerNames = [], code } = checkUnit(draft)
  await lockTree(tx)
  const parent = await getNode(tx, scope, parentId)
  if (parent.state === 'retired') throw new Problem('unit-under-retired', { target: parent.name })
  const id = randomUUID()
  await refuseTakenNames(tx, parent, [{ id, name }])
  if (code !== undefined) await refuseTakenCode(tx, code)
  const siblings = await listChildren(tx, scope, parentId)
  const unit = {
    id,
    parentId,
    kind,
    division,
    ...settleNames({ name, shortNames, formerNames }),
    code: code ?? (await freeCode(tx, parent.code)),
    position: siblings.length,
  }
  await insertUnits(tx, clock.now(), [unit], new Map([[parentId, parent.path]]))
  entry.words = name
  entry.unitId = id
  entry.after = unitFacts({ ...unit, state: 'active', mergedInto: null }, parent.name)
  return id
}

async function freeCode(tx: Database, parentCode: string): Promise<string> {
  const stem = nextCode(parentCode, []).replace(/\d{3}$/, '')
  return nextCode(parentCode, await listCodes(tx, [`${stem.replace(/[\\%_]/g, '\\$&')}%`]))
}
