import type { PersonRow } from '../people/person.store.ts'
import type { SaidPerson } from './person-rows.ts'
import type { RowReader } from './row-reader.ts'

/** A row with whom it is about; null: somebody new. */
export type MatchedPerson = { readonly said: SaidPerson; readonly was: PersonRow | null }

/**
 * Whom the rows are about: by their number, else those of the same name in the same unit, first by their telephone.
 * Two rows are never about one person, and doing it again finds the same ones.
 */
export function matchPeople(
  reader: RowReader,
  said: readonly SaidPerson[],
  people: readonly PersonRow[],
  phoneOf: (person: PersonRow) => string | null,
): MatchedPerson[] {
  const byId = new Map(people.map(person => [person.id, person]))
  const byName = groupBy(people, person => `${person.unitId} ${person.name}`)
  const sameNamed = (row: SaidPerson): PersonRow[] => byName.get(`${row.unit.id} ${row.name}`) ?? []
  const claims = new Map<string, SaidPerson>()
  const matched = new Map<SaidPerson, PersonRow | null>()
  const claim = (row: SaidPerson, person: PersonRow): void => {
    const other = claims.get(person.id)
    if (other) reader.note(row.row, row.id ? 'id' : 'name', 'person-doubled', { other: other.row.row })
    else {
      claims.set(person.id, row)
      matched.set(row, person)
    }
  }
  for (const row of said) {
    if (row.id === null) continue
    const person = byId.get(row.id)
    if (person) claim(row, person)
    else reader.note(row.row, 'id', 'person-unknown', { value: row.id })
  }
  const unnumbered = said.filter(row => row.id === null)
  for (const row of unnumbered) {
    const { phone } = row
    if (!phone || !('plain' in phone)) continue
    const person = sameNamed(row).find(each => !claims.has(each.id) && phoneOf(each) === phone.plain)
    if (person) claim(row, person)
  }
  const fresh = new Map<string, SaidPerson[]>()
  for (const row of unnumbered) {
    if (matched.has(row)) continue
    const open = sameNamed(row).filter(person => !claims.has(person.id))
    const key = `${row.unit.id} ${row.name}`
    const before = [...(fresh.get(key) ?? [])]
    const twin = [...before, ...sameNamed(row).flatMap(person => claims.get(person.id) ?? [])].find(other =>
      mayBeSame(row, other),
    )
    if (open.length > 1)
      reader.note(row.row, 'name', 'person-ambiguous', { value: row.name, count: open.length })
    else if (twin) reader.note(row.row, 'name', 'person-doubled', { other: twin.row.row })
    else if (open[0]) claim(row, open[0])
    else {
      matched.set(row, null)
      fresh.set(key, [...before, row])
    }
  }
  return said.flatMap(row => {
    const was = matched.get(row)
    return was === undefined ? [] : [{ said: row, was }]
  })
}

/** Two rows of one name in one unit are two people only when their numbers say so. */
function mayBeSame(one: SaidPerson, other: SaidPerson): boolean {
  const [a, b] = [one.phone, other.phone]
  return !a || !b || !('plain' in a) || !('plain' in b) || a.plain === b.plain
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
