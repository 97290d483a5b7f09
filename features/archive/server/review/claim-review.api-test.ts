/** Two reviewers, several documents: who holds what, what comes next, and what is accepted together. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AcceptAnswer, NextReview, Review, UploadAnswer } from '../../contract/index.ts'

let now = Date.now()
const clock: Clock = { now: () => new Date(now) }
let app: TestApp
const [one, two] = [randomUUID(), randomUUID()]
type Agent = Awaited<ReturnType<TestApp['as']>>
let keeper: Agent
let other: Agent

beforeAll(async () => {
  app = await openTestApp({ clock })
  keeper = await app.as('editor')
  other = await app.as('reviser')
})
afterAll(() => app.close())
beforeEach(async () => {
  now += 5 * 60_000
  for (const { id } of (await keeper.get('/api/documents?pageSize=100')).json().rows)
    await keeper.delete(`/api/documents/${id}`)
})

let serial = 0
/** A document with so many doubts: headlines are missing. */
async function read(doubts = 0): Promise<string> {
  const body = '5月10日，青禾市科协在市科技馆举办科普讲座，120人参加。'
  const text = doubts
    ? `青禾市科协${'办实事'.repeat(++serial)}\n${body}\n`
    : bulletinText({ number: ++serial })
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content: text }])
  const { document } = (await keeper.upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  return document.id
}

const url = (id: string, path = '') => `/api/documents/${id}/review${path}`
const next = async (agent: Agent, after?: string): Promise<string | null> =>
  (await agent.get(`/api/review/next${after ? `?after=${after}` : ''}`)).json<NextReview>().documentId

test('a page takes a document; another sees who holds it and may take it over, and the first learns of it', async () => {
  const id = await read()
  const mine = (await keeper.post(url(id, '/claim'), { page: one })).json<Review>()
  expect(mine.claim).toMatchObject({ by: 'editor', mine: true })
  const refused = await other.post(url(id, '/claim'), { page: two })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'review-held'])
  expect(refused.json().detail).toContain('正由editor审核')
  const seen = (await other.get(url(id, `?page=${two}`))).json<Review>()
  expect(seen).toMatchObject({ claim: { by: 'editor', mine: false }, may: ['take-over'] })
  const settle = { version: 0, edit: { act: 'settle-all', code: null } }
  expect((await other.post(url(id, `/edits?page=${two}`), settle)).json().code).toBe('review-held')
  expect((await other.post(url(id, '/accept'), { version: 0 })).json().code).toBe('review-held')

  const taken = (await other.post(url(id, '/claim'), { page: two, takeOver: true })).json<Review>()
  expect(taken.claim).toMatchObject({ by: 'reviser', mine: true })
  expect((await keeper.post(url(id, '/claim'), { page: one })).json().code).toBe('review-held')
  expect((await keeper.post(url(id, `/edits?page=${one}`), settle)).json().code).toBe('review-held')
  expect((await keeper.post(url(id, '/release'), { page: one })).statusCode).toBe(204)
  expect((await keeper.get(url(id))).json<Review>().claim).toMatchObject({ by: 'reviser' })
  expect((await other.post(url(id, '/release'), { page: two })).statusCode).toBe(204)
  expect((await keeper.get(url(id))).json<Review>().claim).toBeNull()
})

test('two pages of one person are two; a page that falls silent holds nothing after three minutes', async () => {
  const id = await read()
  await keeper.post(url(id, '/claim'), { page: one })
  expect((await keeper.post(url(id, '/claim'), { page: two })).json().code).toBe('review-held')
  now += 2 * 60_000
  expect((await keeper.post(url(id, '/claim'), { page: one })).statusCode).toBe(200)
  now += 2 * 60_000
  expect((await keeper.post(url(id, '/claim'), { page: two })).json().code).toBe('review-held')
  now += 2 * 60_000
  expect((await keeper.post(url(id, '/claim'), { page: two })).json<Review>().claim?.mine).toBe(true)
})

test('a page keeps what it holds by a sign of life, which leaves no entry', async () => {
  const id = await read()
  const keep = async (agent: Agent, page: string, version: number) =>
    (await agent.post(url(id, '/keep'), { page, version })).json().kept
  const entries = async () =>
    rowsOf(app.connection.db, sql`select action, outcome from audit_entry where object = ${id} order by id`)
  expect(await keep(keeper, one, 0)).toBe(false)
  await keeper.post(url(id, '/claim'), { page: one })
  const before = await entries()
  for (let minute = 0; minute < 9; minute++) {
    now += 60_000
    expect(await keep(keeper, one, 0)).toBe(true)
  }
  expect([await keep(keeper, two, 0), await keep(other, one, 0), await keep(keeper, one, 1)]).toEqual([
    false,
    false,
    false,
  ])
  expect((await other.post(url(id, '/claim'), { page: two })).json().code).toBe('review-held')
  expect(await entries()).toEqual([...before, { action: 'review.claim', outcome: 'review-held' }])
  now += 4 * 60_000
  expect(await keep(keeper, one, 0)).toBe(false)
  await other.post(url(id, '/claim'), { page: two })
  expect(await keep(keeper, one, 0)).toBe(false)
  await other.post(url(id, '/release'), { page: two })
})

test('next is the most doubtful first, then the one after it, passing over what another holds', async () => {
  const sure = await read()
  now += 1000
  const doubtful = await read(1)
  now += 1000
  const later = await read(1)
  expect((await keeper.get('/api/review/next')).json()).toEqual({ documentId: doubtful, waiting: 3 })
  expect(await next(keeper, doubtful)).toBe(later)
  expect(await next(keeper, later)).toBe(sure)
  expect(await next(keeper, sure)).toBe(doubtful)
  await other.post(url(doubtful, '/claim'), { page: two })
  expect(await next(keeper)).toBe(later)
  expect(await next(keeper, later)).toBe(sure)
  expect(await next(other, sure)).toBe(later)
  await keeper.post(url(sure, '/accept'), { version: 0 })
  expect(await next(keeper, later)).toBeNull()
  expect(await next(keeper, randomUUID())).toBe(later)
})

test('documents without open doubts are accepted together, the others are named with a reason', async () => {
  const [sure, doubtful, held] = [await read(), await read(1), await read()]
  await other.post(url(held, '/claim'), { page: two })
  const absent = randomUUID()
  const ids = [sure, doubtful, held, absent, sure]
  const answer = (await keeper.post('/api/documents/accept', { ids })).json<AcceptAnswer>()
  expect(answer.accepted).toEqual([sure])
  expect(answer.refused.map(refusal => refusal.id)).toEqual([doubtful, held, absent])
  expect(answer.refused[0]?.reason).toMatch(/还有 \d+ 处存疑/)
  const states = await Promise.all(
    [sure, doubtful, held].map(async id => (await keeper.get(url(id))).json<Review>().document.state),
  )
  expect(states).toEqual(['accepted', 'read', 'read'])
})

test('what another person has open is neither read anew nor removed; its own reviewer may', async () => {
  const id = await read()
  await other.post(url(id, '/claim'), { page: two })
  for (const answer of [
    await keeper.post(`/api/documents/${id}/read-again`),
    await keeper.delete(`/api/documents/${id}`),
  ])
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'review-held'])
  expect((await other.post(`/api/documents/${id}/read-again`)).statusCode).toBe(200)
  await app.archive.queue.idle()
  await other.post(url(id, '/release'), { page: two })
  expect((await keeper.delete(`/api/documents/${id}`)).statusCode).toBe(204)
})

test('an accepted document is held by nobody; whoever reopens it has it', async () => {
  const id = await read()
  await keeper.post(url(id, '/claim'), { page: one })
  const accepted = (await keeper.post(url(id, `/accept?page=${one}`), { version: 0 })).json<Review>()
  expect(accepted).toMatchObject({ claim: null, may: ['reopen'] })
  expect((await other.post(url(id, '/claim'), { page: two })).json<Review>().claim).toBeNull()
  const reopened = (await other.post(url(id, `/reopen?page=${two}`))).json<Review>()
  expect(reopened.claim).toMatchObject({ by: 'reviser', mine: true })
  expect((await keeper.post(url(id, '/claim'), { page: one })).json().code).toBe('review-held')
})
