/** Several at once on a real server: one list, one draw, one number; and a list of many. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playedContest, somePlayers } from './award.fixture.ts'
import { lotteryContest, lotteryWish } from './lottery/lottery.fixture.ts'
import { publishResults } from './result/publish-results.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

const count = async (table: string, condition: ReturnType<typeof sql>) => {
  const [row] = await rowsOf<{ count: number }>(
    servers.db,
    sql`select count(*)::int as count from ${sql.raw(table)} where ${condition}`,
  )
  return row!.count
}

test('who publish at once publish one list', async () => {
  const contest = await playedContest(servers.db, servers.apps[0]!.sealer, { players: somePlayers(700) })
  const now = new Date()
  const made = await Promise.all(
    Array.from({ length: 6 }, () =>
      servers.db.transaction(tx => publishResults(tx, { contestId: contest.id, now })),
    ),
  )
  expect(new Set(made.map(({ root, edition }) => `${edition} ${root}`)).size).toBe(1)
  expect(await count('contest_result', sql`contest_no = ${contest.no}`)).toBe(1)
  expect(await count('contest_result_line', sql`contest_no = ${contest.no}`)).toBe(700)
})

test('who commit at once commit to one draw, who draw at once draw once', async () => {
  const contest = await lotteryContest(servers.apps[0]!)
  const post = async (at: number, path: string, body: object) =>
    (await servers.apps[at % 2]!.as('coordinator')).post(`/api/contests/${contest.id}${path}`, body)
  const wishes = Array.from({ length: 5 }, () => lotteryWish({ count: 2 }))
  const committed = await Promise.all(wishes.map((wish, at) => post(at, '/lotteries', wish)))
  expect(committed.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409])
  const { id } = wishes[committed.findIndex(({ statusCode }) => statusCode === 201)]!
  const runs = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      post(at, `/lotteries/${id}/run`, { version: 0, contribution: `第 ${at} 个` }),
    ),
  )
  const won = runs.filter(({ statusCode }) => statusCode === 200)
  expect(won).toHaveLength(1)
  expect(runs.filter(run => run !== won[0]).map(run => run.json().code)).toEqual(
    Array.from({ length: 5 }, () => 'draw-settled'),
  )
  expect(await count('contest_draw_winner', sql`draw_id = ${id}`)).toBe(2)
  expect(await count('contest_draw_seed', sql`draw_id = ${id}`)).toBe(0)
})

test('one player who asks many times at once has one certificate', async () => {
  const contest = await playedContest(servers.db, servers.apps[0]!.sealer, { players: [{ score: 90 }] })
  const code = contest.players[0]!.code
  const answers = await Promise.all(
    Array.from({ length: 8 }, async (_, at) =>
      (await servers.apps[at % 2]!.as('anonymous')).request({
        method: 'POST',
        url: `/contests/${contest.slug}/certificate`,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ code, kind: 'good' }).toString(),
      }),
    ),
  )
  // On a machine that is busy with other things, setting one may pass its time limit: that is told, and nothing is lost.
  expect(answers.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 503)).toEqual([])
  const [row] = await rowsOf<{ prints: number; certificates: number }>(
    servers.db,
    sql`select sum(prints)::int as prints, count(*)::int as certificates from contest_certificate
      where contest_no = ${contest.no}`,
  )
  expect(row).toEqual({ prints: 8, certificates: 1 })
})
