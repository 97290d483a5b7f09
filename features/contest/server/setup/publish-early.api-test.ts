/** What an office must wait for before it publishes, or somebody's paper would not be in the list. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestRecord, Paper } from '../../contract/index.ts'
import { addPlayers, ticketOf } from '../play/play.fixture.ts'
import { doDeed, openedContest } from './setup.fixture.ts'

let app: TestApp
let now = Date.now()
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(now) } })
})
afterAll(() => app.close())

const one = async ({ id }: Pick<ContestRecord, 'id'>): Promise<ContestRecord> =>
  (await (await app.as('coordinator@city')).get(`/api/contests/${id}`)).json<ContestRecord>()
const close = async (contest: ContestRecord) =>
  doDeed(app, await one(contest), 'close', { reason: '提前完成' })
async function publish(contest: ContestRecord): Promise<{ code?: string; state?: string }> {
  const { id, version } = await one(contest)
  return (await (await app.as('coordinator@city')).post(`/api/contests/${id}/publish`, { version })).json()
}

async function begun(contest: ContestRecord) {
  const { db } = app.connection
  const [row] = await rowsOf<{ no: number }>(db, sql`select no from contest where id = ${contest.id}`)
  const [playerNo] = await addPlayers(db, row!, 1)
  const live = (await app.contest.contests.find(contest.slug))!
  const play = async <T>(path: string, body: object): Promise<T> =>
    (await (await app.as('anonymous')).post(`/play/${contest.slug}/${path}`, body)).json<T>()
  const paper = await play<Paper>('paper', { ticket: ticketOf(live, { playerNo: playerNo! }) })
  const answers = paper.order.map(places => [places.indexOf(0)])
  return { no: row!.no, handIn: () => play('hand-in', { token: paper.token, answers }) }
}

test('the time of papers that were begun before an early close', async () => {
  const contest = await openedContest(app)
  const { handIn, no } = await begun(contest)
  await close(contest)
  expect((await publish(contest)).code).toBe('contest-papers-out')
  now += 629_000
  expect(await handIn()).toMatchObject({ counted: 'now', score: 100 })
  await app.contest.tallying.settle(no)
  expect((await publish(contest)).code).toBe('contest-papers-out')
  now += 2000
  expect((await publish(contest)).state).toBe('published')
})

test('the grading anew after a question was withdrawn', async () => {
  const contest = await openedContest(app)
  const { handIn, no } = await begun(contest)
  await handIn()
  await close(contest)
  now += 631_000
  await app.contest.tallying.settle(no)
  const withdrawn = await (await app.as('coordinator@city')).post(
    `/api/contests/${contest.id}/withdraw-question`,
    { no: 0, reason: '答案有误' },
  )
  expect(withdrawn.statusCode).toBe(200)
  expect((await publish(contest)).code).toBe('contest-not-counted')
  await app.contest.tallying.settle(no)
  expect((await publish(contest)).state).toBe('published')
})
