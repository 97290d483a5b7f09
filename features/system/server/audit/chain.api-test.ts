import { act, noteDeed, noteRefusal } from '@jianbao/platform/audit'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
const rows = (query: ReturnType<typeof sql>) => rowsOf(app.connection.db, query)
const clock = { now: () => new Date('2026-03-01T08:00:00.123Z') }
const system = { kind: 'system', id: 'tester' } as const

test('an entry names person and unit as they are called, and what changed', async () => {
  const [person] = await rows(sql`select id from person where name = 'editor.city'`)
  const deed = {
    actor: { kind: 'person', id: String(person!['id']) } as const,
    action: 'unit.rename',
    object: 'x',
  }
  await act(app.connection.db, clock, deed, async (_tx, entry) => {
    entry.words = '溪口县科协'
    entry.before = { name: '溪口', code: '1' }
    entry.after = { name: '溪口县科协', code: '1' }
  })
  const [entry] = await rows(sql`select * from audit_entry order by id desc limit 1`)
  expect(entry).toMatchObject({
    actor_name: 'editor.city',
    unit_id: testUnits.city,
    unit_name: '云岭市科协',
    words: '溪口县科协',
    before: { name: '溪口' },
    after: { name: '溪口县科协' },
    outcome: 'done',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('action and entry stand or fall together; numbers have no gaps', async () => {
  const { db } = app.connection
  const last = async () => Number((await rows(sql`select max(id) as id from audit_entry`))[0]!['id'])
  const before = await last()
  const deed = { actor: system, action: 'unit.rename', object: null }
  const broken = act(db, clock, deed, async () => {
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  expect(await last()).toBe(before)
  await noteDeed(db, clock, deed)
  await noteRefusal(db, clock, deed, 'not-found')
  expect(await last()).toBe(before + 2)
  expect(await rows(sql`select 1 from audit_pending`)).toEqual([])
  expect(await rows(sql`select h.id from audit_head h join audit_entry e using (id, hash)`)).toHaveLength(1)
})

test('a refused attempt is recorded, also of one who has no right to try; a loop does not fill the trail', async () => {
  const clerk = await app.as('signed-in')
  const refusals = () =>
    rows(
      sql`select action, object, outcome, after from audit_entry where actor_name = 'signed_in' and action = 'issue.publish' order by id`,
    )
  expect((await clerk.post('/api/issues/%00%F0%9F%98%80/publish')).statusCode).toBe(404)
  expect(await refusals()).toMatchObject([{ action: 'issue.publish', object: '😀', outcome: 'not-found' }])
  for (let n = 0; n < 40; n++) await clerk.post('/api/issues/x/publish')
  expect(await refusals()).toHaveLength(30)
  // Looking is no deed.
  await clerk.get('/api/issues/x')
  expect(await refusals()).toHaveLength(30)
})

test('a request works as a role that can write no entry, change none and see none that is not its own', async () => {
  const { db } = app.connection
  const asDesk = (statement: ReturnType<typeof sql>) =>
    db.transaction(async tx => {
      await tx.execute(sql`set local role jianbao_desk`)
      return rowsOf(tx, statement)
    })
  const row = sql`(id, at, actor_kind, actor_id, action, outcome, hash) values (999999, now(), 'system', 'x', 'x', 'done', 'x')`
  for (const statement of [
    sql`insert into audit_entry ${row}`,
    sql`update audit_entry set action = 'x'`,
    sql`delete from audit_entry`,
    sql`truncate audit_entry`,
    sql`insert into audit_pending ${row}`,
    sql`select * from audit_pending`,
    sql`select * from audit_head`,
    sql`update audit_head set id = 0`,
    sql`alter table audit_entry disable trigger all`,
  ])
    await expect(asDesk(statement)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied|must be owner/) },
    })
  expect(await asDesk(sql`select * from audit_entry`)).toEqual([])
})

test('even the owner changes nothing, and writes only through the chain', async () => {
  const { db } = app.connection
  for (const statement of [
    sql`update audit_entry set action = 'x' where false`,
    sql`delete from audit_entry`,
    sql`truncate audit_entry`,
    sql`insert into audit_entry select * from audit_entry where false`,
  ])
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    })
})
