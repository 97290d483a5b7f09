/** Rows of a sheet of people, each cell by itself. */
import type { PersonState } from '../../contract/index.ts'
import { readPhone } from '../people/phone.rules.ts'
import { codeText } from '../sheet/cell-text.ts'
import { personStateWords } from '../sheet/person.form.ts'
import type { SheetRow } from '../sheet/sheet.types.ts'
import { foldName } from '../unit.rules.ts'
import type { UnitNode } from '../unit.store.ts'
import { type RowReader, short } from './row-reader.ts'

export type SaidPhone = { readonly masked: string } | { readonly plain: string }

export type SaidPerson = {
  readonly row: SheetRow
  readonly id: string | null
  readonly name: string
  readonly unit: UnitNode
  readonly title: string | null
  readonly phone: SaidPhone | null
  readonly state: PersonState | null
}

const longest = 50

/** Finds units by code, else by their one name. */
export type UnitIndex = {
  readonly byCode: ReadonlyMap<string, UnitNode>
  readonly byName: ReadonlyMap<string, readonly UnitNode[]>
}

export function indexUnits(nodes: readonly UnitNode[]): UnitIndex {
  const byName = new Map<string, UnitNode[]>()
  for (const node of nodes)
    for (const name of new Set([node.name, ...node.shortNames].map(foldName)))
      byName.set(name, [...(byName.get(name) ?? []), node])
  return { byCode: new Map(nodes.map(node => [node.code, node])), byName }
}

/** Null for a row that does not say who it is about. */
export function readPersonRow(reader: RowReader, row: SheetRow, units: UnitIndex): SaidPerson | null {
  const name = reader.text(row, 'name')
  if (!name && !reader.bad(row, 'name')) reader.note(row, 'name', 'required')
  else if (name.length > longest)
    reader.note(row, 'name', 'too-long', { length: name.length, limit: longest })
  const unit = unitOf(reader, row, units)
  const title = reader.text(row, 'title')
  if (title.length > longest) reader.note(row, 'title', 'too-long', { length: title.length, limit: longest })
  const phone = phoneOf(reader, row)
  const state = reader.choice(row, 'state', personStateWords)
  if (!name || !unit) return null
  return { row, id: reader.text(row, 'id') || null, name, unit, title: title || null, phone, state }
}

function unitOf(reader: RowReader, row: SheetRow, { byCode, byName }: UnitIndex): UnitNode | null {
  const text = reader.text(row, 'unit')
  if (!text) {
    if (!reader.bad(row, 'unit')) reader.note(row, 'unit', 'required')
    return null
  }
  const coded = byCode.get(codeText(text))
  if (coded) return coded
  const [named, ...more] = byName.get(foldName(text)) ?? []
  if (named && !more.length) return named
  if (named) {
    reader.note(row, 'unit', 'unit-ambiguous', { value: short(text), count: more.length + 1 })
    return null
  }
  const label = (found: string): string => {
    const unit = byCode.get(found) ?? byName.get(found)?.[0]
    return unit ? `${unit.code}（${unit.name}）` : `“${found}”`
  }
  const candidates = /^[\x20-\x7e]+$/.test(codeText(text)) ? byCode.keys() : byName.keys()
  reader.note(row, 'unit', 'unit-unknown', { value: short(text), ...reader.hint(text, candidates, label) })
  return null
}

function phoneOf(reader: RowReader, row: SheetRow): SaidPhone | null {
  const text = reader.text(row, 'phone')
  if (!text) return null
  if (text.includes('*')) return { masked: text }
  const plain = readPhone(text)
  if (plain !== null) return { plain }
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text))
    reader.note(row, 'phone', 'phone-scientific', { value: short(text) })
  // What was typed is not repeated: it may be somebody's number with a slip.
  else reader.note(row, 'phone', 'phone-form')
  return null
}
