import { holds, noScope, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { NeedOffices } from '../../../contract/index.ts'

type Row = { id: string; path: string; name: string; kind: string }

/** The offices a need can be put to, each city before its counties; what is at the top comes first. */
export async function listNeedOffices(tx: Database, scope: Scope = noScope): Promise<NeedOffices['rows']> {
  const rows = await rowsOf<Row>(tx, sql`select id, path, name, kind from need_offices()`)
  const cities = rows.filter(({ kind }) => kind === 'city')
  const cityOf = ({ path }: Row): Row | undefined => cities.find(city => path.startsWith(city.path))
  const rank = (row: Row): number => {
    const city = cityOf(row)
    return city ? cities.indexOf(city) : -1
  }
  return rows
    .map((row, at) => ({ row, city: cityOf(row), rank: rank(row), at }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ row, city }) => ({
      id: row.id,
      name: row.name,
      cityId: city?.id ?? null,
      cityName: city?.name ?? null,
      mine: holds(scope, row.path),
    }))
}
