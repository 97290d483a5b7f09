/** What units are called, for those who look for names in texts; read anew only after something of it changed. */
import type { RegisterEntry } from '@jianbao/intake'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import { type NamedUnit, registerEntries } from './register.rules.ts'

export type UnitNameList = {
  /** Equal for equal names, also of several databases. */
  readonly revision: string
  readonly units: readonly NamedUnit[]
  readonly entries: readonly RegisterEntry[]
}

let kept: UnitNameList | null = null

/**
 * The names of all units, past the caller's scope: who shows them asks `holds(scope, path)` first. Also inside a
 * transaction that acts in a scope.
 */
export function readUnitNames(tx: Database): Promise<UnitNameList> {
  return withRole(tx, 'owner', async () => {
    const [row] = await rowsOf<{ revision: string }>(tx, sql`select revision from unit_revision`)
    const { revision } = row!
    if (kept?.revision === revision) return kept
    const units = await rowsOf<NamedUnit>(
      tx,
      sql`select path, code, kind, name, short_names as "shortNames", former_names as "formerNames",
        merged_into is not null as merged from unit order by length(path), path`,
    )
    kept = { revision, units, entries: registerEntries(units) }
    return kept
  })
}

/** Entries for a reader of documents: units that the register shipped with intake does not know, or not by all names. */
export async function listRegisterEntries(db: Database): Promise<readonly RegisterEntry[]> {
  return (await readUnitNames(db)).entries
}
