/** A contest with the part of its numbers that somebody may read. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ContestHead, ContestPlace, ContestRules, ContestState } from '../../contract/index.ts'

export type CountedContest = {
  readonly id: string
  readonly no: number
  readonly rules: ContestRules
  readonly state: ContestState
  readonly unitId: string
  /** Of its unit. */
  readonly path: string
  readonly head: ContestHead
  /** Numbers of the units that are the caller's; null: all of them, and those without a unit. */
  readonly unitNos: readonly number[] | null
}

type Row = {
  id: string
  no: number
  slug: string
  title: string
  state: ContestState
  unitId: string
  path: string
  rules: ContestRules
  whole: boolean
  closedAt: string | Date | null
  countedAt: string | Date | null
}

export const instant = (at: string | Date): string => new Date(at).toISOString()
export const listed = (values: readonly (number | string)[]): SQL => sql`${`{${values.join(',')}}`}`

/** Throws `not-found`: neither the contest nor one of its units is the caller's. */
export async function getCountedContest(tx: Database, scope: Scope, id: string): Promise<CountedContest> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select c.id, c.no, c.slug, c.title, c.state, c.unit_id as "unitId", c.scope_path as path, c.rules,
        c.closed_at as "closedAt", ${within(scope, sql`c.scope_path`)} as whole,
        (select f.folded_at from contest_fold f where f.contest_no = c.no) as "countedAt"
      from contest c where c.id = ${id}`,
  )
  if (!row || !scope.content) throw new Problem('not-found')
  const unitNos = row.whole ? null : await ownUnits(tx, scope, id)
  if (unitNos?.length === 0) throw new Problem('not-found')
  const { whole, slug, title, state, rules, unitId, path, countedAt, closedAt } = row
  const head = {
    ...{ id, slug, title, state, whole },
    unitName: (await nameUnits(tx, [unitId])).get(unitId)?.name ?? '',
    opensAt: instant(rules.opensAt),
    closesAt: instant(closedAt ?? rules.closesAt),
    countedAt: countedAt && instant(countedAt),
  }
  return { id, no: row.no, rules, state, unitId, path, head, unitNos }
}

/** The contest when all of it is the caller's: for what counts for everybody. Throws `not-found`. */
export async function getWholeContest(tx: Database, scope: Scope, id: string): Promise<CountedContest> {
  const contest = await getCountedContest(tx, scope, id)
  if (contest.unitNos) throw new Problem('not-found')
  return contest
}

async function ownUnits(tx: Database, scope: Scope, id: string): Promise<number[]> {
  const rows = await rowsOf<{ no: number }>(
    tx,
    sql`select u.no from contest_unit u where u.contest_id = ${id} and ${within(scope, sql`u.path`)} order by u.no`,
  )
  return rows.map(({ no }) => no)
}

export type NamedPlace = { readonly no: number; readonly name: string; readonly isCity: boolean }
/** Where numbers are asked for: the numbers of its units, undefined for all; and what it is called. */
export type FoundPlace = {
  readonly unitNos: readonly number[] | undefined
  readonly named: NamedPlace | null
}

export const withoutUnit = '未填单位'
type Unit = { readonly no: number; readonly name: string; readonly cityNo: number }

/**
 * The first lock: the caller's units, of a place those that lie in it. 0 is nobody's unit; the unit at the top stands for
 * itself among the cities. Throws `not-found` for a place that is not the caller's, or none of the contest.
 */
export async function findPlace(
  tx: Database,
  { id, unitNos }: Pick<CountedContest, 'id' | 'unitNos'>,
  { city, unit }: ContestPlace,
): Promise<FoundPlace> {
  if (city === undefined && unit === undefined) return { unitNos: unitNos ?? undefined, named: null }
  const wanted = unit ?? city!
  if (wanted === 0) {
    if (unitNos) throw new Problem('not-found')
    return { unitNos: [0], named: { no: 0, name: withoutUnit, isCity: false } }
  }
  const units = await rowsOf<Unit>(
    tx,
    sql`select u.no, u.name, u.city_no as "cityNo" from contest_unit u where u.contest_id = ${id}`,
  )
  const its = units.find(({ no }) => no === wanted)
  const found = units.filter(({ no, cityNo }) => no === wanted || (unit === undefined && cityNo === wanted))
  const mine = found.map(({ no }) => no).filter(no => unitNos === null || unitNos.includes(no))
  if (!its || mine.length === 0) throw new Problem('not-found')
  return {
    unitNos: mine,
    named: { no: wanted, name: its.name, isCity: unit === undefined && found.length > 1 },
  }
}

/** A condition on numbers of units. */
export const ofUnits = (column: SQL, unitNos: readonly number[] | undefined): SQL =>
  unitNos === undefined ? sql`true` : sql`${column} = any (${listed(unitNos)}::integer[])`
