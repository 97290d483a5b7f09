/** A contest as phones play it, by the routes on a real database. */
import { join } from 'node:path'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContestRules, Paper, Result } from '../../contract/index.ts'
import { addPlayers, type OpenContest, openContestOf, someQuestions, ticketOf } from './play.fixture.ts'

let app: TestApp
let now = Date.parse('2026-11-20T02:00:00Z')
const window = { opensAt: '2026-11-01T00:00:00Z', closesAt: '2026-12-01T00:00:00Z' }

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(now) } })
})
afterAll(() => app.close())

type Game = OpenContest & { ticket: string; playerNo: number }
async function begin(rules: Partial<ContestRules> = {}, questions = someQuestions(30)): Promise<Game> {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: { ...window, ...rules },
    questions,
  })
  const [playerNo] = await addPlayers(app.connection.db, contest, 1)
  const live = (await app.contest.contests.find(contest.slug))!
  return { ...contest, playerNo: playerNo!, ticket: ticketOf(live, { playerNo: playerNo! }) }
}
const post = async (slug: string, path: string, body: object) =>
  (await app.as('anonymous')).post(`/play/${slug}/${path}`, body)
async function start(game: Game, ticket = game.ticket, more: object = {}): Promise<Paper> {
  const answer = await post(game.slug, 'paper', { ticket, ...more })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Paper>()
}
/** Where the first of the options as they were frozen, which is right, is shown. */
const allRight = (paper: Paper) => paper.order.map(order => [order.indexOf(0)])
const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code
const rowsIn = (game: Game) =>
  rowsOf<{ n: number; score: number; marks: string; nth: number; flags: number }>(
    app.connection.db,
    sql`select n, score, marks, nth, flags from contest_attempt where contest_no = ${game.no} order by n`,
  )

describe('a paper', () => {
  test('is the same however often it is begun, says nothing of what is right, and writes nothing', async () => {
    const game = await begin()
    const one = await start(game)
    now += 5000
    const other = await start(game)
    expect(other.questions).toEqual(one.questions)
    expect(other.order).toEqual(one.order)
    expect(other.startedAt).toBe(one.startedAt)
    expect(new Set(one.questions.map(({ no }) => no)).size).toBe(10)
    expect(JSON.stringify(one)).not.toContain('解析')
    expect(Object.keys(one.questions[0]!).sort()).toEqual([
      'blanks',
      'no',
      'options',
      'picture',
      'stem',
      'type',
    ])
    expect(await rowsIn(game)).toEqual([])
  })

  test('is counted once, however often it is handed in, and by whom', async () => {
    const game = await begin()
    const paper = await start(game)
    now += 60_000
    const wish = { token: paper.token, answers: allRight(paper) }
    const all = await Promise.all(Array.from({ length: 20 }, () => post(game.slug, 'hand-in', wish)))
    const results = all.map(answer => answer.json<Result>())
    expect(results.map(({ counted }) => counted).sort()).toEqual([...Array(19).fill('again'), 'now'])
    expect(new Set(results.map(({ score }) => score))).toEqual(new Set([100]))
    // Other answers to the same paper change nothing.
    const later = await post(game.slug, 'hand-in', { token: paper.token, answers: paper.order.map(() => []) })
    expect(later.json<Result>()).toMatchObject({ counted: 'again', score: 100, marks: '1111111111' })
    expect(await rowsIn(game)).toEqual([{ n: 0, score: 100, marks: '1111111111', nth: 0, flags: 0 }])
    expect(results[0]!.progress).toMatchObject({ attempts: 1, today: 1, leftToday: null, leftInAll: null })
  })

  test('is graded by its own order of options', async () => {
    const game = await begin({ answersShown: 'at-once' })
    const paper = await start(game)
    const answers = allRight(paper).map((right, at) =>
      at === 3 ? [] : at === 5 ? [(right[0]! + 1) % 4] : right,
    )
    const result = (await post(game.slug, 'hand-in', { token: paper.token, answers })).json<Result>()
    expect(result).toMatchObject({ score: 80, rightCount: 8, marks: '111-101111', fullScore: 100 })
    expect(result.explained!.map(({ right }) => right)).toEqual(allRight(paper))
  })

  test('tells neither marks nor answers where the contest shows none', async () => {
    const game = await begin({ answersShown: 'never' })
    const paper = await start(game)
    const result = (
      await post(game.slug, 'hand-in', { token: paper.token, answers: allRight(paper) })
    ).json<Result>()
    expect(result).toMatchObject({ score: 100, marks: '', explained: null })
  })
})

describe('limits', () => {
  test('of a day and of all hold, by whichever ticket', async () => {
    const game = await begin({ attempts: { perDay: 2, inAll: 3 } })
    let ticket = game.ticket
    const play = async () => {
      const paper = await start(game, ticket)
      const answer = await post(game.slug, 'hand-in', { token: paper.token, answers: allRight(paper) })
      ticket = answer.json<Result>().progress.ticket
      return answer.json<Result>().progress
    }
    expect(await play()).toMatchObject({ leftToday: 1, leftInAll: 2 })
    expect(await play()).toMatchObject({ leftToday: 0, leftInAll: 1 })
    expect(codeOf(await post(game.slug, 'paper', { ticket }))).toBe('contest-day-limit')
    // The first ticket gives the first paper once more, which was counted.
    const old = await start(game)
    const again = await post(game.slug, 'hand-in', { token: old.token, answers: allRight(old) })
    expect(again.json<Result>()).toMatchObject({ counted: 'again', progress: { attempts: 2, leftToday: 0 } })
    now += 86_400_000
    expect(await play()).toMatchObject({ today: 1, leftToday: 1, leftInAll: 0 })
    expect(codeOf(await post(game.slug, 'paper', { ticket }))).toBe('contest-limit')
    expect((await rowsIn(game)).map(({ nth }) => nth)).toEqual([0, 1, 0])
  })

  test('of time hold by the server’s clock: late is kept, with nothing right', async () => {
    const game = await begin({ time: { per: 'question', seconds: 30 }, graceSeconds: 20 })
    const paper = await start(game)
    expect(Date.parse(paper.deadline!) - Date.parse(paper.startedAt)).toBe(300_000)
    now += 320_001
    const result = (
      await post(game.slug, 'hand-in', { token: paper.token, answers: allRight(paper) })
    ).json<Result>()
    expect(result).toMatchObject({ counted: 'now', late: true, score: 0, rightCount: 0 })
    expect(await rowsIn(game)).toMatchObject([{ score: 0, flags: 4 }])
  })

  test('of the window: nothing begins before, after, or outside the hours; what was begun is taken', async () => {
    const game = await begin({
      hours: { from: '08:00', to: '22:00' },
      closesAt: new Date(now + 3_600_000).toISOString(),
    })
    const paper = await start(game)
    now += 3_600_000
    expect(codeOf(await post(game.slug, 'paper', { ticket: game.ticket }))).toBe('contest-over')
    const late = await post(game.slug, 'hand-in', { token: paper.token, answers: allRight(paper) })
    expect(late.json<Result>()).toMatchObject({ counted: 'now', late: true })
    const night = await begin({ hours: { from: '23:00', to: '23:59' } })
    const closed = await post(night.slug, 'paper', { ticket: night.ticket })
    expect(codeOf(closed)).toBe('contest-not-open')
    const coming = await begin({ opensAt: '2026-11-29T00:00:00Z' })
    expect(codeOf(await post(coming.slug, 'paper', { ticket: coming.ticket }))).toBe('contest-not-open')
  })
})

describe('what is refused', () => {
  test('forged, foreign and stale tokens, and tokens of the wrong kind', async () => {
    const [game, other] = [await begin(), await begin()]
    const paper = await start(game)
    const answers = allRight(paper)
    const flipped = paper.token.slice(0, 20) + (paper.token[20] === 'A' ? 'B' : 'A') + paper.token.slice(21)
    for (const token of [flipped, game.ticket, 'x'.repeat(60), (await start(other)).token])
      expect(codeOf(await post(game.slug, 'hand-in', { token, answers }))).toBe('contest-token')
    expect(codeOf(await post(game.slug, 'paper', { ticket: paper.token }))).toBe('contest-token')
    expect(codeOf(await post(other.slug, 'paper', { ticket: game.ticket }))).toBe('contest-token')
    // A contest that was opened anew knows nothing of before.
    await app.connection.db.execute(
      sql`update contest set run = run + 1, revision = revision + 1 where id = ${game.id}`,
    )
    app.contest.contests.forget(game.slug)
    expect(codeOf(await post(game.slug, 'hand-in', { token: paper.token, answers }))).toBe('contest-token')
    expect(await rowsIn(game)).toEqual([])
  })

  test('answers out of range, too many or too few, and more than a body holds', async () => {
    const game = await begin()
    const paper = await start(game)
    const wrong = [[4], [0, 1], [1, 1], ['甲'], [-1], [0.5], [null]]
    for (const each of wrong) {
      const answers = paper.order.map((_, at) => (at === 0 ? each : []))
      expect((await post(game.slug, 'hand-in', { token: paper.token, answers })).statusCode).toBe(400)
    }
    for (const answers of [[], [[0]], paper.order.concat([[0]])])
      expect((await post(game.slug, 'hand-in', { token: paper.token, answers })).statusCode).toBe(400)
    const huge = { token: paper.token, answers: [], pace: 'x'.repeat(10_000_000) }
    expect((await post(game.slug, 'hand-in', huge)).statusCode).toBeGreaterThanOrEqual(400)
    expect(await rowsIn(game)).toEqual([])
  })

  test('practice counts for nothing, and only where the contest has it', async () => {
    const game = await begin({ answersShown: 'never' })
    const paper = await start(game, game.ticket, { practice: true })
    const result = await post(game.slug, 'hand-in', { token: paper.token, answers: allRight(paper) })
    expect(result.json<Result>()).toMatchObject({
      counted: 'practice',
      score: 100,
      progress: { attempts: 0 },
    })
    expect(result.json<Result>().explained).toHaveLength(10)
    expect(await rowsIn(game)).toEqual([])
    const strict = await begin({ practice: false })
    expect(codeOf(await post(strict.slug, 'paper', { ticket: strict.ticket, practice: true }))).toBe(
      'contest-no-practice',
    )
  })
})

test('pictures of its questions are given for ever, and nothing else that lies beside them', async () => {
  const store = await openFileStore(join(app.config.dataFolder, 'question-pictures'))
  const keep = async (text: string) => {
    const received = await store.receive(Buffer.from(text), { limitBytes: 100 })
    await received.keep()
    return received.sha256
  }
  const [shown, other] = [await keep('one picture'), await keep('of another contest')]
  const [first, ...rest] = someQuestions(12)
  const game = await begin({}, [{ ...first!, pictureId: shown }, ...rest])
  const visitor = await app.as('anonymous')
  const answer = await visitor.get(`/play/${game.slug}/pictures/${shown}`)
  expect([answer.statusCode, answer.body]).toEqual([200, 'one picture'])
  expect(answer.headers['cache-control']).toContain('immutable')
  for (const wrong of [other, 'a'.repeat(64), '..', 'x'])
    expect((await visitor.get(`/play/${game.slug}/pictures/${wrong}`)).statusCode).toBe(404)
})
