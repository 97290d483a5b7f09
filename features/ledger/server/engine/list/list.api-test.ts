import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  closedStates,
  type ItemCounts,
  type ItemGroup,
  type ItemPage,
  type ItemState,
  itemGroups,
  itemLights,
  itemStates,
  itemTabs,
  lightOfItem,
  openStates,
} from '../../../contract/index.ts'
import { addItems, addLedger, addMatter, addParty, type ItemWish } from './items.fixture.ts'
import { lightOf } from './light-of.ts'

const now = new Date('2026-06-15T04:00:00Z')
const today = '2026-06-15'
let app: TestApp
let all: Made[]
type Made = Required<ItemWish> & {
  id: string
  unit: keyof typeof testUnits
  asked: boolean
  ownerLeft: boolean
}

/** The same numbers at each run. */
function dice(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
const dayFrom = (start: string, days: number) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const places = ['root', 'city', 'county', 'sister'] as const
const above = {
  root: ['root'],
  city: ['city', 'root'],
  county: ['county', 'city', 'root'],
  sister: ['sister', 'root'],
}

beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => now } })
  const { db } = app.connection
  const people = await rowsOf<{ id: string; name: string }>(db, sql`select id, name from person`)
  const idOf = (name: string) => people.find(person => person.name === name)!.id
  await app.as('left')
  await db.execute(sql`update person set unit_id = ${testUnits.county} where name = 'left'`)
  const owners = [null, idOf('unit_lead.city'), idOf('reporter.county'), idOf('left')]
  const roll = dice(7)
  const ledgers = {
    root: await addLedger(db, { unitId: testUnits.root, name: '全省整改台账' }),
    city: await addLedger(db, { unitId: testUnits.city, kind: 'work', name: '云岭工作台账' }),
  }
  const matters = {
    root: [await addMatter(db, ledgers.root, '围栏未修缮'), await addMatter(db, ledgers.root, '台账缺失')],
    city: [await addMatter(db, ledgers.city, '组织科普讲座')],
  }
  const wishes = Array.from({ length: 400 }, () => {
    const book = roll(3) ? 'root' : 'city'
    const units = book === 'root' ? places : (['city', 'county'] as const)
    const unit = units[roll(units.length)]!
    const state = itemStates[roll(itemStates.length)]!
    const closed = closedStates.includes(state)
    const dueDay = dayFrom(today, roll(41) - 20)
    const fedBack = state === 'feedback' || (closed && roll(2) === 1)
    return {
      matterId: matters[book][roll(matters[book].length)]!,
      unit,
      unitId: testUnits[unit],
      keeperId: testUnits[book],
      parentId: null,
      state,
      title: ['围栏未修缮', '台账缺失', '100%_到位'][roll(3)]!,
      measure: '',
      ownerId: unit === 'county' ? owners[roll(owners.length)]! : owners[roll(2)]!,
      ownerName: '',
      startDay: '2026-01-01',
      dueDay,
      nearDay: dayFrom(dueDay, -roll(6)),
      milestoneDay: roll(2) ? null : dayFrom(dueDay, -roll(30)),
      fedBackDay: fedBack ? dayFrom(today, -roll(25)) : null,
      closedDay: closed ? dayFrom(today, -roll(20)) : null,
      recheckDay: closed && roll(2) ? dayFrom(today, roll(7) - 3) : null,
      reopened: roll(4) ? 0 : 1,
      flag: closed && !roll(4) ? 'evidence' : null,
      submittedBy: null,
      dispatched: ['draft', 'review', 'ready'].includes(state) ? !roll(5) : true,
    }
  })
  const ids = await addItems(db, wishes)
  all = wishes.map((wish, at) => ({
    ...wish,
    id: ids[at]!,
    asked: roll(5) === 0,
    ownerLeft: wish.ownerId === idOf('left'),
  }))
  for (const { id, asked } of all)
    if (asked)
      await db.execute(sql`insert into ledger_extension (id, item_id, from_day, to_day, reason, asked_by, asked_name, asked_at)
        values (gen_random_uuid(), ${id}, '2026-06-30', '2026-07-30', '等雨停', 'x', '张三', now())`)
})
afterAll(() => app.close())

const isOpen = (state: ItemState) => (openStates as readonly ItemState[]).includes(state)
const lightIs = (item: Made) => lightOfItem(item, today)
const idOfPersona: Partial<Record<Persona, string>> = {}

/** What a group means, said a second time and without SQL. */
const groups: Readonly<Record<ItemGroup, (item: Made, me: string) => boolean>> = {
  open: ({ state }) => isOpen(state),
  done: ({ state }) => closedStates.includes(state),
  overdue: item => lightIs(item) === 'red',
  late: ({ state, fedBackDay, closedDay, dueDay }) =>
    closedStates.includes(state) &&
    (fedBackDay !== null && fedBackDay < closedDay! ? fedBackDay : closedDay!) > dueDay,
  reopened: ({ reopened }) => reopened > 0,
  flagged: ({ flag }) => flag !== null,
  ownerless: ({ state, ownerLeft }) => isOpen(state) && ownerLeft,
  'to-verify': ({ state }) => state === 'feedback',
  asked: ({ state, asked }) => isOpen(state) && asked,
  'to-recheck': ({ state, recheckDay }) => state === 'closed' && recheckDay !== null && recheckDay <= today,
  mine: ({ state, ownerId }, me) => isOpen(state) && ownerId === me,
}

/** Of its unit or below; before it is dispatched only to who keeps it. */
function sees(home: keyof typeof testUnits, item: Made): boolean {
  const keeper = places.find(place => testUnits[place] === item.keeperId)!
  return above[item.unit].includes(home) && (item.dispatched || above[keeper].includes(home))
}

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

test('units that lead or assist see the item elsewhere, and only they', async () => {
  const { db } = app.connection
  const item = all.find(({ unit, state }) => unit === 'sister' && state === 'doing')!
  const hidden = all.find(({ unit, dispatched }) => unit === 'sister' && !dispatched)!
  await addParty(db, item.id, testUnits.county, 'lead')
  await addParty(db, hidden.id, testUnits.county, 'lead')
  for (const persona of ['reporter@county', 'coordinator@city'] as const)
    expect((await listed(persona, { as: 'part' })).ids).toEqual([item.id])
  expect((await listed('coordinator@city', { as: 'part', lead: testUnits.county })).ids).toEqual([item.id])
  expect((await listed('coordinator@city', { as: 'part', lead: testUnits.city })).ids).toEqual([])
  expect((await listed('reporter@sister', { as: 'part' })).ids, 'its own are in the other list').toEqual([])
  expect((await listed('coordinator', { as: 'part' })).ids).toEqual([])
  const agent = await app.as('coordinator@city')
  const [row] = (await agent.get('/api/ledger-items?as=part')).json<ItemPage>().rows
  expect(row).toMatchObject({ leadName: '溪口县科协', unitName: '海州市科协', actions: [] })
})

test('an item of a ledger beside the line of a unit that assists is shown with its name', async () => {
  const { db } = app.connection
  const ledger = await addLedger(db, { unitId: testUnits.sister, name: '海州整改台账' })
  const [id] = await addItems(db, [{ matterId: await addMatter(db, ledger), unitId: testUnits.sister }])
  await addParty(db, id!, testUnits.county, 'assist')
  const agent = await app.as('reporter@county')
  const page = (await agent.get('/api/ledger-items?as=part&order=updated')).json<ItemPage>()
  expect(page.rows.find(row => row.id === id)).toMatchObject({ ledgerName: '海州整改台账', actions: [] })
  expect(page.total).toBe(page.rows.length)
})
