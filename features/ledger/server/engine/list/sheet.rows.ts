/** Rows of a sheet of items, each cell by itself: what is said, and what cannot be so. */
import { type ReadSheet, type RowReader, type SheetRow, short } from '@jianbao/organisation/server'
import type { Register, SheetUnit } from './sheet.register.ts'

/** What a row says; null: nothing, so it stays as it is. */
export type SaidItem = {
  readonly row: SheetRow
  readonly id: string
  readonly code: string
  readonly title: string | null
  readonly unit: SheetUnit | null
  readonly owner: string | null
  readonly dueDay: string | null
  readonly startDay: string | null
  readonly measure: string | null
  readonly ledger: string
  readonly problem: string | null
  readonly basis: string | null
  readonly leader: string | null
}

export function readItemRows(reader: RowReader, sheet: ReadSheet, register: Register): SaidItem[] {
  const byName = new Map<string, SheetUnit[]>()
  const add = (name: string, unit: SheetUnit) => byName.set(name, [...(byName.get(name) ?? []), unit])
  for (const unit of register.units)
    for (const name of new Set([unit.name, unit.code, ...unit.shortNames])) add(name, unit)
  return sheet.rows.map(row => {
    const said = (key: string, longest: number): string | null => {
      const text = reader.text(row, key)
      if (text.length <= longest) return text || null
      reader.note(row, key, 'too-long', { length: text.length, limit: longest })
      return null
    }
    return {
      row,
      id: reader.text(row, 'id').toLowerCase(),
      code: reader.text(row, 'code'),
      title: said('title', 120),
      unit: unitOf(reader, row, byName),
      owner: said('owner', 40),
      dueDay: dayOf(reader, row, 'due'),
      startDay: dayOf(reader, row, 'start'),
      measure: said('measure', 4_000),
      ledger: reader.text(row, 'ledger'),
      problem: said('problem', 4_000),
      basis: said('basis', 500),
      leader: said('leader', 40),
    }
  })
}

function unitOf(
  reader: RowReader,
  row: SheetRow,
  byName: ReadonlyMap<string, SheetUnit[]>,
): SheetUnit | null {
  const text = reader.text(row, 'unit')
  if (!text) {
    if (!reader.bad(row, 'unit')) reader.note(row, 'unit', 'required')
    return null
  }
  const found = [...new Set(byName.get(text) ?? [])]
  const [unit] = found
  if (!unit)
    reader.note(row, 'unit', 'unit-unknown', { value: short(text), ...reader.hint(text, byName.keys()) })
  else if (found.length > 1)
    reader.note(row, 'unit', 'unit-ambiguous', { value: short(text), count: found.length })
  else return unit
  return null
}

/** 2026-06-30, 2026/6/30, 2026.6.30 or 2026年6月30日, as long as there is such a day. */
function dayOf(reader: RowReader, row: SheetRow, key: string): string | null {
  const text = reader.text(row, key)
  if (!text) return null
  const [, year, month, date] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? []
  const day = year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : ''
  const at = Date.parse(`${day}T00:00:00Z`)
  if (day && day >= '2000' && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)) return day
  reader.note(row, key, 'day-form', { value: short(text) })
  return null
}
