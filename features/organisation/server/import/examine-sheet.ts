import type { Scope } from '@jianbao/platform/access'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { ImportKind, SheetProblem } from '../../contract/index.ts'
import { findBeyond, selectPeople } from '../people/person.store.ts'
import type { ReadSheet } from '../sheet/sheet.types.ts'
import { listNodes, type UnitNode } from '../unit.store.ts'
import { checkPeople, type PeoplePlan } from './check-people.ts'
import { checkUnits } from './check-units.ts'
import type { Checked } from './import.types.ts'
import type { UnitPlan } from './plan-units.ts'

export type Examined =
  | ({ readonly kind: 'units'; readonly nodes: readonly UnitNode[] } & Checked<UnitPlan>)
  | ({ readonly kind: 'people' } & Checked<PeoplePlan>)

/** Compares a sheet with the register as the importer sees it. */
export async function examineSheet(
  tx: Database,
  scope: Scope,
  sheet: ReadSheet,
  { kind, callerId, sealer }: { kind: ImportKind; callerId: string; sealer: Sealer },
): Promise<Examined> {
  const nodes = await listNodes(tx, scope)
  if (kind === 'people') {
    const filter = { state: 'all', underPath: null } as const
    const { rows: people } = await selectPeople(tx, scope, filter, { limit: 1_000_000, offset: 0 })
    const ids = people.map(person => person.id)
    const beyond = await findBeyond(tx, scope, ids)
    const checked = checkPeople(sheet, { units: nodes, people, callerId, beyond }, sealer)
    return { kind, ...withSheetProblems(sheet, checked) }
  }
  const there = new Set(nodes.map(node => node.code))
  const fresh = sheet.rows.flatMap(row => row.texts['code'] ?? []).filter(code => !there.has(code))
  const hidden = await listHiddenCodes(tx, scope, fresh)
  const tops = new Set(scope.roots.map(root => root.unitId))
  return { kind, nodes, ...withSheetProblems(sheet, checkUnits(sheet, { nodes, tops, hidden })) }
}

/** What is wrong about single cells and about the whole stands first, in the order of the rows. */
function withSheetProblems<Plan>(sheet: ReadSheet, checked: Checked<Plan>): Checked<Plan> {
  const found = [...sheet.problems, ...checked.problems]
  const problems = found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || columnOf(a) - columnOf(b))
  return { ...checked, problems }
}

function columnOf({ cell }: SheetProblem): number {
  const letters = /^[A-Z]+/.exec(cell ?? '')?.[0] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Those of the codes that units outside the scope have; that they are taken is all that is told. */
function listHiddenCodes(tx: Database, scope: Scope, codes: readonly string[]): Promise<ReadonlySet<string>> {
  return withRole(tx, 'owner', async () => {
    const rows = await rowsOf<{ code: string }>(
      tx,
      sql`select u.code from unit u join json_array_elements_text(${JSON.stringify(codes)}::json) as x(code)
          on x.code = u.code where not ${within(scope, sql`u.path`)}`,
    )
    return new Set(rows.map(row => row.code))
  })
}
