/** What a sheet of items would change: a row with a code changes that item, one without proposes a new one. */

import type { SheetProblem } from '@jianbao/organisation/contract'
import { openRowReader, type ReadSheet, type RowReader, short } from '@jianbao/organisation/server'
import { type ItemFacts, type LedgerItemRow, readItemCode } from '../../../contract/index.ts'
import { itemForm, itemHeads } from './sheet.form.ts'
import type { Register, SheetLedger, Worker } from './sheet.register.ts'
import { readItemRows, type SaidItem } from './sheet.rows.ts'

export type ItemChange = {
  readonly row: number
  readonly item: LedgerItemRow
  readonly facts: Partial<ItemFacts>
}
export type NewItem = {
  readonly row: number
  readonly unitId: string
  readonly facts: ItemFacts
}
export type NewMatter = {
  readonly ledgerId: string
  readonly title: string
  readonly items: readonly NewItem[]
}
export type Outcome = {
  readonly row: number
  readonly kind: 'new' | 'changed' | 'unchanged'
  readonly name: string
  readonly columns: readonly string[]
}
export type Checked = {
  readonly problems: readonly SheetProblem[]
  readonly outcomes: readonly Outcome[]
  readonly changes: readonly ItemChange[]
  readonly matters: readonly NewMatter[]
}

/** Each is a deed of its own in one transaction, for which all others wait. */
export const mostChanges = 2_000

export function checkSheet(sheet: ReadSheet, register: Register, today: string): Checked {
  const reader = openRowReader(itemForm, sheet)
  const desk = { reader, register, today, seen: new Map<string, number>() }
  const changes: ItemChange[] = []
  const outcomes: Outcome[] = []
  const matters = new Map<string, { ledgerId: string; title: string; items: NewItem[] }>()
  for (const said of readItemRows(reader, sheet, register)) {
    const { row } = said.row
    if (said.id || said.code) {
      const change = changeOf(desk, said)
      if (!change) continue
      const columns = Object.keys(change.facts).flatMap(key => headingOf[key] ?? [])
      if (columns.length) changes.push(change)
      const kind = columns.length ? 'changed' : 'unchanged'
      outcomes.push({ row, kind, name: change.item.title, columns: [...new Set(columns)] })
      continue
    }
    const made = newItemOf(desk, said)
    if (!made) continue
    const key = `${made.ledger.id} ${made.item.facts.title}`
    const matter = matters.get(key) ?? { ledgerId: made.ledger.id, title: made.item.facts.title, items: [] }
    matters.set(key, { ...matter, items: [...matter.items, made.item] })
    outcomes.push({ row, kind: 'new', name: `${made.item.facts.title}（${said.unit!.name}）`, columns: [] })
  }
  if (changes.length > mostChanges)
    reader.problems.push({
      ...{ row: null, column: null, cell: null, code: 'too-many-changes' },
      details: { limit: mostChanges, count: changes.length },
    })
  const problems = [...sheet.problems, ...reader.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return { problems, outcomes, changes, matters: [...matters.values()] }
}

const headingOf: Readonly<Record<string, string>> = {
  title: itemHeads.title[0],
  ownerId: itemHeads.owner[0],
  dueDay: itemHeads.due[0],
  measure: itemHeads.measure[0],
}

type Desk = {
  readonly reader: RowReader
  readonly register: Register
  readonly today: string
  /** Rows by the item they are about. */
  readonly seen: Map<string, number>
}

function changeOf(desk: Desk, said: SaidItem): ItemChange | null {
  const { reader } = desk
  const { row } = said
  const item = itemOf(desk, said)
  if (!item || isDoubled(desk, said, item.id)) return null
  if (said.unit && said.unit.id !== item.unitId) {
    reader.note(row, 'unit', 'item-unit', { unit: item.unitName })
    return null
  }
  const owner =
    said.owner !== null && said.owner !== item.ownerName ? workerOf(desk, said, item.unitId) : null
  const facts: Partial<ItemFacts> = {
    ...(said.title !== null && said.title !== item.title ? { title: said.title } : {}),
    ...(owner ? { ownerId: owner.id } : {}),
    ...(said.dueDay !== null && said.dueDay !== item.dueDay ? { dueDay: said.dueDay } : {}),
    ...(said.measure !== null && said.measure !== oneLine(item.measure) ? { measure: said.measure } : {}),
  }
  const columns = Object.keys(facts).flatMap(key => headingOf[key] ?? [])
  if (columns.length && !item.actions.includes('edit') && !item.actions.includes('amend')) {
    reader.note(row, 'title', 'item-fixed', { title: short(item.title), columns: columns.join('、') })
    return null
  }
  if (facts.dueDay && facts.dueDay < item.startDay) {
    reader.note(row, 'due', 'day-behind', { due: facts.dueDay, start: item.startDay })
    return null
  }
  return { row: row.row, item, facts }
}

/** The cell of a sheet is one line; what was written in several is the same. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, '').trim()

function itemOf({ reader, register }: Desk, { row, id, code, unit }: SaidItem): LedgerItemRow | null {
  if (id) {
    const item = register.items.get(id)
    if (!item) reader.note(row, 'id', 'item-unknown', { value: short(id) })
    return item ?? null
  }
  const read = readItemCode(code)
  const found = (read && unit && withCode(register).get(codeKey(read.kind, read.no, unit.id))) || []
  const [item] = found
  if (item && found.length === 1) return item
  const value = short(code)
  if (found.length > 1)
    reader.note(row, 'code', 'item-ambiguous', { value, unit: unit!.name, count: found.length })
  else if (unit) reader.note(row, 'code', 'item-unknown', { value })
  return null
}

const codeKey = (kind: string, no: number, unitId: string) => `${kind} ${no} ${unitId}`
const byCode = new WeakMap<Register, Map<string, LedgerItemRow[]>>()
function withCode(register: Register): ReadonlyMap<string, readonly LedgerItemRow[]> {
  const kept =
    byCode.get(register) ??
    Map.groupBy(register.items.values(), ({ kind, code, unitId }) =>
      codeKey(kind, readItemCode(code)?.no ?? 0, unitId),
    )
  byCode.set(register, kept)
  return kept
}

function isDoubled({ reader, seen }: Desk, { row }: SaidItem, key: string): boolean {
  const other = seen.get(key)
  if (other === undefined) seen.set(key, row.row)
  else reader.note(row, 'title', 'item-doubled', { other })
  return other !== undefined
}

function workerOf({ reader, register }: Desk, { row, owner, unit }: SaidItem, unitId: string): Worker | null {
  const there = workersOf(register, unitId)
  const found = there.filter(({ name }) => name === owner)
  const name = unit?.name ?? ''
  const value = short(owner ?? '')
  if (found.length > 1)
    reader.note(row, 'owner', 'owner-ambiguous', { value, unit: name, count: found.length })
  if (found.length === 0) {
    const hint = reader.hint(owner ?? '', new Set(there.map(each => each.name)))
    reader.note(row, 'owner', 'owner-unknown', { value, unit: name, ...hint })
  }
  return found.length === 1 ? found[0]! : null
}

const byUnit = new WeakMap<Register, Map<string, Worker[]>>()
function workersOf(register: Register, unitId: string): readonly Worker[] {
  const kept = byUnit.get(register) ?? Map.groupBy(register.workers, worker => worker.unitId)
  byUnit.set(register, kept)
  return kept.get(unitId) ?? []
}

function newItemOf(desk: Desk, said: SaidItem): { ledger: SheetLedger; item: NewItem } | null {
  const { reader, today } = desk
  const { row, title, unit, dueDay } = said
  for (const [key, value] of [
    ['title', title],
    ['due', dueDay],
  ] as const)
    if (value === null && !reader.bad(row, key) && !reader.text(row, key)) reader.note(row, key, 'required')
  const ledger = ledgerOf(desk, said)
  if (title !== null && title.length < 2) reader.note(row, 'title', 'name-form', { value: title })
  const startDay = said.startDay ?? (dueDay !== null && dueDay < today ? dueDay : today)
  if (dueDay !== null && dueDay < startDay)
    reader.note(row, 'due', 'day-behind', { due: dueDay, start: startDay })
  const owner = said.owner !== null && unit ? workerOf(desk, said, unit.id) : null
  if (unit?.state === 'retired') reader.note(row, 'unit', 'unit-retired', { value: unit.name })
  if (ledger && unit && !unit.path.startsWith(ledger.path))
    reader.note(row, 'unit', 'unit-outside', { value: unit.name })
  if (!ledger || !unit || title === null || dueDay === null) return null
  if (isDoubled(desk, said, `${ledger.id} ${title} ${unit.id}`)) return null
  const facts: ItemFacts = {
    title,
    dueDay,
    startDay,
    ...(owner ? { ownerId: owner.id } : {}),
    ...(said.measure === null ? {} : { measure: said.measure }),
    ...(said.problem === null ? {} : { problem: said.problem }),
    ...(said.basis === null ? {} : { basis: said.basis }),
    ...(said.leader === null ? {} : { leaderName: said.leader }),
  }
  return { ledger, item: { row: row.row, unitId: unit.id, facts } }
}

function ledgerOf(
  { reader, register: { ledgers } }: Desk,
  { row, ledger: name }: SaidItem,
): SheetLedger | null {
  if (!name && ledgers.length === 1) return ledgers[0]!
  const found = ledgers.filter(ledger => ledger.name === name)
  const names = new Set(ledgers.map(ledger => ledger.name))
  if (found.length === 1) return found[0]!
  if (!name && ledgers.length > 1)
    reader.note(row, 'ledger', 'ledger-needed', { choices: [...names].join('、') })
  else if (!reader.bad(row, 'ledger'))
    reader.note(row, 'ledger', 'ledger-unknown', { value: short(name), ...reader.hint(name, names) })
  return null
}
