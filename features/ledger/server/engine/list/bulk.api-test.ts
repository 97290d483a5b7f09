import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BulkDone, ordinaryRules } from '../../../contract/index.ts'
import { addUnit } from '../../ledger.fixture.ts'
import { addItems, addLedger, addMatter } from './items.fixture.ts'

const now = new Date('2026-06-15T04:00:00Z')
let app: TestApp
let ledger: string
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
  ledger = await addLedger(app.connection.db, { unitId: testUnits.root })
})
afterAll(() => app.close())

const bulk = async (persona: Parameters<TestApp['as']>[0], body: object) => {
  const answer = await (await app.as(persona)).post('/api/ledger-items/bulk', body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<BulkDone>()
}
const stateOf = async (ids: readonly string[]) => {
  const rows = await rowsOf<{ id: string; state: string }>(
    app.connection.db,
    sql`select id, state from ledger_item`,
  )
  const by = new Map(rows.map(({ id, state }) => [id, state]))
  return ids.map(id => by.get(id))
}
const seen = (ids: readonly string[]) => ids.map(id => ({ id, version: 0 }))
const stepsOf = (id: string) =>
  rowsOf<{ action: string; state: string; words: string | null }>(
    app.connection.db,
    sql`select action, state, words from ledger_step where item_id = ${id} order by id`,
  )

test('what can be dispatched is; of the others each is named with its reason', async () => {
  const { db } = app.connection
  const matterId = await addMatter(db, ledger)
  const ids = await addItems(db, [
    { matterId, unitId: testUnits.city, state: 'ready' },
    { matterId, unitId: testUnits.county, state: 'ready' },
    { matterId, unitId: testUnits.sister, state: 'doing' },
    { matterId, unitId: testUnits.sister, state: 'draft' },
  ])
  await db.execute(sql`update ledger_item set version = 3 where id = ${ids[1]!}`)
  const nobody = '00000000-0000-4000-8000-0000000000aa'
  const done = await bulk('coordinator', { deed: 'dispatch', items: seen([...ids, nobody]) })
  expect(done).toMatchObject({ done: 1, refused: 4, more: false })
  expect(done.refusals.map(({ id, code, unitName }) => [id, code, unitName])).toEqual([
    [ids[1], 'changed-meanwhile', '溪口县科协'],
    [ids[2], 'item-state', '海州市科协'],
    [ids[3], 'item-state', '海州市科协'],
    [nobody, 'not-found', ''],
  ])
  expect(await stateOf(ids)).toEqual(['dispatched', 'ready', 'doing', 'draft'])
  expect(await stepsOf(ids[0]!)).toEqual([{ action: 'dispatch', state: 'dispatched', words: null }])
  expect(await rowsOf(db, sql`select light from ledger_light where item_id = ${ids[0]!}`)).toEqual([
    { light: 'green' },
  ])
})

test('by a filter all that are ready go, in one transaction with one entry, and each person hears it once', async () => {
  const { db } = app.connection
  const matterId = await addMatter(db, ledger, '全面排查')
  const ids = await addItems(
    db,
    [testUnits.city, testUnits.county, testUnits.city].map(unitId => ({
      matterId,
      unitId,
      state: 'ready' as const,
    })),
  )
  await addItems(db, [{ matterId, unitId: testUnits.sister, state: 'cancelled' }])
  const done = await bulk('coordinator', { deed: 'dispatch', filter: { matter: matterId } })
  expect(done).toEqual({ done: 3, refused: 0, refusals: [], more: false })
  expect(new Set(await stateOf(ids))).toEqual(new Set(['dispatched']))
  const told = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from notice n join person p on p.id = n.person_id
      where p.username = 'unit_lead.city' and n.kind = 'ledger.dispatch' and n.details->>'title' = '全面排查'`,
  )
  expect(told[0]!.count).toBe(1)
  const trail = await rowsOf<{ words: string; after: object }>(
    db,
    sql`select words, after from audit_entry where action = 'ledger.bulk' order by id desc limit 1`,
  )
  expect(trail[0]).toMatchObject({ words: '下发 3 项', after: { deed: 'dispatch', done: 3, refused: 0 } })
})

test('who is not the keeper moves nothing, whatever they name; what they do not see is not there', async () => {
  const { db } = app.connection
  const matterId = await addMatter(db, ledger)
  const ids = await addItems(db, [
    { matterId, unitId: testUnits.city, state: 'ready' },
    { matterId, unitId: testUnits.city, state: 'dispatched' },
  ])
  for (const deed of ['dispatch', 'cancel']) {
    const done = await bulk('coordinator@city', { deed, items: seen(ids), words: '不归我管' })
    expect(done.refusals.map(({ code, title }) => [code, title])).toEqual([
      ['not-found', ''],
      ['not-found', '整改事项'],
    ])
  }
  expect(
    await bulk('coordinator@city', { deed: 'cancel', filter: { matter: matterId }, words: '不归我管' }),
  ).toMatchObject({
    done: 0,
    refused: 1,
  })
  expect(await stateOf(ids)).toEqual(['ready', 'dispatched'])
})

test('submitted together, approved by somebody else, sent back with a reason', async () => {
  const { db } = app.connection
  const [me] = await rowsOf<{ id: string }>(db, sql`select id from person where username = 'coordinator'`)
  const matterId = await addMatter(db, ledger)
  const ids = await addItems(
    db,
    [testUnits.city, testUnits.county].map(unitId => ({ matterId, unitId, state: 'draft' as const })),
  )
  expect(await bulk('coordinator', { deed: 'submit', items: seen(ids) })).toMatchObject({ done: 2 })
  expect((await rowsOf(db, sql`select submitted_by from ledger_item where id = ${ids[0]!}`))[0]).toEqual({
    submitted_by: me!.id,
  })
  const own = await bulk('coordinator', { deed: 'approve', filter: { matter: matterId } })
  expect(own.refusals.map(({ code }) => code)).toEqual(['item-own', 'item-own'])
  await db.execute(sql`update ledger_item set submitted_by = 'x' where id = ${ids[0]!}`)
  expect(await bulk('coordinator', { deed: 'approve', filter: { matter: matterId } })).toMatchObject({
    done: 1,
    refused: 1,
  })
  const agent = await app.as('coordinator')
  const bare = await agent.post('/api/ledger-items/bulk', { deed: 'reject', filter: { matter: matterId } })
  expect(bare.statusCode, 'a reason is asked for').toBe(409)
  expect(
    await bulk('coordinator', { deed: 'reject', filter: { matter: matterId }, words: '措施不具体' }),
  ).toMatchObject({ done: 1 })
  expect(await stateOf(ids)).toEqual(['ready', 'draft'])
  expect((await stepsOf(ids[1]!)).map(({ action, words }) => [action, words])).toEqual([
    ['submit', null],
    ['reject', '措施不具体'],
  ])
})

test('a unit acknowledges all its own at once; cancelling takes parts along and ends the light', async () => {
  const { db } = app.connection
  const matterId = await addMatter(db, ledger)
  const ids = await addItems(
    db,
    [testUnits.city, testUnits.city, testUnits.county].map(unitId => ({
      matterId,
      unitId,
      state: 'dispatched' as const,
    })),
  )
  const taken = await bulk('unit-lead@city', { deed: 'acknowledge', filter: { matter: matterId } })
  expect(taken).toMatchObject({ done: 2, refused: 1 })
  const [part] = await addItems(db, [
    { matterId, unitId: testUnits.county, keeperId: testUnits.city, parentId: ids[0]!, state: 'doing' },
  ])
  await db.execute(
    sql`insert into ledger_light (item_id, from_day, light) values (${ids[0]!}, '2026-06-01', 'green')`,
  )
  const done = await bulk('coordinator', {
    deed: 'cancel',
    items: [{ id: ids[0]!, version: 1 }],
    words: '重复立项',
  })
  expect(done).toMatchObject({ done: 1, refused: 0 })
  expect(await stateOf([ids[0]!, part!, ids[1]!])).toEqual(['cancelled', 'cancelled', 'doing'])
  expect(
    await rowsOf(
      db,
      sql`select from_day::text as day, light from ledger_light where item_id = ${ids[0]!} order by from_day`,
    ),
  ).toEqual([
    { day: '2026-06-01', light: 'green' },
    { day: '2026-06-15', light: null },
  ])
})

test('five thousand items of one matter are dispatched in one go', async () => {
  const { db } = app.connection
  const matterId = await addMatter(
    db,
    await addLedger(db, { unitId: testUnits.root, rules: { ...ordinaryRules.rectification } }),
  )
  const parent = await addUnit(db, { kind: 'city' })
  const units = Array.from({ length: 5_000 }, () => parent)
  for (let from = 0; from < units.length; from += 1_000)
    await addItems(
      db,
      units.slice(from, from + 1_000).map(unitId => ({ matterId, unitId, state: 'ready' as const })),
    )
  await db.execute(sql`analyze ledger_item`)
  const done = await bulk('coordinator', { deed: 'dispatch', filter: { matter: matterId } })
  expect(done).toMatchObject({ done: 5_000, refused: 0 })
  const [counted] = await rowsOf(
    db,
    sql`select count(distinct s.item_id)::int as steps, count(*)::int as all,
        (select count(*)::int from ledger_light l join ledger_item i on i.id = l.item_id where i.matter_id = ${matterId}) as lights
      from ledger_step s join ledger_item i on i.id = s.item_id where i.matter_id = ${matterId}`,
  )
  expect(counted).toEqual({ steps: 5_000, all: 5_000, lights: 5_000 })
})
