/** Review over the routes of the real app: correct, settle, undo, accept, reopen, accept again. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AcceptAnswer, Review, ReviewEdit, UploadAnswer } from '../../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const keeper = () => app.as('editor')

async function read(content: string): Promise<string> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content }])
  const { document } = (await (await keeper()).upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  return document.id
}

const review = async (id: string): Promise<Review> =>
  (await (await keeper()).get(`/api/documents/${id}/review`)).json()

const send = async (id: string, path: string, body?: object) =>
  (await keeper()).post(`/api/documents/${id}/review/${path}`, body)

async function edit(id: string, change: ReviewEdit): Promise<Review> {
  const { version } = await review(id)
  const answer = await send(id, 'edits', { version, edit: change })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('a headline is corrected, undone, redone and accepted into the archive', async () => {
  const id = await read(bulletinText({ number: 11 }))
  const first = await review(id)
  expect(first).toMatchObject({ version: 0, history: [], claim: null, may: ['edit', 'accept'] })
  const change = {
    act: 'set-headline',
    reading: 0,
    column: 0,
    article: 0,
    headline: '科普讲座走进社区',
  } as const
  const edited = await edit(id, change)
  expect(edited).toMatchObject({ version: 1, may: ['edit', 'undo', 'accept'] })
  expect(edited.history).toMatchObject([
    {
      seq: 1,
      deed: 'edit',
      edit: change,
      before: '青禾市科协举办科普讲座',
      after: '科普讲座走进社区',
      by: 'editor',
    },
  ])

  const undone = (await send(id, 'undo', { version: 1 })).json<Review>()
  expect(undone).toMatchObject({ version: 2, may: ['edit', 'redo', 'accept'], readings: first.readings })
  const redone = (await send(id, 'redo', { version: 2 })).json<Review>()
  expect(redone.readings).toEqual(edited.readings)
  expect(redone).toMatchObject({ version: 3, may: ['edit', 'undo', 'accept'] })

  const accepted = (await send(id, 'accept', { version: 3 })).json<Review>()
  expect(accepted).toMatchObject({ document: { state: 'accepted' }, may: ['reopen'] })
  const [issueId] = accepted.document.issueIds
  const found = await (await keeper()).get(`/api/search?q=${encodeURIComponent('走进社区')}`)
  expect(found.json().rows).toMatchObject([{ issueId }])
})

test('accepted again, an issue keeps its id and stays published', async () => {
  const id = await read(bulletinText({ number: 12 }))
  const accepted = (await send(id, 'accept', { version: 0 })).json<Review>()
  const [issueId] = accepted.document.issueIds
  await (await keeper()).post(`/api/issues/${issueId}/publish`)
  const refused = await send(id, 'edits', { version: 0, edit: { act: 'settle-all', code: null } })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'not-now'])

  expect((await send(id, 'reopen')).json<Review>()).toMatchObject({ document: { state: 'read' } })
  expect((await (await keeper()).get(`/api/issues/${issueId}`)).json()).toMatchObject({ published: true })
  await edit(id, { act: 'set-issue', reading: 0, issueNo: 99 })
  const again = (await send(id, 'accept', { version: 1 })).json<Review>()
  expect(again.document.issueIds).toEqual([issueId])
  expect((await (await keeper()).get(`/api/issues/${issueId}`)).json()).toMatchObject({
    published: true,
    issueNo: 99,
  })
  expect(again.history.map(entry => entry.deed)).toEqual(['accept', 'edit', 'reopen', 'accept'])
  const audited = await rowsOf(
    app.connection.db,
    sql`select action, outcome from audit_entry where object = ${id} and actor_kind = 'person' order by id`,
  )
  expect(audited).toEqual([
    { action: 'document.receive', outcome: 'done' },
    { action: 'document.accept', outcome: 'done' },
    { action: 'review.edit', outcome: 'not-now' },
    { action: 'document.reopen', outcome: 'done' },
    { action: 'review.edit', outcome: 'done' },
    { action: 'document.accept', outcome: 'done' },
  ])
})

test('an edit made on an older version is refused with a sentence and changes nothing', async () => {
  const id = await read(bulletinText({ number: 13 }))
  await edit(id, { act: 'set-issue', reading: 0, issueNo: 14 })
  for (const path of ['edits', 'undo', 'redo', 'accept']) {
    const body = { version: 0, ...(path === 'edits' ? { edit: { act: 'settle-all', code: null } } : {}) }
    const answer = await send(id, path, body)
    expect([path, answer.statusCode, answer.json().code]).toEqual([path, 409, 'review-stale'])
    expect(answer.json().message ?? answer.json().detail).toMatch(/核对最新内容/)
  }
  expect(await review(id)).toMatchObject({ version: 1, readings: [{ issueNo: 14 }] })
})

test('corrections made before a document was accepted can still be undone after it was reopened', async () => {
  const id = await read(bulletinText({ number: 15 }))
  const first = await review(id)
  await edit(id, { act: 'set-issue', reading: 0, issueNo: 16 })
  await edit(id, { act: 'set-issue', reading: 0, publisher: '青禾市科协' })
  await send(id, 'accept', { version: 2 })
  await send(id, 'reopen')
  await send(id, 'undo', { version: 2 })
  const undone = (await send(id, 'undo', { version: 3 })).json<Review>()
  expect(undone.readings).toEqual(first.readings)
  expect((await send(id, 'undo', { version: 4 })).json().code).toBe('not-now')
  const other = await edit(id, { act: 'set-issue', reading: 0, issueNo: 17 })
  expect(other.may).not.toContain('redo')
  expect((await send(id, 'redo', { version: other.version })).json().code).toBe('not-now')
})

test('reading a document anew leaves its history and takes the way back; an open page is out of date', async () => {
  const id = await read(bulletinText({ number: 18 }))
  const first = await review(id)
  const edited = await edit(id, { act: 'set-issue', reading: 0, issueNo: 19 })
  await (await keeper()).post(`/api/documents/${id}/read-again`)
  await app.archive.queue.idle()
  const anew = await review(id)
  expect(anew.readings).toEqual(first.readings)
  expect(anew.version).toBeGreaterThan(edited.version)
  expect(anew.history).toHaveLength(1)
  expect(anew.may).toEqual(['edit', 'accept'])
  const late = await send(id, 'undo', { version: edited.version })
  expect(late.json().code).toBe('review-stale')
  expect((await send(id, 'undo', { version: anew.version })).json().code).toBe('not-now')
  const next = await edit(id, { act: 'set-issue', reading: 0, issueNo: 20 })
  expect(next.history.map(entry => entry.seq)).toEqual([2, 1])
})

test('a bulletin that came under two names is told before the second is accepted', async () => {
  const series = '青禾市科协月讯'
  const [first, second, other] = [
    await read(bulletinText({ series, number: 5 })),
    await read(`${bulletinText({ series, number: 5 })}\n`),
    await read(bulletinText({ series, number: 5, date: '2022年5月12日' })),
  ]
  expect((await review(second)).sameIssues).toEqual([])
  const { document, sameIssues } = (await send(first, 'accept', { version: 0 })).json<Review>()
  expect(sameIssues).toEqual([])
  expect((await review(second)).sameIssues).toEqual(document.issueIds)
  const settled = await edit(second, { act: 'settle-all', code: null })
  await edit(other, { act: 'settle-all', code: null })
  const ids = [second, other]
  const answer = (await (await keeper()).post('/api/documents/accept', { ids })).json<AcceptAnswer>()
  expect(answer).toMatchObject({ accepted: [other], refused: [{ id: second }] })
  expect(answer.refused[0]?.reason).toContain('已经有一份入库')
  // Whoever looked at it may have both.
  expect((await send(second, 'accept', { version: settled.version })).statusCode).toBe(200)
  expect((await review(first)).sameIssues).toHaveLength(1)
})

test('settled doubts are counted no more, in the review and in the list', async () => {
  const id = await read(bulletinText({ number: 21, date: '' }).replace('第21期\n', ''))
  const { doubts, document } = await review(id)
  expect(doubts.length).toBeGreaterThan(1)
  expect(document.doubts).toBe(doubts.length)
  const one = await edit(id, { act: 'settle', doubt: doubts[0]!.id })
  expect(one.document.doubts).toBe(doubts.length - 1)
  expect(one.doubts.find(doubt => doubt.id === doubts[0]!.id)?.settled).toBe(true)
  const all = await edit(id, { act: 'settle-all', code: null })
  const summary = (await (await keeper()).get(`/api/documents/${id}/summary`)).json()
  expect([all.document.doubts, summary.doubts]).toEqual([0, 0])
})
