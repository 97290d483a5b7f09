/** The tree over HTTP: who sees which part of it, and what changes of it do and refuse. */

import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Unit, UnitDraft, UnitPage, UnitTree } from '../contract/index.ts'

let app: TestApp
let keeper: Agent
beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.as('system-administrator')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const { root, city, county, sister } = testUnits

async function add(draft: Partial<UnitDraft> & { name: string }, by = keeper): Promise<Unit> {
  const answer = await by.post('/api/units', { parentId: city, kind: 'society', ...draft })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const get = async (id: string, by = keeper): Promise<Unit> => (await by.get(`/api/units/${id}`)).json()
const change = (unit: Unit, body: object, by = keeper) =>
  by.request({ method: 'PATCH', url: `/api/units/${unit.id}`, payload: { version: unit.version, ...body } })
const post = ({ id, version }: Unit, action: string, body: object = {}, by = keeper) =>
  by.post(`/api/units/${id}/${action}`, { version, ...body })
const children = async (parent: string, query = ''): Promise<string[]> =>
  (await keeper.get(`/api/units/tree?parent=${parent}${query}`)).json<UnitTree>().rows.map(row => row.name)
const find = async (query: string, by = keeper): Promise<UnitPage> =>
  (await by.get(`/api/units?${new URLSearchParams(query)}`)).json()

test('everybody sees the tree from the units they hold a post in', async () => {
  const tops = async (by: Agent): Promise<UnitTree> => (await by.get('/api/units/tree')).json()
  expect(await tops(keeper)).toMatchObject({
    parent: null,
    rows: [{ id: root, parentId: null, childCount: 2, descendantCount: 3, actions: ['add', 'edit'] }],
  })
  const reader = await app.as('reporter@city')
  expect(await tops(reader)).toMatchObject({
    rows: [{ id: city, parentId: null, childCount: 1, descendantCount: 1, actions: [] }],
  })
  expect((await reader.get(`/api/units/tree?parent=${root}`)).statusCode).toBe(404)
  expect(await get(county, reader)).toMatchObject({
    parentId: city,
    line: [{ id: city, name: '云岭市科协' }],
  })
  expect(await get(county)).toMatchObject({ line: [{ id: root }, { id: city }], people: 10, peopleBelow: 10 })
  expect((await find('state=all', reader)).rows.map(row => row.id)).toEqual([city, county])
  const local = await app.as('system-administrator@city')
  expect((await get(city, local)).actions).toEqual(['add', 'edit'])
  expect((await get(county, local)).actions).toEqual(['add', 'edit', 'move', 'merge', 'retire'])
})

test('a unit is found by names, code and pinyin, the best first, with what matched marked', async () => {
  const unit = await add({ name: '浚县 3D打印学会', shortNames: ['打印学会'], code: 'XH-3D' })
  const match = async (q: string) => {
    const { rows } = await find(`q=${q}`)
    return [rows[0]?.id === unit.id, rows[0]?.match?.text, rows[0]?.match?.marks]
  }
  expect(await match('浚县')).toEqual([true, '浚县 3D打印学会', [[0, 2]]])
  expect(await match('打印')).toEqual([true, '浚县 3D打印学会', [[5, 7]]])
  expect(await match('xunx')).toEqual([true, '浚县 3D打印学会', [[0, 2]]])
  expect(await match('jx')).toEqual([true, '浚县 3D打印学会', [[0, 2]]])
  expect(await match('dyxh')).toEqual([true, '浚县 3D打印学会', [[5, 9]]])
  expect(await match('３ｄ dayin')).toEqual([true, '浚县 3D打印学会', [[3, 7]]])
  expect(await match('xh-3d')).toEqual([true, 'XH-3D', [[0, 5]]])
  expect((await find('q=ayin')).total).toBe(0)
  expect((await find('q=%25')).total).toBe(0)
  expect((await find('q=浚县', await app.as('reporter@sister'))).total).toBe(0)
  expect((await find(`q=打印&under=${county}`)).total).toBe(0)
  expect((await find('q=打印&kind=hospital')).total).toBe(0)
  expect((await find('q=打印')).rows[0]).toMatchObject({ above: ['本会', '云岭市科协'], parentId: city })
})

test('a new unit stands last, gets a code of the unit above and is checked', async () => {
  const parent = await add({ name: '新设单位的上级', code: 'NEW' })
  const below = { parentId: parent.id }
  const one = await add({ ...below, name: ' 气象  学会 ', shortNames: ['气象学会', '气象', '气象'] })
  expect(one).toMatchObject({
    code: 'NEW-001',
    name: '气象 学会',
    shortNames: ['气象'],
    position: 0,
    version: 0,
  })
  expect(await add({ ...below, name: '地质学会', division: '410300' })).toMatchObject({
    code: 'NEW-002',
    division: '410300',
    position: 1,
  })
  const refused = async (draft: object, by = keeper) => {
    const body = { parentId: parent.id, kind: 'society', name: '物理学会', ...draft }
    return (await by.post('/api/units', body)).json().code
  }
  expect(await refused({ name: '气象学会' })).toBe('unit-name-taken')
  expect(await refused({ code: '990200' })).toBe('unit-code-taken')
  expect(await refused({ code: '990200', parentId: city }, await app.as('system-administrator@city'))).toBe(
    'unit-code-taken',
  )
  expect(await refused({ division: '419999' })).toBe('unit-division-unknown')
  expect(await refused({ name: '一 ' })).toBe('unit-name-empty')
  expect(await refused({ name: '一\u202e二三' })).toBe('unit-name-empty')
  expect(await refused({ kind: 'club' })).toBe('bad-request')
  expect(await refused({ parentId: sister }, await app.as('system-administrator@city'))).toBe('not-found')
  expect(await children(parent.id)).toEqual(['气象 学会', '地质学会'])
})

test('a name that is given up stays as a former name, and an old version is refused', async () => {
  const unit = await add({ name: '云岭市气象研究会', shortNames: ['气象研究会'] })
  const renamed = (await change(unit, { name: '云岭市气象学会' })).json<Unit>()
  expect(renamed).toMatchObject({ name: '云岭市气象学会', formerNames: ['云岭市气象研究会'], version: 1 })
  expect((await change(unit, { name: '别的名字' })).json()).toMatchObject({ code: 'changed-meanwhile' })
  const back = (await change(renamed, { name: '云岭市气象研究会' })).json<Unit>()
  expect(back.formerNames).toEqual(['云岭市气象学会'])
  expect((await find('q=云岭市气象学会')).rows[0]).toMatchObject({
    id: unit.id,
    match: { in: 'formerName', text: '云岭市气象学会' },
  })
  expect((await change(back, { name: '溪口县科协' })).json().code).toBe('unit-name-taken')
  // Beside the top of a scope stand units that its keeper does not see.
  const local = await app.as('system-administrator@city')
  expect((await change(await get(city), { name: '海州市科协' }, local)).json().code).toBe('unit-name-taken')
})

test('a unit moves with all below it and all that is theirs, and never into itself', async () => {
  const top = await add({ name: '搬移的单位' })
  const below = await add({ name: '下级单位', parentId: top.id })
  const { db } = app.connection
  await db.execute(sql`insert into person (id, unit_id, scope_path, name, search, created_at, updated_at)
    values ('mover', ${below.id}, '', '随迁的人', '', now(), now())`)
  expect((await post(top, 'move', { parentId: below.id })).json().code).toBe('unit-cycle')
  expect((await post(top, 'move', { parentId: top.id })).json().code).toBe('unit-cycle')
  const moved = (await post(top, 'move', { parentId: sister, position: 0 })).json<Unit>()
  expect(moved).toMatchObject({ parentId: sister, position: 0, descendantCount: 1, peopleBelow: 1 })
  expect((await get(below.id, await app.as('reporter@sister'))).line.map(unit => unit.id)).toEqual([
    sister,
    top.id,
  ])
  expect((await (await app.as('reporter@city')).get(`/api/units/${below.id}`)).statusCode).toBe(404)
  const [row] = await rowsOf(
    db,
    sql`select p.scope_path = u.path as same from person p join unit u on u.id = p.unit_id
    where p.id = 'mover'`,
  )
  expect(row).toEqual({ same: true })
  const local = await app.as('system-administrator@city')
  expect((await post(await get(county), 'move', { parentId: sister }, local)).statusCode).toBe(404)
  expect((await post(await get(city), 'move', { parentId: city }, local)).json().code).toBe('unit-top')
  expect((await post(await get(root), 'move', { parentId: city })).json().code).toBe('unit-top')
})

test('siblings keep an order without gaps', async () => {
  const parent = await add({ name: '排序的上级' })
  const [a, b, c] = [
    await add({ name: '单位甲', parentId: parent.id }),
    await add({ name: '单位乙', parentId: parent.id }),
    await add({ name: '单位丙', parentId: parent.id }),
  ]
  await post(c, 'move', { parentId: parent.id, position: 0 })
  expect(await children(parent.id)).toEqual(['单位丙', '单位甲', '单位乙'])
  await post(a, 'move', { parentId: b.id })
  expect(await children(parent.id)).toEqual(['单位丙', '单位乙'])
  expect((await get(b.id)).position).toBe(1)
  const page = await find(`under=${parent.id}&sort=tree`)
  expect(page.rows.map(row => row.name)).toEqual(['单位丙', '单位乙', '单位甲'])
})

test('a unit without active units below is retired and comes back', async () => {
  const unit = await add({ name: '停用的单位' })
  const below = await add({ name: '停用的下级', parentId: unit.id })
  expect((await post(unit, 'retire')).json()).toMatchObject({
    code: 'unit-has-children',
    details: { count: 1 },
  })
  expect((await get(unit.id)).actions).not.toContain('retire')
  const gone = (await post(below, 'retire')).json<Unit>()
  expect(gone).toMatchObject({ state: 'retired', actions: ['edit', 'move', 'restore'] })
  expect([await children(unit.id), await children(unit.id, '&retired=true')]).toEqual([[], ['停用的下级']])
  const retired = (await post(unit, 'retire')).json<Unit>()
  expect((await post(retired, 'retire')).json().code).toBe('unit-retired')
  expect((await post(gone, 'restore')).json().code).toBe('unit-under-retired')
  expect(
    (await keeper.post('/api/units', { parentId: unit.id, kind: 'society', name: '新单位' })).json().code,
  ).toBe('unit-under-retired')
  await add({ name: '停用的单位' })
  expect((await post(retired, 'restore')).json().code).toBe('unit-name-taken')
  const renamed = (await change(retired, { name: '停用过的单位' })).json<Unit>()
  expect((await post(renamed, 'restore')).json()).toMatchObject({ state: 'active' })
})
