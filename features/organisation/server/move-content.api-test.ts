/** What a unit wrote goes where the unit goes: documents, issues, facts and the index of words. */
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
import type { Unit } from '../contract/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const { root, city, county, sister } = testUnits
const q = '紫云英大棚'

/** Takes a bulletin in and accepts it. Returns the document's id. */
async function write(as: Persona): Promise<string> {
  const editor = await app.as(as)
  const content = bulletinText({
    number: 7,
    headline: `${q}开讲`,
    body: `5月10日，科普讲座在${q}举办，120人参加。`,
  })
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.txt', content }])
  const { document } = (await editor.upload(payload, contentType)).json<{ document: { id: string } }>()
  await app.archive.queue.idle()
  const at = `/api/documents/${document.id}/review`
  const version = async (): Promise<number> => (await editor.get(at)).json().version
  await editor.post(`${at}/settle`, { version: await version(), doubts: 'all' })
  const accepted = await editor.post(`${at}/accept`, { version: await version() })
  expect(accepted.statusCode, accepted.body).toBe(200)
  return document.id
}

/** Who finds the article, the issue and the document. */
async function seen(as: Persona, documentId: string): Promise<(number | string)[]> {
  const reader = await app.as(as)
  const total = async (url: string): Promise<number> => (await reader.get(url)).json().total
  return [
    await total(`/api/search?${new URLSearchParams({ q })}`),
    await total('/api/issues'),
    (await reader.get(`/api/documents/${documentId}`)).statusCode,
  ]
}

async function change(id: string, action: string, body: object): Promise<Unit> {
  const keeper = await app.as('system-administrator')
  const { version } = (await keeper.get(`/api/units/${id}`)).json<Unit>()
  const answer = await keeper.post(`/api/units/${id}/${action}`, { version, ...body })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function astray(): Promise<unknown[]> {
  const { db } = app.connection
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select table_name as name from information_schema.columns where column_name = 'scope_path' and table_schema = 'public'`,
  )
  const paths = new Set(
    (await rowsOf<{ path: string }>(db, sql`select path from unit`)).map(unit => unit.path),
  )
  const wrong: unknown[] = []
  for (const { name } of tables)
    for (const { path } of await rowsOf<{ path: string }>(
      db,
      sql`select distinct scope_path as path from ${sql.identifier(name)}`,
    ))
      if (!paths.has(path)) wrong.push([name, path])
  expect(tables.length).toBeGreaterThan(8)
  return wrong
}

const nothing = [0, 0, 404]
const all = [1, 1, 200]

test('a unit that moves takes along what it wrote, and whoever is above it now reads it', async () => {
  const id = await write('editor@county')
  expect(await seen('editor@city', id)).toEqual(all)
  expect(await seen('editor@sister', id)).toEqual(nothing)
  await change(county, 'move', { parentId: sister })
  expect(await seen('editor@sister', id)).toEqual(all)
  expect(await seen('editor@city', id)).toEqual(nothing)
  expect(await seen('editor@county', id)).toEqual(all)
  expect(await seen('editor', id)).toEqual(all)
  expect(await astray()).toEqual([])

  // Merged, what it wrote keeps its unit, and whoever sees the other unit sees it.
  await change(county, 'merge', { into: city })
  expect(await seen('editor@city', id)).toEqual(all)
  expect(await seen('editor@sister', id)).toEqual(nothing)
  const [document] = await rowsOf(
    app.connection.db,
    sql`select unit_id as unit from document where id = ${id}`,
  )
  expect(document).toEqual({ unit: county })
  // Whoever worked there works in the other unit now.
  expect(await seen('editor@county', id)).toEqual(all)
  expect(await astray()).toEqual([])
  expect((await (await app.as('system-administrator')).get(`/api/units/${root}`)).json()).toMatchObject({
    childCount: 2,
  })
})
