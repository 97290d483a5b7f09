/** A province with its cities, among which the articles lie, and one county that has few of them. */
import { randomUUID } from 'node:crypto'
import { rootUnitId } from '@jianbao/organisation/server'
import { readInScope, type Scope } from '@jianbao/platform/access'
import { type Database, sql } from '@jianbao/platform/db'

const cities = 18

export type SearchUnits = {
  /** The unit of the issue with this number, and whether it is published: one of five is. */
  of(number: number): { readonly unitId: string; readonly published: boolean }
  readonly callers: Readonly<Record<'province' | 'city' | 'county', Scope>>
  /** Whether a caller may read what belongs to the issue with this number. */
  sees(caller: keyof SearchUnits['callers'], number: number): boolean
}

export async function makeUnits(db: Database): Promise<SearchUnits> {
  const ids = Array.from({ length: cities + 1 }, () => randomUUID())
  const path = (at: number): string => `1/${at === cities ? `c0/county` : `c${at}`}/`
  for (const [at, id] of ids.entries()) {
    const parent = at === cities ? ids[0]! : rootUnitId
    await db.execute(sql`insert into unit (id, path, parent_id, code, kind, name, search, created_at, updated_at)
      values (${id}, ${path(at)}, ${parent}, ${`bench${at}`}, 'city', ${`城市${at}`}, '', now(), now())`)
  }
  // One issue of a hundred is the county's.
  const place = (number: number): number => (number % 100 === 7 ? cities : number % cities)
  const published = (number: number): boolean => number % 5 === 0
  const scope = (unitId: string, at: string): Scope => ({ roots: [{ unitId, path: at }], content: true })
  const callers = {
    province: scope(rootUnitId, '1/'),
    city: scope(ids[0]!, path(0)),
    county: scope(ids[cities]!, path(cities)),
  }
  return {
    of: number => ({ unitId: ids[place(number)]!, published: published(number) }),
    callers,
    sees: (caller, number) =>
      published(number) || path(place(number)).startsWith(callers[caller].roots[0]!.path),
  }
}

/** As somebody of the scope asks: in a transaction of their own, under the policies. */
export function ask<T>(db: Database, scope: Scope, work: (tx: Database) => Promise<T>): Promise<T> {
  return readInScope(db, { scope, personId: 'bench' }, work)
}
