import { rowsOf, sql } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { openTestApp, type Persona, type TestApp, testAccounts } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function idOf(persona: Persona): Promise<string> {
  const name = testAccounts.username(persona)
  const rows = await rowsOf<{ id: string }>(
    app.connection.db,
    sql`select id from person where name = ${name}`,
  )
  return rows[0]!.id
}

async function tell(persona: Persona, file: string): Promise<void> {
  const to = [await idOf(persona)]
  const notice = { to, kind: 'import.finished', details: { file, rows: 3 }, link: '/units', at: new Date() }
  await app.connection.db.transaction(tx => notify(tx, notice))
}

test('a person reads what they were told, and nobody else does: administrators neither', async () => {
  await tell('editor@city', 'units.xlsx')
  const mine = await (await app.as('editor@city')).get('/api/notices')
  expect(mine.json()).toMatchObject({
    rows: [
      { kind: 'import.finished', details: { file: 'units.xlsx', rows: 3 }, link: '/units', read: false },
    ],
    total: 1,
    unread: 1,
  })
  for (const persona of [
    'editor',
    'editor@county',
    'system-administrator',
    'auditor',
    'signed-in',
  ] as const) {
    const agent = await app.as(persona)
    expect((await agent.get('/api/notices')).json(), persona).toMatchObject({ rows: [], total: 0, unread: 0 })
    expect((await agent.get('/api/notices/unread')).json(), persona).toEqual({ unread: 0 })
  }
})

test('marking as read counts down, stops where the reader stopped, and reaches nobody else', async () => {
  for (const file of ['1', '2', '3']) await tell('reviser@city', file)
  await tell('reviser', 'theirs')
  const agent = await app.as('reviser@city')
  const ids = (await agent.get('/api/notices')).json<{ rows: { id: number }[] }>().rows.map(row => row.id)
  const theirs = (await (await app.as('reviser')).get('/api/notices')).json<{ rows: { id: number }[] }>()
  const first = await agent.post('/api/notices/read', { ids: [ids[0], theirs.rows[0]!.id] })
  expect(first.json()).toEqual({ unread: 2 })
  await tell('reviser@city', 'came meanwhile')
  expect((await agent.post('/api/notices/read-all', { upTo: ids[0] })).json()).toEqual({ unread: 1 })
  const left = await agent.get('/api/notices?unread=true')
  expect(left.json()).toMatchObject({ rows: [{ details: { file: 'came meanwhile' } }], total: 1 })
  expect((await (await app.as('reviser')).get('/api/notices/unread')).json()).toEqual({ unread: 1 })
  expect((await agent.post('/api/notices/read', { ids: [] })).statusCode).toBe(400)
  expect((await (await app.as('anonymous')).get('/api/notices')).statusCode).toBe(401)
})

test.each([1e20, 1e300, -1, 2 ** 63, 1.5])('no notice is called %d', async id => {
  const agent = await app.as('reviser@city')
  expect((await agent.post('/api/notices/read-all', { upTo: id })).statusCode).toBe(400)
  expect((await agent.post('/api/notices/read', { ids: [id] })).statusCode).toBe(400)
})
