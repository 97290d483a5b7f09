/** Edits that no page would send: each is answered with a plain refusal or applied clean, and nothing breaks. */
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Review, UploadAnswer } from '../../contract/index.ts'

let app: TestApp
let url: string
beforeAll(async () => {
  app = await openTestApp()
  const { payload, contentType } = await uploadBody([
    { field: 'file', fileName: 'a.txt', content: bulletinText() },
  ])
  const { document } = (await (await app.as('editor')).upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  url = `/api/documents/${document.id}/review`
})
afterAll(() => app.close())

const post = async (path: string, body: unknown) =>
  (await app.as('editor')).request({
    method: 'POST',
    url: url + path,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const review = async (): Promise<Review> => (await (await app.as('editor')).get(url)).json()
const article = { reading: 0, column: 0, article: 0 }

test.each([
  ['an unknown act', { act: 'delete-everything' }],
  ['an unknown field', { act: 'set-kind', ...article, kind: 'essay', sql: '1' }],
  ['a negative index', { act: 'make-noise', ...article, paragraph: -1 }],
  ['a broken index', { act: 'make-noise', ...article, paragraph: 0.5 }],
  ['a word for an index', { act: 'make-noise', ...article, paragraph: '0' }],
  ['a huge index', { act: 'make-noise', ...article, paragraph: 1e9 }],
  ['huge words', { act: 'set-headline', ...article, headline: '长'.repeat(401) }],
  ['no words', { act: 'set-headline', ...article, headline: '' }],
  ['no day', { act: 'set-issue', reading: 0, date: '2021-02-30' }],
  ['another day', { act: 'set-issue', reading: 0, date: "2021-01-01'; drop table document" }],
  ['no index', { act: 'drop-figure', ...article, event: 0, figure: null }],
  [
    'an endless figure',
    `{"act":"set-figure","reading":0,"column":0,"article":0,"event":0,"figure":0,"value":1e400,"unit":"人","measure":"people"}`,
  ],
])('%s is a bad request', async (_name, edit) => {
  const text = typeof edit === 'string' ? edit : JSON.stringify(edit)
  const answer = await post('/edits', `{"version":0,"edit":${text}}`)
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-request'])
})

test.each([
  ['no version', { edit: { act: 'settle-all', code: null } }],
  ['no edit', { version: 0 }],
  ['a broken page', '{"version":0,'],
  ['an array', []],
])('%s is a bad request', async (_name, body) => {
  expect((await post('/edits', body)).statusCode).toBe(400)
})

test.each([
  ['an absent reading', { act: 'make-noise', ...article, reading: 100_000, paragraph: 0 }],
  ['an absent event', { act: 'drop-event', ...article, event: 7 }],
  ['blanks alone', { act: 'set-headline', ...article, headline: ' \u3000\u0000\u200b' }],
  ['an absent doubt', { act: 'settle', doubt: '\u0001' }],
  ['half a character', { act: 'split-paragraph', ...article, paragraph: 0, offset: 100_000 }],
])('%s is refused and changes nothing', async (_name, edit) => {
  const before = await review()
  const answer = await post('/edits', { version: before.version, edit })
  expect(answer.statusCode).toBe(409)
  expect(answer.json().detail).toMatch(/\p{sc=Han}/u)
  expect(await review()).toEqual(before)
})

test('null is no index: an article that goes to a new column does not go to the first', async () => {
  const { version } = await review()
  const move = { act: 'move-article', ...article, toColumn: null, newColumn: '要闻' }
  const { readings } = (await post('/edits', { version, edit: move })).json<Review>()
  expect(readings[0]!.columns.map(column => column.name)).toEqual(['要闻'])
})

test('NUL, lone surrogates and line breaks in typed words are cleaned, shown and accepted into the archive', async () => {
  const { version } = await review()
  const headline = '科普\u0000讲座\ud800走\n进\u202e社区<script>'
  const edited = (
    await post('/edits', { version, edit: { act: 'set-headline', ...article, headline } })
  ).json<Review>()
  expect(edited.readings[0]!.columns[0]!.articles[0]!.headline).toBe('科普讲座\ufffd走 进社区<script>')
  const add = { act: 'add-unit', ...article, event: 0, name: "科协'; --\u0000", role: 'host' }
  const added = (await post('/edits', { version: edited.version, edit: add })).json<Review>()
  const event = added.readings[0]!.columns[0]!.articles[0]!.events[0]!
  expect(event.units.at(-1)?.name).toBe("科协'; --")
  const accepted = await post('/accept', { version: added.version })
  expect(accepted.json<Review>().document.state).toBe('accepted')
  expect(app.errors).toEqual([])
})
