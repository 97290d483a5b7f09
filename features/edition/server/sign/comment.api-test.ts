import { type Agent, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { docOf, type Edition, type EditionDifference, type EditionSigning } from '../../contract/index.ts'
import { addTo } from '../edition.fixture.ts'
import { actOn, filledEdition, pieceOf, readEdition } from './sign.fixture.ts'

let app: TestApp
let editor: Agent
let reviser: Agent
beforeAll(async () => {
  app = await openTestApp()
  ;[editor, reviser] = [await app.as('editor'), await app.as('reviser')]
})
afterAll(() => app.close())

const comment = (by: Agent, { id, content }: Edition, words: object = {}) =>
  by.post(`/api/editions/${id}/comments`, {
    ...{ itemId: content[0]!.id, block: 1, quote: '120人', occurrence: 0, text: '请核对' },
    ...words,
  })
const act = (by: Agent, { id }: Edition, commentId: string, name: string) =>
  by.post(`/api/editions/${id}/comments/${commentId}/${name}`, {})
const signingOf = async (by: Agent, { id }: Edition) =>
  (await by.get(`/api/editions/${id}/signing`)).json<EditionSigning>()
async function rewrite({ id }: Edition, ...lines: string[]): Promise<Edition> {
  const { content } = await readEdition(editor, id)
  const { id: itemId, version, kind, headline, subtitle, contributor, withheld } = content[0]!
  const payload = { version, kind, headline, subtitle, contributor, withheld, doc: docOf(lines.join('\n')) }
  const url = `/api/editions/${id}/items/${itemId}`
  expect((await editor.request({ method: 'PUT', url, payload })).statusCode).toBe(200)
  return readEdition(editor, id)
}

it('stands at its words, follows them, and says when they are gone', async () => {
  const edition = await filledEdition(app, editor)
  const made = (await comment(reviser, edition)).json<EditionSigning>()
  expect(made.comments[0]).toMatchObject({ place: { block: 1, start: 3, end: 7 }, lost: false, round: 0 })
  await rewrite(edition, '新的开头。', '6月1日，云岭市科协开展读书活动。', '共有120人参加。')
  expect((await signingOf(editor, edition)).comments[0]!.place).toEqual({ block: 2, start: 2, end: 6 })
  await rewrite(edition, '活动有130人参加。')
  expect((await signingOf(editor, edition)).comments[0]).toMatchObject({ place: null, lost: true })
  await editor.request({
    method: 'DELETE',
    url: `/api/editions/${edition.id}/items/${edition.content[0]!.id}`,
  })
  expect((await signingOf(editor, edition)).comments[0]).toMatchObject({ headline: null, lost: true })
})

it('is dealt with and reopened by anybody of the desk, and taken back by its author alone', async () => {
  const edition = await filledEdition(app, editor)
  const [made] = (await comment(reviser, edition)).json<EditionSigning>().comments
  expect(made!.actions).toEqual(['resolve', 'remove'])
  expect((await signingOf(editor, edition)).comments[0]!.actions).toEqual(['resolve'])
  const resolved = (await act(editor, edition, made!.id, 'resolve')).json<EditionSigning>()
  expect(resolved.comments[0]).toMatchObject({ resolvedName: expect.any(String), actions: ['reopen'] })
  expect((await act(editor, edition, made!.id, 'resolve')).json()).toMatchObject({
    code: 'edition-deed-refused',
  })
  expect((await act(editor, edition, made!.id, 'remove')).json()).toMatchObject({
    code: 'edition-deed-refused',
  })
  await act(editor, edition, made!.id, 'reopen')
  expect((await act(reviser, edition, made!.id, 'remove')).json<EditionSigning>().comments).toEqual([])
})

it('is refused on a piece of another issue, without words, and once the issue is settled', async () => {
  const [edition, other] = [await filledEdition(app, editor), await filledEdition(app, editor)]
  expect((await comment(editor, edition, { itemId: other.content[0]!.id })).statusCode).toBe(404)
  expect((await comment(editor, edition, { text: '   ' })).json()).toMatchObject({ code: 'reason-missing' })
  await actOn(editor, await readEdition(editor, edition.id), 'void', { reason: '不再编发' })
  expect((await comment(editor, edition)).json()).toMatchObject({ code: 'edition-settled' })
})

it('tells what changed from round to round, and since', async () => {
  const edition = await filledEdition(app, editor)
  const recalled = await actOn(editor, await actOn(editor, edition, 'send'), 'recall')
  await rewrite(recalled, '6月1日，云岭市科协开展读书活动。', '活动有130人参加。')
  await addTo(editor, edition.id, 'lead', { text: pieceOf('要闻', '新的一篇。') })
  await actOn(editor, await readEdition(editor, edition.id), 'send')
  const between = async (query: string) =>
    (await reviser.get(`/api/editions/${edition.id}/difference?${query}`)).json<EditionDifference>()
  const changed = await between('from=1&to=2')
  expect(changed.items.map(({ changes }) => changes)).toEqual([['added'], ['changed']])
  expect(changed.items[1]!.before!.text).toContain('120人')
  expect(changed.items[1]!.after!.text).toContain('130人')
  expect(await between('from=2')).toMatchObject({ to: null, same: 2, items: [] })
  expect((await reviser.get(`/api/editions/${edition.id}/difference?from=9`)).statusCode).toBe(404)
})
