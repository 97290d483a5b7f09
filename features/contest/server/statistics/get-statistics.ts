/** The first page of the numbers of a contest. */
import type { Scope } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ContestStatistics, type ContestStatisticsQuery, fullScore } from '../../contract/index.ts'
import { dayFigures, type Figures, hourFigures, unitFigures } from '../tally/figures.ts'
import { type CountedContest, findPlace, getCountedContest, ofUnits } from './counted-contest.ts'
import { pointsOf } from './points.rules.ts'
import { fillDays, fillHours } from './series.ts'
import { sumUnits } from './sum-units.ts'

type Asked = { readonly id: string; readonly query: ContestStatisticsQuery; readonly now: Date }
type UnitNos = readonly number[] | undefined

/** Throws `not-found`. */
export async function getStatistics(
  tx: Database,
  scope: Scope,
  { id, query, now }: Asked,
): Promise<Omit<ContestStatistics, 'keeps'>> {
  const contest = await getCountedContest(tx, scope, id)
  const { unitNos, named } = await findPlace(tx, contest, query)
  const units = await unitFigures(tx, contest.no)
  const days = await dayFigures(tx, contest.no, { unitNos })
  const hours = query.day === undefined ? null : await hourFigures(tx, contest.no, query.day, { unitNos })
  const today = days.find(({ day }) => day === localDay(now))
  const usedMs = meanOf(hours ?? days, its => its.usedMs)
  return {
    head: contest.head,
    place: named,
    total: sumUnits(units, unitNos),
    today: { people: today?.people ?? 0, attempts: today?.attempts ?? 0, views: today?.views ?? 0 },
    averageScore: meanOf(hours ?? days, its => its.score),
    averageSeconds: usedMs === null ? null : usedMs / 1000,
    fullScore: fullScore(contest.rules),
    ...expectedOf(units, unitNos),
    by: hours ? 'hour' : 'day',
    series: hours ? fillHours(hours) : fillDays(days),
    groups: await readGroups(tx, contest, unitNos),
    scores: await readScores(tx, contest, unitNos),
  }
}

/** Of an attempt; null without one. */
function meanOf(figures: readonly Figures[], pick: (its: Figures) => number): number | null {
  const attempts = figures.reduce((sum, its) => sum + its.attempts, 0)
  return attempts > 0 ? figures.reduce((sum, its) => sum + pick(its), 0) / attempts : null
}

function expectedOf(units: Awaited<ReturnType<typeof unitFigures>>, unitNos: UnitNos) {
  const known = units.filter(
    ({ expected, unitNo }) => expected !== null && (unitNos === undefined || unitNos.includes(unitNo)),
  )
  return {
    expected: known.reduce((sum, its) => sum + (its.expected ?? 0), 0),
    expectedPeople: known.reduce((sum, its) => sum + its.people, 0),
  }
}

async function readGroups(tx: Database, { no, rules }: CountedContest, unitNos: UnitNos) {
  if (rules.groups.length === 0) return []
  const rows = await rowsOf<{ group: number; people: number; attempts: number }>(
    tx,
    sql`select t.group_no as "group", count(*)::float8 as people, sum(t.attempts)::float8 as attempts
      from contest_tally t where t.contest_no = ${no} and t.attempts > 0
        and ${ofUnits(sql`t.unit_no`, unitNos)} group by 1`,
  )
  return rules.groups.map(({ name }, at) => {
    const found = rows.find(row => row.group === at + 1)
    return { group: at + 1, name, people: found?.people ?? 0, attempts: found?.attempts ?? 0 }
  })
}

const ranges = 10

/** Players by what the ranking goes by, in ranges of equal width from nothing to the most there can be, or is. */
async function readScores(tx: Database, { no, rules }: CountedContest, unitNos: UnitNos) {
  const players =
    unitNos === undefined
      ? sql`select score, players from contest_tally_score where contest_no = ${no}`
      : sql`select t.score, 1 as players from contest_tally t where t.contest_no = ${no} and t.attempts > 0
          and ${ofUnits(sql`t.unit_no`, unitNos)}`
  const rows = await rowsOf<{ score: number; people: number }>(
    tx,
    sql`select p.score::float8 as score, sum(p.players)::float8 as people from (${players}) p group by 1 order by 1`,
  )
  if (rows.length === 0) return []
  const found = pointsOf(rows.at(-1)!.score, rules.scoring)
  const most = rules.scoring === 'cumulative' ? found : Math.max(found, fullScore(rules))
  const width = Math.max(1, Math.ceil(most / ranges))
  // The highest points stand in the last range: 90 to 100, not 100 alone.
  const last = Math.max(0, Math.ceil(most / width) - 1)
  const counts = new Array<number>(last + 1).fill(0)
  for (const { score, people } of rows) {
    const at = Math.min(last, Math.max(0, Math.floor(pointsOf(score, rules.scoring) / width)))
    counts[at] = (counts[at] ?? 0) + people
  }
  return counts.map((people, at) => ({
    ...{ from: at * width, people },
    to: at === last ? most : (at + 1) * width - 1,
  }))
}
