/** 大屏: one picture of a contest as it stands, the same for everybody with the same units. */
import type { Scope } from '@jianbao/platform/access'
import { localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestScreen, Milestone } from '../../contract/index.ts'
import { dayFigures, hourFigures, unitFigures } from '../tally/figures.ts'
import { type CountedContest, findPlace, getCountedContest } from './counted-contest.ts'
import { selectUnits } from './list-units.ts'
import { milestonesOf } from './milestones.rules.ts'
import { pointsOf } from './points.rules.ts'
import { readBoard } from './read-board.ts'
import { sumUnits } from './sum-units.ts'

const mostUnits = 10
const mostPeople = 10
const mostCities = 30

/** Throws `not-found`. */
export async function readScreen(tx: Database, scope: Scope, id: string, now: Date): Promise<ContestScreen> {
  const contest = await getCountedContest(tx, scope, id)
  const { unitNos } = await findPlace(tx, contest, {})
  const day = localDay(now)
  const hours = await hourFigures(tx, contest.no, day, { unitNos })
  const before = await hourFigures(tx, contest.no, nextDay(day, -1), { unitNos })
  const today = sumOf(hours)
  const line = ({ no, name, people, attempts }: Line): Line => ({ no, name, people, attempts })
  const units = await selectUnits(tx, contest, { by: 'unit' })
  const figures = await unitFigures(tx, contest.no)
  const cities = await pickCities(tx, contest.id, await selectUnits(tx, contest, { by: 'city' }))
  return {
    head: contest.head,
    now: now.toISOString(),
    total: sumUnits(figures, unitNos),
    today,
    hours: byHour(hours),
    hoursBefore: byHour(before),
    cities: cities.slice(0, mostCities).map(line),
    units: units
      .filter(({ no, people }) => no > 0 && people > 0)
      .slice(0, mostUnits)
      .map(unit => ({ ...line(unit), rate: unit.rate })),
    people: await topPeople(tx, contest),
    milestones: await readMilestones(tx, contest, { day, hours, unitNos }),
  }
}

type Line = ContestScreen['cities'][number]

/** Cities alone; of a contest in which none plays, what lies directly below its unit. */
async function pickCities(tx: Database, id: string, lines: readonly Line[]): Promise<readonly Line[]> {
  const rows = await rowsOf<{ no: number }>(
    tx,
    sql`select u.no from contest_unit u join unit its on its.id = u.unit_id
      where u.contest_id = ${id} and its.kind = 'city' and u.city_no = u.no`,
  )
  const cities = new Set(rows.map(({ no }) => no))
  const found = lines.filter(({ no }) => cities.has(no))
  return found.length > 0 ? found : lines
}

type Hours = Awaited<ReturnType<typeof hourFigures>>

const byHour = (hours: Hours): number[] =>
  Array.from({ length: 24 }, (_, hour) => hours.find(its => its.hour === hour)?.attempts ?? 0)

function sumOf(hours: Hours): ContestScreen['today'] {
  const add = (pick: (its: Hours[number]) => number): number => hours.reduce((sum, its) => sum + pick(its), 0)
  return { people: add(its => its.people), attempts: add(its => its.attempts), views: add(its => its.views) }
}

async function topPeople(
  tx: Database,
  { no, rules, unitNos }: CountedContest,
): Promise<ContestScreen['people']> {
  if (!rules.ranking.shown || unitNos) return []
  const board = await readBoard(tx, no, 'people')
  return (board?.lines ?? []).slice(0, mostPeople).map(({ place, name, unitName, score }) => ({
    ...{ place, name, unitName, score: pointsOf(score, rules.scoring) },
  }))
}

/** Of the days before by the day, of today by the hour. */
async function readMilestones(
  tx: Database,
  { no }: CountedContest,
  { day, hours, unitNos }: { day: string; hours: Hours; unitNos: readonly number[] | undefined },
): Promise<Milestone[]> {
  const days = await dayFigures(tx, no, { unitNos })
  return milestonesOf([
    ...days
      .filter(its => its.day < day)
      .map(its => ({ ...its, people: its.newcomers, at: localInstant(its.day, '00:00').toISOString() })),
    ...hours.map(its => ({
      ...{ people: its.newcomers, attempts: its.attempts, views: its.views },
      at: localInstant(day, `${String(its.hour).padStart(2, '0')}:00`).toISOString(),
    })),
  ])
}
