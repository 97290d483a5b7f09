/** What a person says of one bulletin the reader knows in the next. */
import { wholeScope } from '@jianbao/organisation/server'
import { bulletinText, openTestApp, type TestApp, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LearnedPage, Review, UploadAnswer } from '../../contract/index.ts'
import { findLearnedNames } from './learned-names.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

let serial = 20
async function read(): Promise<Review> {
  const keeper = await app.as('editor')
  const body = '5月10日，青农专联在市科技馆举办科普讲座，120人参加。'
  const content = bulletinText({ number: ++serial, headline: '科普讲座开讲', body })
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content }])
  const { document } = (await keeper.upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  return (await keeper.get(`/api/documents/${document.id}/review`)).json()
}

async function post({ document, version }: Review, path: string, edit?: object): Promise<Review> {
  const keeper = await app.as('editor')
  const order = { version, ...(edit ? { edit } : {}) }
  const answer = await keeper.post(`/api/documents/${document.id}/review/${path}`, order)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const units = ({ readings }: Review) =>
  readings[0]!.columns[0]!.articles[0]!.events[0]!.units.map(unit => [unit.surface, unit.name])

const first = { reading: 0, column: 0, article: 0, event: 0 }
const printed = '青农专联'

/** Says that the printed name stands for `name`: in the unit that was read, or in one added where it is printed. */
async function teach(review: Review, name: string): Promise<Review> {
  const at = (of: Review) => units(of).findIndex(([surface]) => surface === printed)
  const there = at(review) >= 0
  const with_ = there
    ? review
    : await post(review, 'edits', { act: 'add-unit', ...first, name: printed, role: 'host' })
  return post(with_, 'edits', { act: 'set-unit', ...first, unit: at(with_), name, remember: true })
}

test('a taught name is read by itself in the next bulletin, replaced by a later one, taken back by undoing', async () => {
  const name = '青禾市农村专业技术联合会'
  const taught = await teach(await read(), name)
  expect(taught.history[0]).toMatchObject({ edit: { act: 'set-unit', remember: true }, by: 'editor' })
  expect(units(await read())).toContainEqual([printed, name])
  expect(await findLearnedNames(app.connection.db, wholeScope)).toMatchObject([
    { name, shortNames: [printed] },
  ])

  const better = '青禾市农村专业技术协会联合会'
  const second = await teach(await read(), better)
  expect(units(await read())).toContainEqual([printed, better])

  const undone = await post(second, 'undo')
  expect(units(await read())).toContainEqual([printed, name])
  await post(undone, 'redo')
  expect(units(await read())).toContainEqual([printed, better])
})

test('what was taught is seen and can be forgotten, also when the document it was said in was read anew', async () => {
  const keeper = await app.as('editor')
  const list = async () => (await keeper.get('/api/learned-names')).json<LearnedPage>()
  const { rows, total } = await list()
  expect(total).toBe(1)
  expect(rows).toMatchObject([{ surface: printed, name: '青禾市农村专业技术协会联合会', by: 'editor' }])
  await keeper.post(`/api/documents/${rows[0]!.documentId}/read-again`)
  await app.archive.queue.idle()
  const forget = () => keeper.post('/api/learned-names/forget', { surface: printed })
  expect((await forget()).statusCode).toBe(204)
  expect([(await list()).total, await findLearnedNames(app.connection.db, wholeScope)]).toEqual([0, []])
  expect(units(await read()).map(([surface]) => surface)).not.toContain(printed)
  expect((await forget()).statusCode).toBe(404)
})
