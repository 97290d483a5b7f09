/** Who is ahead, for everybody: the boards as they were last made, names masked, nothing reckoned. */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestRules, ContestState, PublicRanking } from '../../contract/index.ts'
import { pointsOf } from './points.rules.ts'
import { readBoard } from './read-board.ts'

export type ShownContest = {
  readonly id: string
  readonly no: number
  readonly slug: string
  readonly title: string
  readonly state: ContestState
  readonly rules: ContestRules
}

const publicStates = ['open', 'closed', 'published'] as const

/** Throws `not-found` for one that is not on and never was. */
export async function findShownContest(tx: Database, slug: string): Promise<ShownContest> {
  const [row] = await rowsOf<ShownContest>(
    tx,
    sql`select id, no, slug, title, state, rules from contest where slug = ${slug}
      and state in ('open', 'closed', 'published')`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

export async function readTotals(tx: Database, no: number): Promise<PublicRanking['total']> {
  const [row] = await rowsOf<PublicRanking['total']>(
    tx,
    sql`select people::float8 as people, attempts::float8 as attempts, views::float8 as views
      from contest_totals(${no})`,
  )
  return row ?? { people: 0, attempts: 0, views: 0 }
}

const mostUnits = 100

/** Throws `not-found`. */
export async function readPublicRanking(tx: Database, slug: string): Promise<PublicRanking> {
  const { no, title, state, rules } = await findShownContest(tx, slug)
  const { shown, people: most, units: unitsBy } = rules.ranking
  const points = (score: number): number => pointsOf(score, rules.scoring)
  const [people, units, cities] = shown
    ? [await readBoard(tx, no, 'people'), await readBoard(tx, no, 'units'), await readBoard(tx, no, 'cities')]
    : [null, null, null]
  return {
    ...{ slug, title, state, shown },
    made: (people ?? units)?.madeAt.toISOString() ?? null,
    total: await readTotals(tx, no),
    scoring: rules.scoring,
    people: (people?.lines ?? []).slice(0, most).map(({ place, name, unitName, score, usedMs }) => ({
      ...{ place, name, unitName, score: points(score), used: usedMs / 1000 },
    })),
    units: (units?.lines ?? []).slice(0, mostUnits).map(line => ({
      ...{
        place: line.place,
        name: line.name,
        people: line.people,
        attempts: line.attempts,
        rate: line.rate,
      },
      score: points(unitsBy === 'average' ? line.average : line.score),
    })),
    cities: (cities?.lines ?? [])
      .slice(0, mostUnits)
      .map(({ place, name, people: theirs, attempts }) => ({ place, name, people: theirs, attempts })),
  }
}
