/** Boards of units, cities and teams, and where a player stands, against the rows they are made of. */
import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestRules, OwnPlace, TeamLine, UnitLine } from '../../contract/index.ts'
import { addPlayers, openContestOf, ticketOf } from '../play/play.fixture.ts'
import { readBoard } from '../statistics/read-board.ts'
import { openTallying, type Tallying } from './open-tallying.ts'

let app: TestApp
let tallying: Tallying
const errors: unknown[] = []
beforeAll(async () => {
  app = await openTestApp()
  const { contests } = app.contest
  const onError = (error: unknown) => errors.push(error)
  tallying = openTallying({ connection: app.connection, clock: systemClock, contests, onError })
}, 120_000)
afterAll(async () => {
  await tallying?.close()
  await app?.close()
  expect(errors).toEqual([])
})

/** Players with one attempt each, or as many as they have points. */
async function played(
  rules: Partial<ContestRules>,
  points: readonly (readonly number[])[],
  unitOf: number[] = [],
) {
  const { db } = app.connection
  const contest = await openContestOf(db, app.sealer, { rules })
  const players = await addPlayers(db, contest, points.length, at => unitOf[at] ?? 1)
  for (const [at, scores] of points.entries())
    for (const [n, score] of scores.entries())
      await db.execute(sql`insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn,
          started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags)
        values (${contest.no}, ${players[at]!}, ${n}, '2026-09-01', ${n}, ${unitOf[at] ?? 1}, 0, 0,
          to_timestamp(1788230000 + ${n}), to_timestamp(1788230060 + ${n}), ${60_000 + at}, ${score}, 0, '', '[]', 4)`)
  return { ...contest, players }
}

const linesOf = async <L>(no: number, kind: 'units' | 'cities' | 'teams') =>
  ((await readBoard(app.connection.db, no, kind))?.lines ?? []) as unknown as L[]

test.each([
  // Two of unit 2 (20 and 40, of 100 expected), one of unit 3 (50, of 4 expected), three of unit 4 (10 each, nobody said).
  ['people', [4, 2, 3]],
  ['rate', [3, 2, 4]],
  ['total', [2, 3, 4]],
  ['average', [3, 2, 4]],
] as const)('units by %s', async (units, order) => {
  const { db } = app.connection
  const ranking = { people: 10, units, shown: true }
  const contest = await played({ ranking }, [[20], [40], [50], [10], [10], [10]], [2, 2, 3, 4, 4, 4])
  for (const [no, expected] of [
    [2, 100],
    [3, 4],
  ] as const)
    await db.execute(
      sql`update contest_unit set expected = ${expected} where contest_id = ${contest.id} and no = ${no}`,
    )
  await tallying.settle(contest.no)
  const lines = await linesOf<UnitLine>(contest.no, 'units')
  expect(lines.map(({ no }) => no)).toEqual(order)
  expect(lines.map(({ place }) => place)).toEqual([1, 2, 3])
  const line = (no: number) => lines.find(its => its.no === no)!
  expect(line(2)).toMatchObject({ people: 2, attempts: 2, score: 60, average: 30, expected: 100, rate: 0.02 })
  expect(line(4)).toMatchObject({ people: 3, score: 30, average: 10, expected: null, rate: null })
})

test('a city is all its units; only those that say whom they expect make its rate', async () => {
  const { db } = app.connection
  const contest = await played({}, [[20], [40], [10]], [2, 3, 4])
  await db.execute(sql`update contest_unit set expected = case no when 2 then 10 end,
      city_no = case when no in (2, 3) then 2 else city_no end where contest_id = ${contest.id}`)
  await tallying.settle(contest.no)
  const lines = await linesOf<UnitLine>(contest.no, 'cities')
  const [name] = await rowsOf<{ name: string }>(
    db,
    sql`select name from contest_unit where contest_id = ${contest.id} and no = 2`,
  )
  expect(lines[0]).toMatchObject({
    place: 1,
    no: 2,
    ...name,
    people: 2,
    attempts: 2,
    score: 60,
    expected: 10,
    rate: 0.1,
  })
  expect(lines[1]).toMatchObject({ place: 2, no: 4, people: 1, rate: null })
})

test('teams have the points of their members together', async () => {
  const { db } = app.connection
  const contest = await played({ teamSize: 3 }, [[20], [40], [50], [5], []])
  for (const [no, name] of [
    [1, '甲队'],
    [2, '乙队'],
  ] as const)
    await db.execute(sql`insert into contest_team (contest_no, no, name, unit_no, code, members, created_at)
      values (${contest.no}, ${no}, ${name}, 1, ${`T${no}`}, 2, now())`)
  const join = (at: number, team: number) =>
    db.execute(sql`update contest_player set team_no = ${team} where contest_no = ${contest.no}
      and no = ${contest.players[at]!}`)
  for (const [at, team] of [
    [0, 1],
    [1, 1],
    [2, 2],
    [4, 2],
  ] as const)
    await join(at, team)
  await tallying.settle(contest.no)
  expect(await linesOf<TeamLine>(contest.no, 'teams')).toMatchObject([
    { place: 1, name: '甲队', people: 2, score: 60 },
    { place: 2, name: '乙队', people: 1, score: 50 },
  ])
})

test('a player is told their points and how many are ahead, and their place only in the top list', async () => {
  const ranking = { people: 2, units: 'people' as const, shown: true }
  const contest = await played({ scoring: 'average', ranking }, [[10, 15], [40], [50], [40], []])
  await tallying.settle(contest.no)
  const live = (await app.contest.contests.find(contest.slug))!
  const agent = await app.as('anonymous')
  const ask = async (at: number, slug = contest.slug) =>
    agent.post(`/play/${slug}/place`, { ticket: ticketOf(live, { playerNo: contest.players[at]! }) })
  const placeOf = async (at: number) => (await ask(at)).json<OwnPlace>().place
  expect(await placeOf(0)).toEqual({ score: 12.5, attempts: 2, ahead: 3, behind: 0, players: 4, place: null })
  expect(await placeOf(2)).toEqual({ score: 50, attempts: 1, ahead: 0, behind: 3, players: 4, place: 1 })
  // As many points as another, who was quicker: level in points, behind in place.
  expect(await placeOf(1)).toMatchObject({ ahead: 1, behind: 1, place: 2 })
  expect(await placeOf(3)).toMatchObject({ ahead: 1, behind: 1, place: null })
  expect(await placeOf(4), 'nothing handed in').toBeNull()
  const other = await played({ ranking: { ...ranking, shown: false } }, [[10]])
  await tallying.settle(other.no)
  expect((await ask(0, other.slug)).json(), 'a ticket of another contest').toMatchObject({
    code: 'contest-token',
  })
  const hidden = (await app.contest.contests.find(other.slug))!
  const ticket = ticketOf(hidden, { playerNo: other.players[0]! })
  expect((await agent.post(`/play/${other.slug}/place`, { ticket })).json<OwnPlace>()).toEqual({
    place: null,
  })
})
