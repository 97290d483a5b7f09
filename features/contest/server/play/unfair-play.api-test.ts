/** What a player may try to have more time, more attempts or more points than the others. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  attemptFlags,
  type ContestRules,
  type Paper,
  type Result,
  type Sharing,
} from '../../contract/index.ts'
import { handIn } from './hand-in.ts'
import type { LiveContest } from './live-contest.ts'
import { addPlayers, type OpenContest, openContestOf, ticketOf } from './play.fixture.ts'
import { startPaper } from './start-paper.ts'

let app: TestApp
/** Ten in the morning in Shanghai. */
let now = Date.parse('2026-11-20T02:00:00Z')
const [minute, hour] = [60_000, 3_600_000]
const window = { opensAt: '2026-11-01T00:00:00Z', closesAt: '2026-12-01T00:00:00Z' }

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(now) } })
})
afterAll(() => app.close())

type Game = OpenContest & { ticket: string; playerNo: number; live: LiveContest }
async function begin(rules: Partial<ContestRules> = {}): Promise<Game> {
  const contest = await openContestOf(app.connection.db, app.sealer, { rules: { ...window, ...rules } })
  const [playerNo] = await addPlayers(app.connection.db, contest, 1)
  const live = (await app.contest.contests.find(contest.slug))!
  return { ...contest, live, playerNo: playerNo!, ticket: ticketOf(live, { playerNo: playerNo! }) }
}
async function post<T>(game: Game, path: string, body: object): Promise<T> {
  const answer = await (await app.as('anonymous')).post(`/play/${game.slug}/${path}`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<T>()
}
const start = (game: Game, ticket = game.ticket): Promise<Paper> => post(game, 'paper', { ticket })
const allRight = ({ order }: Paper) => order.map(places => [places.indexOf(0)])
const send = (game: Game, paper: Paper): Promise<Result> =>
  post(game, 'hand-in', { token: paper.token, answers: allRight(paper) })
const rowsIn = ({ no }: Game) =>
  rowsOf<{ day: string; nth: number; used_ms: number; flags: number }>(
    app.connection.db,
    sql`select day::text, nth, used_ms, flags from contest_attempt where contest_no = ${no} order by n`,
  )

describe('a paper without a limit of time', () => {
  const untimed = { time: { per: 'none' } } as const

  test('has its time from the first look at it, however late it is begun again', async () => {
    const game = await begin(untimed)
    await start(game)
    now += 10 * minute
    const again = await start(game)
    now += 30_000
    expect((await send(game, again)).usedMs).toBe(10 * minute + 30_000)
    expect((await rowsIn(game))[0]!.flags & attemptFlags.restarted).toBe(attemptFlags.restarted)
  })

  test('that was left lying begins anew in the next opening, when its own is over', async () => {
    const game = await begin({ ...untimed, hours: { from: '08:00', to: '20:00' } })
    await start(game)
    now += 24 * hour
    const again = await start(game)
    now += minute
    expect(await send(game, again)).toMatchObject({ late: false, usedMs: minute, score: 100 })
  })
})

test('a paper that was left lying over night is of the day it was begun on', async () => {
  const game = await begin({ attempts: { perDay: 1, inAll: null } })
  const first = await start(game)
  now += 24 * hour
  const lapsed = await start(game)
  expect(lapsed.startedAt).toBe(first.startedAt)
  const result = await send(game, lapsed)
  expect(result).toMatchObject({ late: true, score: 0, progress: { leftToday: 1 } })
  await send(game, await start(game, result.progress.ticket))
  const [one, other] = await rowsIn(game)
  expect([one!.nth, other!.nth]).toEqual([0, 0])
  expect(Date.parse(other!.day) - Date.parse(one!.day)).toBe(24 * hour)
})

test('nobody has points for passing on a contest that has not begun', async () => {
  const share = { points: 1, mostADay: 5 }
  const game = await begin({ share, opensAt: new Date(now + hour).toISOString() })
  const early = await post<Sharing>(game, 'share', { ticket: game.ticket, n: 0 })
  expect(early).toMatchObject({ counted: 'no', shared: 0 })
  now += hour
  expect(await post<Sharing>(game, 'share', { ticket: game.ticket, n: 0 })).toMatchObject({ counted: 'now' })
})

describe('a server that has not heard yet', () => {
  const services = () => ({
    ...{ db: app.connection.db, clock: { now: () => new Date(now) }, log: app.contest.log },
    starts: { of: () => now, forget: () => undefined },
  })

  test('of a withdrawn question takes no paper drawn without it: the phone sends it again', async () => {
    const game = await begin()
    await app.connection.db.execute(sql`update contest_question set withdrawn_no = 1, withdrawn_at = now()
      where contest_id = ${game.id} and no = 0`)
    app.contest.contests.forget(game.slug)
    const knowing = (await app.contest.contests.find(game.slug))!
    const wish = { ticket: game.ticket }
    const paper = JSON.parse(startPaper(knowing, services().starts, wish, now).toString()) as Paper
    const body = { token: paper.token, answers: allRight(paper) }
    await expect(handIn(services(), game.live, body)).rejects.toMatchObject({ code: 'server-busy' })
    expect(await handIn(services(), knowing, body)).toMatchObject({ counted: 'now', score: 100 })
  })

  test('of a new run does not take its tickets for forged ones', async () => {
    const game = await begin()
    const knowing = { ...game.live, run: game.live.run + 1 }
    const wish = { ticket: ticketOf(knowing, { playerNo: game.playerNo }) }
    const early = () => startPaper(game.live, services().starts, wish, now)
    expect(early).toThrow(expect.objectContaining({ code: 'server-busy' }))
    const old = () => startPaper(knowing, services().starts, { ticket: game.ticket }, now)
    expect(old).toThrow(expect.objectContaining({ code: 'contest-token' }))
  })
})
