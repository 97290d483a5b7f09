import { indexNames, type NameIndex } from './name-index.ts'
import { indexNear, type NearIndex } from './near-index.ts'
import type { OfficeWord, Register, RegisteredPerson, RegisteredUnit } from './register.contract.ts'

export type UnitForm = { readonly unit: RegisteredUnit; readonly form: 'name' | 'short' | 'former' }

type Units = {
  readonly units: NameIndex<UnitForm>
  readonly nearUnits: NearIndex
  /** The register knows the associations of cities and counties, so that one it lacks is worth a word. */
  readonly knowsAssociations: boolean
}
type People = { readonly people: NameIndex<RegisteredPerson>; readonly nearPeople: NearIndex }
/** A register made ready for looking up. */
export type RegisterIndex = Units & People & { readonly words: NameIndex<OfficeWord> }

/** Looks a register up in milliseconds; each of its three lists is made ready once, as long as it is kept. */
export function indexRegister({ units, people, words }: Register): RegisterIndex {
  return { ...unitsOf(units), ...peopleOf(people), words: wordsOf(words) }
}

const associationsToKnow = 5
/** The name of a place alone is written for the place, not for a unit called so. */
const place = /^\p{Script=Han}{1,9}[省市县区州]$/u

const unitsOf = once((units: readonly RegisteredUnit[]): Units => {
  const forms = units
    .filter(unit => !place.test(unit.name))
    .flatMap(unit => [
      [unit.name, { unit, form: 'name' }] as const,
      ...unit.shortNames
        .filter(name => name.length > 2)
        .map(name => [name, { unit, form: 'short' }] as const),
      ...unit.formerNames.map(name => [name, { unit, form: 'former' }] as const),
    ])
  const current = forms.filter(([, { form }]) => form !== 'former').map(([name]) => name)
  return {
    units: indexNames<UnitForm>(forms),
    nearUnits: indexNear(current.filter(name => name.length >= 5 && !/^[省市县区]/.test(name))),
    knowsAssociations: units.filter(unit => /[市县区]科协$/.test(unit.name)).length >= associationsToKnow,
  }
})

const peopleOf = once(
  (people: readonly RegisteredPerson[]): People => ({
    people: indexNames(people.map(person => [person.name, person] as const)),
    nearPeople: indexNear(people.map(person => person.name)),
  }),
)

const wordsOf = once((words: readonly OfficeWord[]) =>
  indexNames(words.map(word => [word.wrong, word] as const)),
)

function once<In extends object, Out>(make: (list: In) => Out): (list: In) => Out {
  const made = new WeakMap<In, Out>()
  return list => {
    const found = made.get(list)
    if (found) return found
    const index = make(list)
    made.set(list, index)
    return index
  }
}
