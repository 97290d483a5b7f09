import type { ReadSheet } from '../sheet/sheet.types.ts'
import { unitForm } from '../sheet/unit.form.ts'
import { checkTree } from './check-tree.ts'
import type { Checked } from './import.types.ts'
import { nextTree, type Register } from './next-units.ts'
import { planUnits, type UnitPlan } from './plan-units.ts'
import { openRowReader } from './row-reader.ts'
import { readUnitRow } from './unit-rows.ts'

/** What a sheet of units would make of the tree; nothing is written here. */
export function checkUnits(sheet: ReadSheet, register: Register): Checked<UnitPlan> {
  const reader = openRowReader(unitForm, sheet)
  const said = sheet.rows.map(row => readUnitRow(reader, row)).filter(unit => unit !== null)
  const next = nextTree(reader, said, register)
  checkTree(reader, next, register)
  return { problems: reader.problems, ...planUnits(next) }
}
