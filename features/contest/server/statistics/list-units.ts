/** Units or cities of a contest with what was counted in them. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestUnitPage, ContestUnitRow, ContestUnitsQuery, UnitOrder } from '../../contract/index.ts'
import { type UnitFigures, unitFigures } from '../tally/figures.ts'
import { type CountedContest, findPlace, getCountedContest, withoutUnit } from './counted-contest.ts'
import { pointsOf } from './points.rules.ts'
import { sumUnits } from './sum-units.ts'

/** Throws `not-found`. */
export async function listContestUnits(
  tx: Database,
  scope: Scope,
  id: string,
  query: ContestUnitsQuery,
): Promise<ContestUnitPage> {
  const contest = await getCountedContest(tx, scope, id)
  const { page = 1, pageSize = 20 } = query
  const { named } = await findPlace(tx, contest, query.city === undefined ? {} : { city: query.city })
  const rows = await selectUnits(tx, contest, query)
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    ...{ total: rows.length, page, pageSize },
    sum: sumUnits(rows.map(row => ({ ...row, unitNo: row.no }))),
    cityName: named?.name ?? null,
  }
}

type Wish = Omit<ContestUnitsQuery, 'page' | 'pageSize'>

/** All rows under the filters, in order: a contest has some hundred units, seldom some thousand. */
export async function selectUnits(
  tx: Database,
  contest: CountedContest,
  { by = 'city', city, q = '', order = '-people' }: Wish,
): Promise<ContestUnitRow[]> {
  const { unitNos } = await findPlace(tx, contest, city === undefined ? {} : { city })
  const all = await unitFigures(tx, contest.no)
  const names = new Map(all.map(({ unitNo, name }) => [unitNo, name]))
  const mine = all.filter(({ unitNo }) => unitNos === undefined || unitNos.includes(unitNo))
  // The unit at the top stands for itself, and so does nobody's unit.
  const key = ({ unitNo, cityNo }: UnitFigures): number => (by === 'unit' || cityNo === 0 ? unitNo : cityNo)
  const places = await readPlaces(tx, contest.id)
  const rows = [...Map.groupBy(mine, key)].map(([no, units]): ContestUnitRow => {
    const score = units.reduce((sum, its) => sum + its.score, 0)
    const cityNo = by === 'city' ? no : (units[0]?.cityNo ?? 0)
    const { people, ...measured } = sumUnits(units)
    return {
      no,
      name: names.get(no) ?? withoutUnit,
      cityNo,
      cityName: cityNo === no ? null : (names.get(cityNo) ?? null),
      units: units.length,
      people,
      ...measured,
      ...participation(units),
      average: people > 0 ? pointsOf(score / people, contest.rules.scoring) : null,
    }
  })
  const word = q.trim()
  return rows
    .filter(({ no, attempts, views }) => no > 0 || attempts > 0 || views > 0)
    .filter(({ name }) => name.includes(word))
    .sort(comparing(order, places))
}

/** The rate is of those units alone whose number is known. */
function participation(units: readonly UnitFigures[]): Pick<ContestUnitRow, 'expected' | 'rate'> {
  const known = units.filter(({ expected }) => expected !== null)
  if (known.length === 0) return { expected: null, rate: null }
  const expected = known.reduce((sum, its) => sum + its.expected!, 0)
  return { expected, rate: expected > 0 ? known.reduce((sum, its) => sum + its.people, 0) / expected : null }
}

/** The order of the tree. */
async function readPlaces(tx: Database, id: string): Promise<ReadonlyMap<number, number>> {
  const rows = await rowsOf<{ no: number }>(
    tx,
    sql`select u.no from contest_unit u left join unit its on its.id = u.unit_id
      where u.contest_id = ${id} order by u.path, u.no`,
  )
  return new Map(rows.map(({ no }, at) => [no, at]))
}

function comparing(order: NonNullable<ContestUnitsQuery['order']>, places: ReadonlyMap<number, number>) {
  const down = order.startsWith('-')
  const name = (down ? order.slice(1) : order) as UnitOrder
  const placeOf = ({ no }: ContestUnitRow): number => places.get(no) ?? Number.MAX_SAFE_INTEGER
  const value = (row: ContestUnitRow): number | null => (name === 'place' ? placeOf(row) : row[name])
  return (one: ContestUnitRow, other: ContestUnitRow): number => {
    const [a, b] = [value(one), value(other)]
    // What has no value comes last, whichever way.
    if (a === null || b === null) return a === b ? placeOf(one) - placeOf(other) : a === null ? 1 : -1
    return (down ? b - a : a - b) || placeOf(one) - placeOf(other)
  }
}
