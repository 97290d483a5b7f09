/** Two reviewers at once on a real PostgreSQL server: nothing is written twice, nobody's step is lost unseen. */
import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestServers, type TestServers, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Review, UploadAnswer } from '../../contract/index.ts'

let servers: TestServers

beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

const keeper = (process: number) => servers.apps[process % servers.apps.length]!.as('editor')
let serial = 0
async function read(): Promise<string> {
  const content = bulletinText({ number: ++serial })
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content }])
  const { document } = (await (await keeper(0)).upload(payload, contentType)).json<UploadAnswer>()
  for (;;) {
    const review = await getReview(document.id)
    if (review.document.state === 'read') return document.id
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
const post = async (process: number, id: string, path: string, body: object) =>
  (await keeper(process)).post(`/api/documents/${id}/review/${path}`, body)
const getReview = async (id: string): Promise<Review> =>
  (await (await keeper(0)).get(`/api/documents/${id}/review`)).json()
const count = async (what: ReturnType<typeof sql>) => (await rowsOf<{ n: number }>(servers.db, what))[0]!.n

test('ten edits on one version at once: one is made, nine are refused as stale and change nothing', async () => {
  const id = await read()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      post(at, id, 'edits', { version: 0, edit: { act: 'set-issue', reading: 0, issueNo: 100 + at } }),
    ),
  )
  const done = answers.filter(answer => answer.statusCode === 200)
  expect(done).toHaveLength(1)
  const refused = answers.filter(answer => answer.statusCode !== 200).map(answer => answer.json().code)
  expect(refused).toEqual(Array.from({ length: 9 }, () => 'review-stale'))
  const review = await getReview(id)
  expect(review.version).toBe(1)
  expect(review.history).toHaveLength(1)
  expect(review.readings).toEqual(done[0]!.json<Review>().readings)
})

test('ten pages ask for one document at once: one has it, and only that one may edit', async () => {
  const id = await read()
  const pages = Array.from({ length: 10 }, () => randomUUID())
  const answers = await Promise.all(pages.map((page, at) => post(at, id, 'claim', { page })))
  const holders = pages.filter((_, at) => answers[at]!.statusCode === 200)
  expect(holders).toHaveLength(1)
  const edits = await Promise.all(
    pages.map((page, at) =>
      post(at, id, `edits?page=${page}`, { version: 0, edit: { act: 'set-issue', reading: 0, issueNo: 7 } }),
    ),
  )
  expect(pages.filter((_, at) => edits[at]!.statusCode === 200)).toEqual(holders)
})

test('editing, undoing and accepting at once: what was accepted is what the last step left', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await read()
    const first = await post(0, id, 'edits', {
      version: 0,
      edit: { act: 'set-issue', reading: 0, issueNo: 500 },
    })
    expect(first.statusCode).toBe(200)
    const answers = await Promise.all([
      post(0, id, 'undo', { version: 1 }),
      post(1, id, 'accept', { version: 1 }),
      post(0, id, 'edits', { version: 1, edit: { act: 'set-issue', reading: 0, issueNo: 600 } }),
      post(1, id, 'accept', { version: 1 }),
    ])
    expect(answers.filter(answer => answer.statusCode === 200)).toHaveLength(1)
    for (const answer of answers) expect([200, 409]).toContain(answer.statusCode)
    const review = await getReview(id)
    const issues = sql`select count(*)::int as n from issue where document_id = ${id}`
    expect(await count(issues)).toBe(review.document.state === 'accepted' ? 1 : 0)
  }
})

test('the same documents accepted together by two at once are accepted once each', async () => {
  const ids = [await read(), await read(), await read()]
  const answers = await Promise.all(
    [ids, [...ids].reverse()].map(async (each, at) =>
      (await keeper(at)).post('/api/documents/accept', { ids: each }),
    ),
  )
  const accepted = answers.flatMap(answer => answer.json().accepted)
  expect(accepted.sort()).toEqual([...ids].sort())
  for (const id of ids) {
    const issues = sql`select count(*)::int as n from issue where document_id = ${id}`
    const searched = sql`select count(*)::int as n from article_search s join issue i on i.id = s.issue_id
      where i.document_id = ${id}`
    expect([await count(issues), await count(searched)]).toEqual([1, 1])
  }
})
