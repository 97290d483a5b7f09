/** The same archive for several units: whose what is, and what one learns of another's. */
import { access } from 'node:fs/promises'
import { rowsOf, sql } from '@jianbao/platform/db'
import {
  bulletinText,
  openTestApp,
  type Persona,
  type TestApp,
  testUnits,
  uploadBody,
} from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentPage, LearnedPage, Review, SearchPage, UploadAnswer } from '../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function upload(persona: Persona, content: string): Promise<UploadAnswer> {
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content }])
  const answer = (await (await app.as(persona)).upload(payload, contentType)).json<UploadAnswer>()
  await app.archive.queue.idle()
  return answer
}
const list = async (persona: Persona) =>
  (await (await app.as(persona)).get('/api/documents?pageSize=100')).json<DocumentPage>()
const isThere = (sha256: string) =>
  access(app.archive.files.path(sha256)).then(
    () => true,
    () => false,
  )

test('each unit has the same bytes once; the last to remove them takes them away', async () => {
  const content = bulletinText({ headline: '青禾市科协清点候鸟' })
  const keepers = ['editor@county', 'editor@sister', 'editor@city', 'editor'] as const
  const documents = []
  for (const keeper of keepers) {
    const { known, document } = await upload(keeper, content)
    expect([keeper, known]).toEqual([keeper, false])
    documents.push(document)
  }
  expect(new Set(documents.map(document => document.id)).size).toBe(4)
  const again = await upload('reviser@county', content)
  expect([again.known, again.document.id]).toEqual([true, documents[0]!.id])
  const totals = await Promise.all(keepers.map(async keeper => (await list(keeper)).total))
  expect(totals).toEqual([1, 1, 2, 4])
  const units = await rowsOf<{ unit: string }>(
    app.connection.db,
    sql`select unit_id as unit from document order by created_at`,
  )
  const { county, sister, city, root } = testUnits
  expect(units.map(row => row.unit)).toEqual([county, sister, city, root])
  const { sha256 } = documents[0]!
  for (const [at, keeper] of keepers.entries()) {
    const { id } = documents[at]!
    const agent = await app.as(keeper)
    expect((await agent.get(`/api/documents/${id}/original`)).statusCode).toBe(200)
    expect((await agent.delete(`/api/documents/${id}`)).statusCode).toBe(204)
    expect([keeper, await isThere(sha256)]).toEqual([keeper, at < keepers.length - 1])
  }
})

test('the progress of what lies elsewhere is not told', async () => {
  const { document } = await upload('editor@sister', bulletinText({ headline: '海州市科协办讲座' }))
  const watch = async (persona: Persona) =>
    (await (await app.as(persona)).get(`/api/documents/progress?ids=${document.id}`)).body
  expect(await watch('editor@sister')).toContain(document.id)
  expect(await watch('editor@city')).toBe('')
  const next = (await (await app.as('editor@city')).get('/api/review/next')).json()
  expect(next).toEqual({ documentId: null, waiting: 0 })
})

test('of several documents those of other units are not there', async () => {
  const [mine, theirs] = [
    await upload('editor@city', bulletinText({ number: 71, headline: '云岭市科协办年会' })),
    await upload('editor@sister', bulletinText({ number: 72, headline: '海州市科协办年会' })),
  ]
  const ids = [mine, theirs].map(answer => answer.document.id)
  const answer = await (await app.as('editor@city')).post('/api/documents/accept', { ids })
  expect(answer.json()).toMatchObject({ accepted: [ids[0]], refused: [{ id: ids[1] }] })
  const trail = await rowsOf(
    app.connection.db,
    sql`select action, outcome from audit_entry where object = ${ids[0]!} and action like 'document.accept%'`,
  )
  expect(trail).toEqual([{ action: 'document.accept', outcome: 'done' }])
  const [issue] = await rowsOf(
    app.connection.db,
    sql`select unit_id as unit from issue where document_id = ${ids[0]!}`,
  )
  expect(issue).toEqual({ unit: testUnits.city })
})

test('a taught name holds for its unit and those below, for nobody beside or above', async () => {
  const printed = '青农专联'
  const name = '青禾市农村专业技术联合会'
  let number = 100
  const text = () =>
    bulletinText({ number: ++number, body: `5月10日，${printed}在市科技馆举办科普讲座，120人参加。` })
  const unitsIn = (review: Review) =>
    review.readings[0]!.columns[0]!.articles[0]!.events[0]!.units.map(unit => unit.name)
  const reviewOf = async (keeper: Persona): Promise<Review> => {
    const { document } = await upload(keeper, text())
    return (await (await app.as(keeper)).get(`/api/documents/${document.id}/review`)).json()
  }
  const keeper = await app.as('editor@city')
  const taught = await reviewOf('editor@city')
  const first = { reading: 0, column: 0, article: 0, event: 0 }
  const url = `/api/documents/${taught.document.id}/review/edits`
  const added = (
    await keeper.post(url, { version: 0, edit: { act: 'add-unit', ...first, name: printed, role: 'host' } })
  ).json<Review>()
  const unit = unitsIn(added).indexOf(printed)
  const edit = { act: 'set-unit', ...first, unit, name, remember: true }
  expect((await keeper.post(url, { version: added.version, edit })).statusCode).toBe(200)

  expect(unitsIn(await reviewOf('editor@city'))).toContain(name)
  expect(unitsIn(await reviewOf('editor@county'))).toContain(name)
  expect(unitsIn(await reviewOf('editor@sister'))).not.toContain(name)
  expect(unitsIn(await reviewOf('editor'))).not.toContain(name)

  const total = async (persona: Persona) =>
    (await (await app.as(persona)).get('/api/learned-names')).json<LearnedPage>().total
  expect(
    await Promise.all((['editor', 'editor@city', 'editor@county', 'editor@sister'] as const).map(total)),
  ).toEqual([1, 1, 0, 0])
  const forget = async (persona: Persona) =>
    (await (await app.as(persona)).post('/api/learned-names/forget', { surface: printed })).statusCode
  expect([await forget('editor@sister'), await forget('editor@county')]).toEqual([404, 404])
  const also = async (persona: Persona) =>
    (await (await app.as(persona)).get(`/api/search?q=${encodeURIComponent(printed)}`)).json<SearchPage>()
      .also.length
  expect([await also('editor@county'), await also('editor@sister')]).toEqual([1, 0])
  expect(await forget('editor@city')).toBe(204)
  expect(unitsIn(await reviewOf('editor@county'))).not.toContain(name)
})
