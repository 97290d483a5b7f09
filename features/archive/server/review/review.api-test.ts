/** Review over the routes of the real app: correct, settle, undo, accept, reopen, accept again. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Review, ReviewEdit, UploadAnswer } from '../../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const keeper = () => app.as('administrator')

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
      by: 'keeper',
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
