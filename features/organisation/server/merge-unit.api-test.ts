/** Two units become one, and the trail of what is done with units. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Unit, UnitDraft, UnitTree } from '../contract/index.ts'

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

const { city, sister } = testUnits

async function add(draft: Partial<UnitDraft> & { name: string }): Promise<Unit> {
  const answer = await keeper.post('/api/units', { parentId: city, kind: 'society', ...draft })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const get = async (id: string): Promise<Unit> => (await keeper.get(`/api/units/${id}`)).json()
const post = ({ id, version }: Unit, action: string, body: object = {}) =>
  keeper.post(`/api/units/${id}/${action}`, { version, ...body })
const children = async (parent: string, query = ''): Promise<string[]> =>
  (await keeper.get(`/api/units/tree?parent=${parent}${query}`)).json<UnitTree>().rows.map(row => row.name)

test('merging loses nothing: units, people, posts, groups and names go over', async () => {
  const { db } = app.connection
  const from = await add({ name: '旧县科协', shortNames: ['旧科协'], formerNames: ['古县科协'] })
  const into = await add({ name: '新区科协', parentId: sister })
  const child = await add({ name: '旧县学会', parentId: from.id })
  const deep = await add({ name: '旧县学会党支部', parentId: child.id, kind: 'branch' })
  const enrol = (id: string, unit: Unit) =>
    db.execute(sql`insert into person (id, unit_id, scope_path, name, search, created_at, updated_at)
      values (${id}, ${unit.id}, '', ${id}, '', now(), now())`)
  const appoint = (id: string, unit: Unit, role: string) =>
    db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
      values (gen_random_uuid(), ${id}, ${unit.id}, '', ${role}, now())`)
  await enrol('both', from)
  await enrol('deep', deep)
  await appoint('both', from, 'reporter')
  await appoint('both', into, 'reporter')
  await appoint('both', from, 'editor')
  await appoint('deep', deep, 'auditor')
  for (const [unit, name] of [
    [from, '工作组'],
    [into, '工作组'],
  ] as const)
    await db.execute(sql`insert into working_group (id, unit_id, scope_path, kind, name, created_at, updated_at)
      values (gen_random_uuid(), ${unit.id}, '', 'working', ${name}, now(), now())`)
  expect((await post(from, 'merge', { into: deep.id })).json().code).toBe('unit-cycle')
  expect((await post(from, 'merge', { into: from.id })).json().code).toBe('unit-cycle')
  const merged = (await post(from, 'merge', { into: into.id })).json<Unit>()
  expect(merged).toMatchObject({
    id: into.id,
    formerNames: ['旧县科协', '旧科协', '古县科协'],
    mergedFrom: [{ id: from.id, state: 'retired' }],
    childCount: 1,
    descendantCount: 2,
    retiredChildCount: 1,
    people: 1,
    peopleBelow: 2,
    groups: 2,
  })
  const old = await get(from.id)
  expect(old).toMatchObject({
    state: 'retired',
    name: '旧县科协',
    mergedInto: { id: into.id },
    actions: ['edit'],
  })
  expect((await post(old, 'restore')).json()).toMatchObject({
    code: 'unit-merged',
    details: { into: '新区科协' },
  })
  const posts = await rowsOf(
    db,
    sql`select m.person_id as person, m.role, u.id as unit from membership m join unit u on u.id = m.unit_id
      where m.person_id in ('both', 'deep') and m.scope_path = u.path order by 1, 2`,
  )
  expect(posts).toEqual([
    { person: 'both', role: 'editor', unit: into.id },
    { person: 'both', role: 'reporter', unit: into.id },
    { person: 'deep', role: 'auditor', unit: deep.id },
  ])
  const groups = await rowsOf(
    db,
    sql`select name from working_group where unit_id = ${into.id} order by name`,
  )
  expect(groups).toEqual([{ name: '工作组' }, { name: '工作组（原旧县科协）' }])
  expect(await children(into.id, '&retired=true')).toEqual(['旧县学会', '旧县科协'])
})

test('units below that share a name are not mixed up: the merging is refused and changes nothing', async () => {
  const [from, into] = [await add({ name: '甲县科协' }), await add({ name: '乙县科协' })]
  await add({ name: '办公室', parentId: from.id, kind: 'department' })
  await add({ name: '办公室', parentId: into.id, kind: 'department' })
  const refused = await post(from, 'merge', { into: into.id })
  expect(refused.json()).toMatchObject({
    code: 'unit-name-taken',
    details: { name: '办公室', parent: '乙县科协' },
  })
  expect(await get(from.id)).toMatchObject({ state: 'active', childCount: 1, version: 0 })
})

test('a unit is merged into the one above it', async () => {
  const above = await add({ name: '上级学会' })
  const unit = await add({ name: '下级学会', parentId: above.id })
  await add({ name: '分会', parentId: unit.id })
  const merged = (await post(unit, 'merge', { into: above.id })).json<Unit>()
  expect(merged).toMatchObject({
    id: above.id,
    childCount: 1,
    retiredChildCount: 1,
    formerNames: ['下级学会'],
  })
  expect(await children(above.id, '&retired=true')).toEqual(['分会', '下级学会'])
})

test('the trail says what was there before and after, and what was refused', async () => {
  const unit = await add({ name: '留痕的单位' })
  const change = (body: object) =>
    keeper.request({ method: 'PATCH', url: `/api/units/${unit.id}`, payload: { version: 0, ...body } })
  await change({ name: '留痕单位' })
  await change({ name: '旧版本' })
  const entries = await rowsOf(
    app.connection.db,
    sql`select action, outcome, words, before::json as before, after::json as after from audit_entry
      where object = ${unit.id} order by id`,
  )
  expect(entries).toMatchObject([
    {
      action: 'unit.add',
      outcome: 'done',
      words: '留痕的单位',
      after: { name: '留痕的单位', parent: '云岭市科协' },
    },
    {
      action: 'unit.edit',
      outcome: 'done',
      words: '留痕单位',
      before: { name: '留痕的单位', formerNames: [] },
      after: { name: '留痕单位', formerNames: ['留痕的单位'] },
    },
    { action: 'unit.edit', outcome: 'changed-meanwhile' },
  ])
})

test('the trail names who holds which role in the other unit from then on', async () => {
  const [from, into] = [await add({ name: '交出的学会' }), await add({ name: '接收的学会' })]
  const draft = { name: '壬', unitId: from.id }
  const { id } = (await (await app.as('system-administrator')).post('/api/people', draft)).json()
  const guardian = await app.as('security-administrator')
  await guardian.post(`/api/people/${id}/posts`, { role: 'editor', unitId: from.id })
  expect((await post(from, 'merge', { into: into.id })).statusCode).toBe(200)
  const entries = await rowsOf(
    app.connection.db,
    sql`select before from audit_entry where action = 'unit.merge' and object = ${from.id}`,
  )
  expect(entries).toMatchObject([{ before: { people: 1, posts: [{ role: 'editor', person: '壬' }] } }])
})
