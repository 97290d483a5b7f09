/** Many phones at once, two servers, one PostgreSQL: each paper counts once. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper, Result } from '../../contract/index.ts'
import { addPlayers, openContestOf, someQuestions, ticketOf } from './play.fixture.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers()
})
afterAll(() => servers.close())

test('papers sent to both servers at once, each several times, are counted once and answered alike', async () => {
  const [one, other] = servers.apps as [(typeof servers.apps)[0], (typeof servers.apps)[0]]
  const contest = await openContestOf(servers.db, one.sealer, { questions: someQuestions(40) })
  const players = await addPlayers(servers.db, contest, 150)
  const live = (await one.contest.contests.find(contest.slug))!
  const agents = [await one.as('anonymous'), await other.as('anonymous')]
  const playOnce = async (playerNo: number, ticket: string) => {
    const begun = await agents[playerNo % 2]!.post(`/play/${contest.slug}/paper`, { ticket })
    const paper = begun.json<Paper>()
    const answers = paper.order.map((order, at) => (at < playerNo % 11 ? [order.indexOf(0)] : []))
    const sent = await Promise.all(
      [0, 1, 0, 1].map(at =>
        agents[at]!.post(`/play/${contest.slug}/hand-in`, { token: paper.token, answers }),
      ),
    )
    return sent.map(answer => answer.json<Result>())
  }
  const all = await Promise.all(
    players.map(async playerNo => {
      const first = await playOnce(playerNo, ticketOf(live, { playerNo }))
      // Any of the four answers leads on to the same next attempt.
      const second = await playOnce(playerNo, first[playerNo % 4]!.progress.ticket)
      return [first, second]
    }),
  )
  for (const [at, playerNo] of players.entries())
    for (const results of all[at]!) {
      expect(results.filter(({ counted }) => counted === 'now')).toHaveLength(1)
      expect(new Set(results.map(({ score }) => score))).toEqual(new Set([10 * Math.min(10, playerNo % 11)]))
    }
  const [count] = await rowsOf<{ rows: number; players: number; most: number }>(
    servers.db,
    sql`select count(*)::int as rows, count(distinct player_no)::int as players, max(n)::int as most
      from contest_attempt where contest_no = ${contest.no}`,
  )
  expect(count).toEqual({ rows: 300, players: 150, most: 1 })
})
