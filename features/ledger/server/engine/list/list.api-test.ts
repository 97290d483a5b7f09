import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type ItemCounts,
  type ItemPage,
  itemGroups,
  itemLights,
  itemStates,
  itemTabs,
  lightOfItem,
} from '../../../contract/index.ts'
import { lightOf } from './light-of.ts'
import {
  above,
  dayFrom,
  dice,
  groups,
  lightIs,
  type Made,
  rollItems,
  sees,
  today,
} from './roll-items.fixture.ts'

let app: TestApp
let all: Made[]
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date(`${today}T04:00:00Z`) } })
  await app.as('left')
  all = await rollItems(app.connection.db)
})
afterAll(() => app.close())
const idOfPersona: Partial<Record<Persona, string>> = {}

async function listed(
  persona: Persona,
  query: Record<string, string>,
): Promise<{ ids: string[]; total: number }> {
  const agent = await app.as(persona)
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const answer = await agent.get(
      `/api/ledger-items?${new URLSearchParams({ ...query, pageSize: '100', page: String(page) })}`,
    )
    expect(answer.statusCode, answer.body).toBe(200)
    const { rows, total } = answer.json<ItemPage>()
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < 100) return { ids, total }
  }
}

const callers = [
  ['coordinator', 'root'],
  ['coordinator@city', 'city'],
  ['reporter@county', 'county'],
  ['unit-lead@city', 'city'],
  ['inspector@sister', 'sister'],
] as const

test.each(callers)('each filter and group of %s is what a recount finds', async (persona, home) => {
  const me = await myId(persona)
  const seen = all.filter(item => sees(home, item))
  expect(seen.length).toBeGreaterThan(40)
  const check = async (query: Record<string, string>, fits: (item: Made) => boolean) => {
    const { ids, total } = await listed(persona, query)
    const expected = seen.filter(fits).map(({ id }) => id)
    expect(ids.toSorted(), JSON.stringify(query)).toEqual(expected.toSorted())
    expect(total).toBe(expected.length)
    return expected.length
  }
  await check({}, () => true)
  let met = 0
  for (const group of itemGroups) met += Math.sign(await check({ group }, item => groups[group](item, me)))
  for (const light of itemLights) await check({ light }, item => lightIs(item) === light)
  for (const state of itemStates) await check({ state }, item => item.state === state)
  await check(
    { group: 'overdue', state: 'feedback' },
    item => lightIs(item) === 'red' && item.state === 'feedback',
  )
  await check(
    { dueFrom: '2026-06-10', dueTo: '2026-06-20' },
    ({ dueDay }) => dueDay >= '2026-06-10' && dueDay <= '2026-06-20',
  )
  await check({ kind: 'work' }, ({ keeperId }) => keeperId === testUnits.city)
  await check({ unit: testUnits.county }, ({ unit }) => unit === 'county')
  await check({ unitKind: 'county' }, ({ unit }) => unit === 'county')
  await check({ q: '100%_' }, ({ title }) => title.startsWith('100'))
  await check({ matter: all[0]!.matterId }, ({ matterId }) => matterId === all[0]!.matterId)
  await check(
    { q: 'zg 1' },
    ({ keeperId, matterId }) => keeperId === testUnits.root && matterId === firstOfRoot(),
  )
  expect(met, 'groups that are not empty').toBeGreaterThan(6)
})

const firstOfRoot = () =>
  all
    .filter(({ keeperId }) => keeperId === testUnits.root)
    .map(({ matterId }) => matterId)
    .sort((a, b) => order.get(a)! - order.get(b)!)[0]!
const order = new Map<string, number>()
beforeAll(async () => {
  const rows = await rowsOf<{ id: string; no: number }>(
    app.connection.db,
    sql`select id, no from ledger_matter`,
  )
  for (const { id, no } of rows) order.set(id, no)
})

async function myId(persona: Persona): Promise<string> {
  idOfPersona[persona] ??= (
    await rowsOf<{ id: string }>(
      app.connection.db,
      sql`select id from person where username = ${persona.replaceAll('-', '_').replace('@', '.')}`,
    )
  )[0]!.id
  return idOfPersona[persona]
}

test('a unit below is a filter; one that is not below is not there', async () => {
  const city = await app.as('coordinator@city')
  const { ids } = await listed('coordinator', { under: testUnits.city })
  expect(ids.toSorted()).toEqual(
    all
      .filter(item => above[item.unit].includes('city'))
      .map(({ id }) => id)
      .toSorted(),
  )
  expect((await city.get(`/api/ledger-items?under=${testUnits.sister}`)).statusCode).toBe(404)
  expect((await city.get(`/api/ledger-items?under=${testUnits.root}`)).statusCode).toBe(404)
})

test('the tabs count what their lists hold', async () => {
  for (const [persona] of callers) {
    const agent = await app.as(persona)
    const { counts, more } = (
      await agent.get('/api/ledger-item-counts?kind=rectification')
    ).json<ItemCounts>()
    for (const tab of itemTabs) {
      const query = { kind: 'rectification', ...(tab === 'all' ? {} : { group: tab }) }
      expect(counts[tab], `${persona} ${tab}`).toBe((await listed(persona, query)).total)
    }
    expect(more).toEqual([])
  }
})

test('the light in SQL is the light of the rule, on every day and for every row', async () => {
  const roll = dice(11)
  for (let turn = 0; turn < 40; turn++) {
    const day = dayFrom(today, roll(60) - 30)
    const rows = await rowsOf<{ id: string; light: string | null }>(
      app.connection.db,
      sql`select i.id, ${lightOf(day)} as light from ledger_item i`,
    )
    for (const { id, light } of rows)
      expect(light, `${id} ${day}`).toBe(lightOfItem(all.find(item => item.id === id)!, day))
  }
})

test('orders are total: no page repeats or leaves out a row', async () => {
  const seen = all.filter(item => sees('root', item))
  for (const order of ['due', 'updated', 'unit', 'number']) {
    const { ids } = await listed('coordinator', { order })
    expect(new Set(ids).size, order).toBe(seen.length)
  }
})
