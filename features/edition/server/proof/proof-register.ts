/** What an edition is held against: names of units, people of its desk, and the words of its office. */
import { readUnitNames } from '@jianbao/organisation/server'
import { holds, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { OfficeWord, Register, RegisteredPerson, RegisteredUnit } from '@jianbao/proofreading/contract'
import type { EditionRow, Viewer } from '../edition.store.ts'

export type ProofRegister = {
  readonly register: Register
  /** Whether a unit of that name may be shown to the caller: within their scope, or above the edition. */
  readonly shows: (name: string) => boolean
}

type Units = {
  readonly revision: string
  readonly units: RegisteredUnit[]
  readonly paths: ReadonlyMap<string, readonly string[]>
}
let kept: Units | null = null

/** As long as no name of a unit changes it is one list, which proofreading makes ready once. */
async function readUnits(tx: Database): Promise<Units> {
  const { revision, units } = await readUnitNames(tx)
  if (kept?.revision === revision) return kept
  const standing = units.filter(({ merged }) => !merged)
  const paths = Map.groupBy(standing, ({ name }) => name)
  kept = {
    revision,
    units: standing.map(({ name, shortNames, formerNames }) => ({
      name,
      shortNames: [...shortNames],
      formerNames: [...formerNames],
    })),
    paths: new Map([...paths].map(([name, named]) => [name, named.map(({ path }) => path)])),
  }
  return kept
}

export async function readProofRegister(
  tx: Database,
  viewer: Viewer,
  row: EditionRow,
): Promise<ProofRegister> {
  const { units, paths } = await readUnits(tx)
  const shows = (name: string): boolean =>
    paths.get(name)?.some(path => holds(viewer.scope, path) || row.path.startsWith(path)) ?? false
  const [people, words] = [await readPeople(tx, viewer, row), await readWords(tx, row.path)]
  return { register: { units, people, words }, shows }
}

/** Those a bulletin names: people of the unit itself, and who leads units below. Names and titles, nothing else. */
async function readPeople(tx: Database, { scope }: Viewer, row: EditionRow): Promise<RegisteredPerson[]> {
  const people = await rowsOf<{ name: string; title: string | null }>(
    tx,
    sql`select p.name, p.title from person p where p.state = 'active' and ${within(scope, sql`p.scope_path`)}
        and starts_with(p.scope_path, ${row.path})
        and (p.unit_id = ${row.unitId} or exists (select from membership m where m.person_id = p.id and m.role = 'unit-lead'))
      order by p.id limit 5000`,
  )
  return people.map(({ name, title }) => ({ name, titles: title ? [title] : [] }))
}

/** Of the unit and of all above it; the nearest says how a word is written. */
export async function readWords(tx: Database, path: string): Promise<OfficeWord[]> {
  return rowsOf<OfficeWord>(
    tx,
    sql`select distinct on (wrong) wrong, meant as "right", reason, level from office_word
      where starts_with(${path}, scope_path) order by wrong, length(scope_path) desc`,
  )
}
