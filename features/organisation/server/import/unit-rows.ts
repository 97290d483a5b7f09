/** Rows of a sheet of units, each cell by itself: what is said, and what cannot be so. */
import { divisionName } from '@jianbao/intake'
import type { UnitKind, UnitState } from '../../contract/index.ts'
import { namesText } from '../sheet/cell-text.ts'
import type { SheetRow } from '../sheet/sheet.types.ts'
import { unitKindWords, unitStateWords } from '../sheet/unit.form.ts'
import { cleanName } from '../unit.rules.ts'
import { type RowReader, short } from './row-reader.ts'

/** What a row says; null: nothing, so it stays as it is. */
export type SaidUnit = {
  readonly row: SheetRow
  readonly code: string
  readonly name: string | null
  readonly kind: UnitKind | null
  readonly parentCode: string | null
  /** The cell as it stands and the names in it. */
  readonly shortNames: { readonly text: string; readonly names: readonly string[] } | null
  readonly formerNames: readonly string[] | null
  readonly division: string | null
  /** From 0. */
  readonly position: number | null
  readonly state: UnitState | null
}

const codePattern = /^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/
const longestName = 60
const mostNames = 30

/** Null for a row without a usable code, which stands for no unit; its other cells are looked at all the same. */
export function readUnitRow(reader: RowReader, row: SheetRow): SaidUnit | null {
  const code = codeOf(reader, row)
  const shortText = reader.text(row, 'shortNames')
  const formerText = reader.text(row, 'formerNames')
  const said = {
    row,
    name: nameOf(reader, row),
    kind: reader.choice(row, 'kind', unitKindWords),
    parentCode: reader.text(row, 'parent') || null,
    shortNames: shortText ? { text: shortText, names: namesOf(reader, row, 'shortNames') } : null,
    formerNames: formerText ? namesOf(reader, row, 'formerNames') : null,
    division: divisionOf(reader, row),
    position: positionOf(reader, row),
    state: reader.choice(row, 'state', unitStateWords),
  }
  return code === null ? null : { ...said, code }
}

function codeOf(reader: RowReader, row: SheetRow): string | null {
  const code = reader.text(row, 'code')
  if (codePattern.test(code)) return code
  if (!reader.bad(row, 'code'))
    reader.note(row, 'code', code ? 'code-form' : 'required', code ? { value: short(code) } : {})
  return null
}

function nameOf(reader: RowReader, row: SheetRow): string | null {
  const text = reader.text(row, 'name')
  if (!text) return null
  const name = cleanName(text)
  if (name !== null && name.length <= longestName) return name
  reader.note(row, 'name', 'name-form', { value: short(text) })
  return null
}

function namesOf(reader: RowReader, row: SheetRow, key: string): string[] {
  const names: string[] = []
  for (const text of namesText(reader.text(row, key))) {
    const name = cleanName(text)
    if (name === null || name.length > longestName) reader.note(row, key, 'name-form', { value: short(text) })
    else names.push(name)
  }
  return names.slice(0, mostNames)
}

function divisionOf(reader: RowReader, row: SheetRow): string | null {
  const text = reader.text(row, 'division')
  if (!text) return null
  if (/^[1-9]\d{5}$/.test(text) && divisionName(text) !== null) return text
  reader.note(row, 'division', 'division-form', { value: short(text) })
  return null
}

function positionOf(reader: RowReader, row: SheetRow): number | null {
  const text = reader.text(row, 'position')
  if (!text) return null
  const number = Number(text)
  if (/^\d{1,6}$/.test(text) && number >= 1 && number <= 100_000) return number - 1
  reader.note(row, 'position', 'order-form', { value: short(text) })
  return null
}

/** Several names as one cell holds them; line ends part names that hold commas themselves. */
export function namesCell(names: readonly string[]): string {
  return names.join(names.some(name => /[、，,；;]/.test(name)) ? '\n' : '、')
}
