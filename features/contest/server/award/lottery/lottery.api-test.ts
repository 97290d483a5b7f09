import { parseDraw, verifyDraw } from '@jianbao/draw'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestAwards, LotteryPool, LotteryWish } from '../../../contract/index.ts'
import { addAttempts, type PlayedContest } from '../award.fixture.ts'
import { lotteryContest, lotteryDays, lotteryWish } from './lottery.fixture.ts'

let app: TestApp
const clock = { now: () => new Date('2026-05-02T04:00:00Z') }
beforeAll(async () => {
  app = await openTestApp({ clock })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const post = async (contest: PlayedContest, path: string, body: object) =>
  (await app.as('coordinator')).post(`/api/contests/${contest.id}${path}`, body)
const commit = async (contest: PlayedContest, wish: Partial<LotteryWish> = {}) => {
  const whole = lotteryWish(wish)
  const answer = await post(contest, '/lotteries', whole)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<ContestAwards>().draws.find(({ id }) => id === whole.id)!
}
const run = async (contest: PlayedContest, wish: Partial<LotteryWish> = {}, contribution = '3 5 1') => {
  const { id, version } = await commit(contest, wish)
  const answer = await post(contest, `/lotteries/${id}/run`, { version, contribution })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ContestAwards>().draws.find(draw => draw.id === id)!
}
const pool = async (contest: PlayedContest, query = '') =>
  (
    await (await app.as('coordinator')).get(`/api/contests/${contest.id}/lottery-pool${query}`)
  ).json<LotteryPool>()
const page = async (url: string) => (await app.as('anonymous')).get(url)

test('who reaches what the rules ask for is in the list, by day and in all; the file proves the draw', async () => {
  const contest = await lotteryContest(app)
  expect(await pool(contest)).toEqual({ eligible: 6, blocked: null })
  expect(await pool(contest, `?day=${lotteryDays[0]}`)).toEqual({ eligible: 6, blocked: null })
  expect((await pool(contest, '?day=2026-04-30')).eligible).toBe(0)
  const draw = await commit(contest, { count: 3 })
  expect(draw).toMatchObject({ state: 'committed', eligible: 6, seed: null, winners: [], no: 1 })
  const url = `/contests/${contest.slug}/draws/1`
  const before = parseDraw((await page(`${url}/file`)).body, 'x')
  expect(JSON.stringify(before)).not.toMatch(/reveal|李晓宁/)
  for (const { code } of contest.players) expect(JSON.stringify(before)).not.toContain(code)
  const answer = await post(contest, `/lotteries/${draw.id}/run`, { version: 0, contribution: ' 3 5 1 ' })
  const [drawn] = answer.json<ContestAwards>().draws
  const file = (await page(`${url}/file`)).body
  expect(verifyDraw(parseDraw(file, 'x'), before.commit).every(({ fault }) => fault === null)).toBe(true)
  expect(drawn!.winners).toHaveLength(3)
  expect((await page(url)).body).toContain(drawn!.winners[0]!.code)
  // Winners learn it by their code, the others do not.
  const won = await rowsOf<{ no: number }>(
    app.connection.db,
    sql`select player_no as no from contest_draw_winner where draw_id = ${draw.id}`,
  )
  for (const player of contest.players) {
    const own = await (await app.as('anonymous')).request({
      method: 'POST',
      url: `/contests/${contest.slug}/check`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code: player.code }).toString(),
    })
    expect(own.body.includes('您中奖了')).toBe(won.some(({ no }) => no === player.no))
  }
})

test('nobody wins twice, unless the draw says so; a void draw was won by nobody', async () => {
  const contest = await lotteryContest(app)
  const first = await run(contest, { count: 4 })
  expect((await pool(contest)).eligible).toBe(2)
  expect((await pool(contest, '?again=true')).eligible).toBe(6)
  const second = await run(contest, { count: 2 })
  const won = await rowsOf<{ no: number }>(
    app.connection.db,
    sql`select w.player_no as no from contest_draw_winner w join contest_draw d on d.id = w.draw_id
      where d.contest_id = ${contest.id}`,
  )
  expect(new Set(won.map(({ no }) => no)).size).toBe(6)
  expect((await post(contest, '/lotteries', lotteryWish())).statusCode).toBe(422)
  const voided = await post(contest, `/lotteries/${second.id}/void`, {
    version: second.version,
    reason: '设备故障',
  })
  expect(voided.statusCode).toBe(200)
  expect((await pool(contest)).eligible).toBe(2)
  expect((await page(`/contests/${contest.slug}/draws/${second.no}`)).body).toContain('设备故障')
  expect(first.winners.map(({ place }) => place)).toEqual([1, 2, 3, 4])
  const third = await run(contest, { count: 6, again: true })
  expect(third.winners).toHaveLength(6)
})

test('one draw at a time, so many a day, none of a day that is not over', async () => {
  const contest = await lotteryContest(app)
  const wish = lotteryWish({ day: lotteryDays[0] })
  expect((await post(contest, '/lotteries', wish)).statusCode).toBe(201)
  // Sent again it is the same draw; another one has to wait.
  expect((await post(contest, '/lotteries', wish)).statusCode).toBe(201)
  const refused = await post(contest, '/lotteries', lotteryWish())
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'lottery-pending'])
  const run1 = await post(contest, `/lotteries/${wish.id}/run`, { version: 0, contribution: '1' })
  expect(run1.statusCode).toBe(200)
  const again = await post(contest, `/lotteries/${wish.id}/run`, { version: 0, contribution: '2' })
  expect([again.statusCode, again.json().code]).toEqual([409, 'draw-settled'])
  await run(contest, { day: lotteryDays[0] })
  const third = await post(contest, '/lotteries', lotteryWish({ day: lotteryDays[0] }))
  expect([third.statusCode, third.json().code]).toEqual([422, 'lottery-day-done'])
  const open = await lotteryContest(app, { state: 'open' })
  expect((await post(open, '/lotteries', lotteryWish())).json().code).toBe('lottery-open')
  expect((await post(open, '/lotteries', lotteryWish({ day: lotteryDays[1] }))).json().code).toBe(
    'lottery-day-open',
  )
  expect((await post(open, '/lotteries', lotteryWish({ day: lotteryDays[0] }))).statusCode).toBe(201)
})

test('by right answers, by attempts; attempts that count for nothing count for nothing here', async () => {
  for (const [by, least, expected] of [
    ['right', 9, 1],
    ['attempts', 3, 1],
    ['score', 90, 2],
  ] as const) {
    const contest = await lotteryContest(app, {
      rules: { lottery: { by, least, drawsADay: 1 } },
      players: [{}, {}, {}],
    })
    const [one, two] = contest.players
    await app.connection.db.execute(sql`delete from contest_attempt where contest_no = ${contest.no}`)
    const day = lotteryDays[0]
    await addAttempts(app.connection.db, contest, [
      ...[1, 2, 3].map(n => ({ player: one!.no, score: 90 + n, right: 9, day })),
      { player: two!.no, score: 95, right: 8, day },
    ])
    expect((await pool(contest)).eligible, by).toBe(expected)
    await app.connection.db.execute(
      sql`update contest_attempt set voided = true where contest_no = ${contest.no}`,
    )
    expect((await pool(contest)).eligible).toBe(0)
  }
})

test('the database keeps what was committed to, and requests never see a seed', async () => {
  const contest = await lotteryContest(app)
  const { id } = await commit(contest)
  const { db } = app.connection
  await expect(db.execute(sql`update contest_draw set count = 2 where id = ${id}`)).rejects.toThrow()
  await expect(
    db.execute(sql`update contest_draw set register_hash = 'x' where id = ${id}`),
  ).rejects.toThrow()
  await expect(
    db.transaction(async tx => {
      await tx.execute(sql`set local role jianbao_desk`)
      return tx.execute(sql`select * from contest_draw_seed`)
    }),
  ).rejects.toThrow()
  await expect(
    db.transaction(async tx => {
      await tx.execute(sql`set local role jianbao_desk`)
      return tx.execute(sql`select * from contest_award_key`)
    }),
  ).rejects.toThrow()
})
