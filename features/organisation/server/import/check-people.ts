/** What a sheet of people would make of the register; nothing is written here. */
import { SealBroken, type Sealer } from '@jianbao/platform/seal'
import { type PersonAction, type PersonState, personRefusal } from '../../contract/index.ts'
import type { PersonRow } from '../people/person.store.ts'
import { showPhone } from '../people/person.view.ts'
import type { PersonRecord } from '../people/record-people.ts'
import { personForm } from '../sheet/person.form.ts'
import type { ReadSheet } from '../sheet/sheet.types.ts'
import type { UnitNode } from '../unit.store.ts'
import type { Checked, RowOutcome } from './import.types.ts'
import { type MatchedPerson, matchPeople } from './match-people.ts'
import { indexUnits, readPersonRow, type SaidPerson } from './person-rows.ts'
import { openRowReader, type RowReader } from './row-reader.ts'

export type PersonUpdate = {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly title: string | null
  readonly username: string | null
  /** In the clear; undefined: as it was. */
  readonly phone: string | undefined
  readonly renamed: boolean
}

export type PeoplePlan = {
  readonly inserts: readonly (PersonRecord & { readonly state: PersonState })[]
  readonly updates: readonly PersonUpdate[]
  readonly leaving: readonly string[]
  readonly returning: readonly string[]
}

export type PeopleRegister = {
  readonly units: readonly UnitNode[]
  readonly people: readonly PersonRow[]
  /** Who imports. */
  readonly callerId: string
  /** Ids of those who hold posts outside the importer's scope. */
  readonly beyond: ReadonlySet<string>
}

export function checkPeople(sheet: ReadSheet, register: PeopleRegister, sealer: Sealer): Checked<PeoplePlan> {
  const reader = openRowReader(personForm, sheet)
  const units = indexUnits(register.units)
  const said = sheet.rows.map(row => readPersonRow(reader, row, units)).filter(person => person !== null)
  const matched = matchPeople(reader, said, register.people, person => plainPhone(person, sealer))
  const outcomes: RowOutcome[] = []
  const inserts: PeoplePlan['inserts'][number][] = []
  const updates: PersonUpdate[] = []
  const leaving: string[] = []
  const returning: string[] = []
  for (const { said: row, was } of matched) {
    if (!was) {
      inserts.push(newPerson(reader, row))
      outcomes.push({ row: row.row.row, kind: 'new', name: row.name, columns: [] })
      continue
    }
    const change = changeOf(reader, { said: row, was }, sealer)
    if (change.update) updates.push(change.update)
    const state = row.state ?? was.state
    if (state !== was.state) {
      checkState(reader, row, was, state === 'left' ? 'leave' : 'return', register)
      if (state === 'left') leaving.push(was.id)
      else returning.push(was.id)
      change.columns.push('状态')
    }
    if (change.update && was.state === 'left' && state === 'left')
      reader.note(row.row, 'state', 'person-left', { value: was.name })
    const kind = change.columns.length ? 'changed' : 'unchanged'
    outcomes.push({ row: row.row.row, kind, name: row.name, columns: change.columns })
  }
  return { problems: reader.problems, outcomes, plan: { inserts, updates, leaving, returning } }
}

function newPerson(
  reader: RowReader,
  { row, name, unit, title, phone, state }: SaidPerson,
): PeoplePlan['inserts'][number] {
  if (unit.state === 'retired') reader.note(row, 'unit', 'unit-retired', { value: unit.name })
  if (phone && 'masked' in phone) reader.note(row, 'phone', 'phone-masked')
  const plain = phone && 'plain' in phone ? phone.plain : null
  return { name, unitId: unit.id, title, phone: plain, state: state ?? 'active' }
}

function changeOf(
  reader: RowReader,
  { said, was }: MatchedPerson & { was: PersonRow },
  sealer: Sealer,
): { update: PersonUpdate | null; columns: string[] } {
  const { row, name, unit } = said
  const title = said.title ?? was.title
  const phone = newPhone(reader, said, was, sealer)
  if (unit.id !== was.unitId && unit.state === 'retired')
    reader.note(row, 'unit', 'unit-retired', { value: unit.name })
  const columns = [
    ...(name === was.name ? [] : ['姓名']),
    ...(unit.id === was.unitId ? [] : ['单位编码']),
    ...(title === was.title ? [] : ['职务']),
    ...(phone === undefined ? [] : ['手机']),
  ]
  const { id, username } = was
  const update = { id, name, unitId: unit.id, title, username, phone, renamed: name !== was.name }
  return { update: columns.length ? update : null, columns }
}

/** Undefined: it stays. A masked number says nothing new, and must be the one that is kept. */
function newPhone(
  reader: RowReader,
  { row, phone }: SaidPerson,
  was: PersonRow,
  sealer: Sealer,
): string | undefined {
  if (!phone) return undefined
  if ('masked' in phone) {
    if (phone.masked !== showPhone(was, sealer)) reader.note(row, 'phone', 'phone-masked')
    return undefined
  }
  return phone.plain === plainPhone(was, sealer) ? undefined : phone.plain
}

function plainPhone({ id, phoneSealed }: PersonRow, sealer: Sealer): string | null {
  if (phoneSealed === null) return null
  try {
    return sealer.unseal(phoneSealed, id)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

function checkState(
  reader: RowReader,
  { row }: SaidPerson,
  was: PersonRow,
  action: PersonAction,
  { callerId, beyond }: PeopleRegister,
): void {
  const refusal = personRefusal(action, {
    state: was.state,
    self: was.id === callerId,
    hasAccount: was.username !== null,
    beyond: beyond.has(was.id),
  })
  if (refusal === 'person-self' || refusal === 'person-beyond')
    reader.note(row, 'state', refusal, { value: was.name })
}
