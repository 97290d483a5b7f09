/** What the organisation calls a unit, documents are read by and searched by. */
import { bulletinText, openTestApp, type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Unit } from '../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const full = '青禾市农村专业技术联合会'
const short = '青农专联'
let serial = 40

type Read = {
  document: { id: string; version: number }
  version: number
  readings: { columns: { articles: { events: { units: { surface: string; name: string }[] }[] }[] }[] }[]
}

async function read(): Promise<Read> {
  const editor = await app.as('editor')
  const body = `5月10日，${short}在市科技馆举办科普讲座，120人参加。`
  const content = bulletinText({ number: ++serial, headline: '科普讲座开讲', body })
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: `${serial}.txt`, content }])
  const { document } = (await editor.upload(payload, contentType)).json<{ document: { id: string } }>()
  await app.archive.queue.idle()
  return (await editor.get(`/api/documents/${document.id}/review`)).json()
}
const names = ({ readings }: Read): Record<string, string> =>
  Object.fromEntries(
    readings
      .flatMap(reading =>
        reading.columns.flatMap(column => column.articles.flatMap(article => article.events)),
      )
      .flatMap(event => event.units.map(unit => [unit.surface, unit.name])),
  )

test('a unit is recognised in the next document, and its articles are found by any of its names', async () => {
  expect(names(await read())[short]).not.toBe(full)
  const keeper = await app.as('system-administrator')
  const draft = { parentId: testUnits.city, kind: 'society', name: full, shortNames: [short] }
  const unit = (await keeper.post('/api/units', draft)).json<Unit>()
  const known = await read()
  expect(names(known)[short]).toBe(full)

  const editor = await app.as('editor')
  await editor.post(`/api/documents/${known.document.id}/review/settle`, {
    version: known.version,
    doubts: 'all',
  })
  const review = (await editor.get(`/api/documents/${known.document.id}/review`)).json<Read>()
  const accepted = await editor.post(`/api/documents/${known.document.id}/review/accept`, {
    version: review.version,
  })
  expect(accepted.statusCode, accepted.body).toBe(200)
  const hits = async (q: string, by = editor): Promise<number> =>
    (await by.get(`/api/search?${new URLSearchParams({ q })}`)).json().total
  expect([await hits(full), await hits(short)]).toEqual([1, 1])

  // A new name: what was written under the old one is found by both.
  const change = { version: unit.version, name: '青禾市乡村技术协会联盟' }
  await keeper.request({ method: 'PATCH', url: `/api/units/${unit.id}`, payload: change })
  expect([await hits('青禾市乡村技术协会联盟'), await hits(full)]).toEqual([1, 1])
  expect(names(await read())[short]).toBe('青禾市乡村技术协会联盟')
})
