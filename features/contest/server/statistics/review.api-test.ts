import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type {
  ContestAttemptPage,
  ContestReview,
  ContestStatistics,
  ReviewOutcome,
} from '../../contract/index.ts'
import { addCountedContest, type CountedFixture, contestUnits, playAttempts } from './statistics.fixture.ts'

let app: TestApp
let contest: CountedFixture
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
beforeEach(async () => {
  contest = await addCountedContest(app.connection.db)
  const startedAt = new Date(Date.now() - 3_600_000)
  const pace = '1000,1000,1000,1000,1000,1000,1000,1000,1000,1000'
  await playAttempts(app.connection.db, contest, [
    { player: 1, n: 0, unitNo: contestUnits.city, startedAt, score: 90, flags: 1, pace },
    { player: 1, n: 1, unitNo: contestUnits.city, startedAt, score: 50 },
    { player: 2, n: 0, unitNo: contestUnits.county, startedAt, score: 80, flags: 3, pace },
    { player: 3, n: 0, unitNo: contestUnits.sister, startedAt, score: 70 },
  ])
})

const get = async <T>(path: string, by: Persona = 'editor'): Promise<T> => {
  const answer = await (await app.as(by)).get(`/api/contests/${contest.id}${path}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const decide = async (body: object, by: Persona = 'editor') =>
  (await app.as(by)).post(`/api/contests/${contest.id}/review`, body)
const all = {
  attempts: [
    { player: 1, n: 0 },
    { player: 2, n: 0 },
  ],
  reason: '每题整整一秒',
}
const totals = async () => (await get<ContestStatistics>('/statistics')).total

test('flags are counted by kind and by unit, and the list has marks and pace', async () => {
  const review = await get<ContestReview>('/review')
  expect(review.counts).toEqual({ waiting: 2, valid: 0, void: 0 })
  expect(review.flags).toContainEqual({ flag: 'fast', waiting: 2 })
  expect(review.flags).toContainEqual({ flag: 'regular', waiting: 1 })
  expect(review.units.map(({ no, flagged }) => [no, flagged])).toEqual([
    [contestUnits.city, 1],
    [contestUnits.county, 1],
  ])
  expect(review.bounds).toEqual({ fastMs: 1200, spread: 0.06 })
  const { rows } = await get<ContestAttemptPage>('/attempts?flag=regular&state=waiting')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ player: 2, flags: ['fast', 'regular'], pace: Array(10).fill(1) })
})

test('void attempts count for nothing, and again when they are found valid', async () => {
  expect(await totals()).toMatchObject({ people: 3, attempts: 4 })
  const answer = await decide({ ...all, decision: 'void' })
  expect(answer.json<ReviewOutcome>(), answer.body).toEqual({ changed: 2, unchanged: 0 })
  expect(await totals()).toMatchObject({ people: 2, attempts: 2 })
  expect((await get<ContestReview>('/review')).counts).toEqual({ waiting: 0, valid: 0, void: 2 })
  expect((await decide({ ...all, decision: 'void' })).json<ReviewOutcome>()).toEqual({
    changed: 0,
    unchanged: 2,
  })
  expect((await decide({ ...all, decision: 'valid' })).json<ReviewOutcome>()).toEqual({
    changed: 2,
    unchanged: 0,
  })
  expect(await totals()).toMatchObject({ people: 3, attempts: 4 })
  const { rows } = await get<ContestAttemptPage>('/attempts?flag=any&state=valid')
  expect(rows.map(({ note, reviewedName }) => [note, reviewedName])).toEqual([
    ['每题整整一秒', 'editor'],
    ['每题整整一秒', 'editor'],
  ])
})

test('what was never void only takes the note, and everything is recorded', async () => {
  const valid = await decide({ ...all, attempts: [{ player: 1, n: 0 }], decision: 'valid' })
  expect(valid.json<ReviewOutcome>()).toEqual({ changed: 1, unchanged: 0 })
  expect(await totals()).toMatchObject({ people: 3, attempts: 4 })
  const [noted] = await rowsOf<{ after: string }>(
    app.connection.db,
    sql`select after::text as after from audit_entry where action = 'contest.review' and object = ${contest.id}`,
  )
  expect(noted!.after).toContain('每题整整一秒')
})

test('nobody else decides, and nothing that was not flagged', async () => {
  const body = { ...all, decision: 'void' }
  for (const by of ['editor@county', 'editor@city', 'coordinator@sister'] as const)
    expect([by, (await decide(body, by)).statusCode]).toEqual([by, 404])
  expect((await decide({ ...body, attempts: [{ player: 3, n: 0 }] })).statusCode).toBe(404)
  expect((await decide({ ...body, attempts: [{ player: 9, n: 0 }] })).statusCode).toBe(404)
  expect((await decide({ ...body, reason: ' ' })).statusCode).toBe(400)
  await app.connection.db.execute(sql`update contest set state = 'published' where id = ${contest.id}`)
  expect((await decide(body)).statusCode).toBe(404)
  expect((await get<ContestReview>('/review')).mayReview).toBe(false)
  expect(await totals()).toMatchObject({ people: 3, attempts: 4 })
})

test('a county sees its own flagged attempts and decides nothing', async () => {
  const review = await get<ContestReview>('/review', 'editor@county')
  expect(review.units.map(({ no }) => no)).toEqual([contestUnits.county])
  expect(review.mayReview).toBe(false)
  expect((await get<ContestAttemptPage>('/attempts?flag=any', 'reporter@county')).total).toBe(1)
})
