/** Leading groups, offices and working groups over HTTP. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Group, GroupDraft, GroupPage } from '../contract/index.ts'

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

async function add(draft: Partial<GroupDraft> & { name: string }): Promise<Group> {
  const answer = await keeper.post('/api/groups', { unitId: city, kind: 'working', ...draft })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const list = async (query = '', by = keeper): Promise<GroupPage> =>
  (await by.get(`/api/groups?${query}`)).json()
const post = ({ id, version }: Group, action: string, body: object = {}, by = keeper) =>
  by.post(`/api/groups/${id}/${action}`, { version, ...body })
const personId = async (name: string): Promise<string> =>
  (await rowsOf<{ id: string }>(app.connection.db, sql`select id from person where name = ${name}`))[0]!.id

test('groups of a unit are seen from it and above, by those they concern', async () => {
  const group = await add({ name: '第一工作组', duties: '联系高校', unitKinds: ['university', 'hospital'] })
  expect(group).toMatchObject({
    unitName: '云岭市科协',
    members: 0,
    heads: [],
    unitKinds: ['university', 'hospital'],
  })
  await add({ name: '领导小组', kind: 'leading', unitId: root })
  const names = async (by: Agent, query = '') => (await list(query, by)).rows.map(row => row.name)
  expect(await names(keeper)).toEqual(['领导小组', '第一工作组'])
  expect(await names(await app.as('coordinator@city'))).toEqual(['第一工作组'])
  expect(await names(await app.as('unit-lead@sister'))).toEqual([])
  expect((await (await app.as('editor')).get('/api/groups')).statusCode).toBe(404)
  expect(await names(keeper, `under=${county}`)).toEqual([])
  expect(await names(keeper, `unit=${root}`)).toEqual(['领导小组'])
  expect(await names(keeper, `kind=working&q=${encodeURIComponent('云岭')}`)).toEqual(['第一工作组'])
  expect((await (await app.as('coordinator@city')).get(`/api/groups/${group.id}`)).json()).toMatchObject({
    actions: [],
  })
})

test('a group is changed on its newest version, and its name is its own in the unit', async () => {
  const group = await add({ name: '第二工作组' })
  const edit = (body: object) =>
    keeper.request({
      method: 'PATCH',
      url: `/api/groups/${group.id}`,
      payload: body as Record<string, unknown>,
    })
  const next = (await edit({ version: 0, duties: ' 联系医院 ', kind: 'office' })).json<Group>()
  expect(next).toMatchObject({ duties: '联系医院', kind: 'office', name: '第二工作组', version: 1 })
  expect((await edit({ version: 0, name: '别的' })).json().code).toBe('changed-meanwhile')
  expect((await edit({ version: 1, name: '第一 工作组' })).json().code).toBe('group-name-taken')
  expect((await keeper.post('/api/groups', { unitId: sister, kind: 'club', name: '小组' })).statusCode).toBe(
    400,
  )
})

test('groups of a unit stand in the order they are given', async () => {
  const [, , third] = [
    await add({ name: '甲组', unitId: sister }),
    await add({ name: '乙组', unitId: sister }),
    await add({ name: '丙组', unitId: sister }),
  ]
  const names = async () => (await list(`unit=${sister}`)).rows.map(row => row.name)
  expect(await names()).toEqual(['甲组', '乙组', '丙组'])
  const move = (version: number, position: number) =>
    keeper.request({ method: 'PATCH', url: `/api/groups/${third.id}`, payload: { version, position } })
  expect((await move(0, 0)).json().version).toBe(1)
  expect(await names()).toEqual(['丙组', '甲组', '乙组'])
  expect((await move(0, 1)).json().code).toBe('changed-meanwhile')
  expect((await move(1, 99)).statusCode).toBe(200)
  expect(await names()).toEqual(['甲组', '乙组', '丙组'])
})

test('members are people of the caller’s units, in order; those out of sight stay', async () => {
  const group = await add({ name: '第三工作组' })
  const [reporter, lead, above] = [
    await personId('reporter.county'),
    await personId('unit_lead.city'),
    await personId('editor'),
  ]
  const members = [
    { personId: above, post: 'liaison' },
    { personId: lead, post: 'head' },
    { personId: reporter, post: 'member' },
  ]
  const filled = (await post(group, 'members', { members })).json<Group>()
  expect(filled).toMatchObject({ members: 3, heads: ['unit_lead.city'], version: 1 })
  expect(filled.people.map(person => person.post)).toEqual(['liaison', 'head', 'member'])
  const local = await app.as('system-administrator@city')
  expect((await local.get(`/api/groups/${group.id}`)).json()).toMatchObject({ members: 2 })
  const set = await post(filled, 'members', { members: [{ personId: reporter, post: 'head' }] }, local)
  expect(set.json()).toMatchObject({ members: 1, heads: ['reporter.county'] })
  const whole = (await keeper.get(`/api/groups/${group.id}`)).json<Group>()
  expect(whole.people.map(person => person.name)).toEqual(['reporter.county', 'editor'])
  const refused = async (ids: string[], by = keeper) =>
    (await post(whole, 'members', { members: ids.map(id => ({ personId: id, post: 'member' })) }, by)).json()
      .code
  expect(await refused([reporter, reporter])).toBe('bad-request')
  expect(await refused(['nobody'])).toBe('not-found')
  expect(await refused([above], local)).toBe('not-found')
})

test('a dissolved group leaves its people', async () => {
  const group = await add({ name: '第四工作组' })
  const members = [{ personId: await personId('reporter.city'), post: 'member' }]
  const filled = (await post(group, 'members', { members })).json<Group>()
  expect((await post(group, 'remove')).json().code).toBe('changed-meanwhile')
  expect((await post(filled, 'remove')).statusCode).toBe(204)
  expect((await keeper.get(`/api/groups/${group.id}`)).statusCode).toBe(404)
  expect(await personId('reporter.city')).toBeTruthy()
})
