import { indexNames, type NameIndex } from './name-index.ts'
import { indexNear, type NearIndex } from './near-index.ts'
import type { OfficeWord, Register, RegisteredPerson, RegisteredUnit } from './register.contract.ts'

export type UnitForm = { readonly unit: RegisteredUnit; readonly form: 'name' | 'short' | 'former' }

/** A register made ready for looking up; kept as long as the register itself. */
export type RegisterIndex = {
  readonly units: NameIndex<UnitForm>
  readonly nearUnits: NearIndex
  readonly people: NameIndex<RegisteredPerson>
  readonly nearPeople: NearIndex
  readonly words: NameIndex<OfficeWord>
  /** The register knows the associations of cities and counties, so that one it lacks is worth a word. */
  readonly knowsAssociations: boolean
}

const made = new WeakMap<Register, RegisterIndex>()
const associationsToKnow = 5
/** The name of a place alone is written for the place, not for a unit called so. */
const place = /^\p{Script=Han}{1,9}[省市县区州]$/u

/** Looks a register up in milliseconds: names by their first two characters, misspellings by sound. */
export function indexRegister(register: Register): RegisterIndex {
  const found = made.get(register)
  if (found) return found
  const forms = register.units
    .filter(unit => !place.test(unit.name))
    .flatMap(unit => [
      [unit.name, { unit, form: 'name' }] as const,
      ...unit.shortNames
        .filter(name => name.length > 2)
        .map(name => [name, { unit, form: 'short' }] as const),
      ...unit.formerNames.map(name => [name, { unit, form: 'former' }] as const),
    ])
  const current = forms.filter(([, form]) => form.form !== 'former').map(([name]) => name)
  const index = {
    units: indexNames<UnitForm>(forms),
    nearUnits: indexNear(current.filter(name => name.length >= 5 && !/^[省市县区]/.test(name))),
    people: indexNames(register.people.map(person => [person.name, person] as const)),
    nearPeople: indexNear(register.people.map(person => person.name)),
    words: indexNames(register.words.map(word => [word.wrong, word] as const)),
    knowsAssociations:
      register.units.filter(unit => /[市县区]科协$/.test(unit.name)).length >= associationsToKnow,
  }
  made.set(register, index)
  return index
}
