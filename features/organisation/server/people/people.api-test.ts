import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonPage, PersonSummary } from '../../contract/index.ts'
import { newAccount, newPerson, signIn, whoIs } from './people.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const list = async (persona: Parameters<TestApp['as']>[0], query = ''): Promise<PersonPage> => {
  const answer = await (await app.as(persona)).get(`/api/people?pageSize=100${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const names = (page: PersonPage) => page.rows.map(row => row.name)
const patch = async (persona: Parameters<TestApp['as']>[0], id: string, payload: object) =>
  (await app.as(persona)).request({ method: 'PATCH', url: `/api/people/${id}`, payload })
const trail = (id: string) =>
  rowsOf<{ action: string; outcome: string }>(
    app.connection.db,
    sql`select action, outcome from audit_entry where object = ${id} order by id`,
  )

test('a person is taken in, found, changed and seen by those above alone', async () => {
  const made = await newPerson(app, { name: '单立春', title: '办公室主任', phone: '138 0000 1234' })
  expect(made).toMatchObject({
    name: '单立春',
    title: '办公室主任',
    unitName: '云岭市科协',
    phone: '138****1234',
    state: 'active',
    username: null,
    posts: [],
    account: null,
    usernameProposal: 'shanlichun',
    version: 0,
    actions: ['edit', 'leave', 'open-account', 'read-phone'],
  })
  for (const words of ['单立春', 'slc', 'shanlichun', 'SLC', '立 春'])
    expect(names(await list('system-administrator', `&q=${encodeURIComponent(words)}`)), words).toEqual([
      '单立春',
    ])

  const edited = await patch('system-administrator@city', made.id, {
    version: 0,
    name: '单雨水',
    title: null,
    unitId: testUnits.county,
  })
  expect(edited.json()).toMatchObject({ name: '单雨水', title: null, unitName: '溪口县科协', version: 1 })
  expect(edited.json().phone, 'what was not mentioned stays').toBe('138****1234')
  const above = async (persona: 'auditor' | 'unit-lead@city' | 'unit-lead@county') =>
    (await list(persona, '&q=shanyu')).rows[0]!.unitAbove
  expect([await above('auditor'), await above('unit-lead@city')]).toEqual(['云岭市科协', '云岭市科协'])
  expect(await above('unit-lead@county'), 'not theirs to see').toBeNull()
  for (const persona of ['unit-lead@county', 'unit-lead@city', 'auditor', 'coordinator'] as const)
    expect(names(await list(persona, '&q=slc')), persona).toEqual([])
  for (const persona of ['unit-lead@county', 'unit-lead@city', 'auditor', 'coordinator'] as const)
    expect(names(await list(persona, '&q=shanyu')), persona).toEqual(['单雨水'])
  expect(names(await list('unit-lead@sister', '&q=shanyu'))).toEqual([])
  expect((await (await app.as('unit-lead@sister')).get(`/api/people/${made.id}`)).statusCode).toBe(404)
  expect(await trail(made.id)).toEqual([
    { action: 'person.create', outcome: 'done' },
    { action: 'person.edit', outcome: 'done' },
  ])
})

test('the second to change a person is told, and nothing of theirs is written', async () => {
  const { id } = await newPerson(app, { name: '丁小寒' })
  const first = await patch('system-administrator', id, { version: 0, title: '科员' })
  expect(first.statusCode).toBe(200)
  const second = await patch('system-administrator', id, { version: 0, title: '主任' })
  expect([second.statusCode, second.json().code]).toEqual([409, 'changed-meanwhile'])
  expect(second.json().detail).toContain('丁小寒')
  expect((await (await app.as('auditor')).get(`/api/people/${id}`)).json().title).toBe('科员')
})

test('nobody is put into a unit that is not the keeper’s, or that is retired', async () => {
  const keeper = await app.as('system-administrator@city')
  for (const unitId of [testUnits.sister, testUnits.root, '00000000-0000-4000-8000-00000000dead']) {
    const answer = await keeper.post('/api/people', { name: '乙', unitId })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'person-unit-unknown'])
  }
  const { id } = await newPerson(app)
  const moved = await patch('system-administrator@city', id, { version: 0, unitId: testUnits.sister })
  expect(moved.json().code).toBe('person-unit-unknown')
})

test('lists are filtered by unit, role, state and account, sorted and turned by page', async () => {
  const under = `&under=${testUnits.county}`
  const one = await newPerson(app, { name: '安一', unitId: testUnits.county })
  const two = await newAccount(app, { name: '毕二', unitId: testUnits.county })
  const three = await newPerson(app, { name: '常三', unitId: testUnits.county })
  await (await app.as('security-administrator')).post(`/api/people/${one.id}/posts`, {
    role: 'reporter',
    unitId: testUnits.county,
  })
  await (await app.as('system-administrator')).post(`/api/people/${three.id}/leave`)
  await (await app.as('security-administrator')).post(`/api/people/${two.id}/account/lock`)
  const mine = (page: PersonPage) => names(page).filter(name => ['安一', '毕二', '常三'].includes(name))
  expect(mine(await list('auditor', under))).toEqual(['安一', '毕二'])
  expect(mine(await list('auditor', `${under}&sort=-name`))).toEqual(['毕二', '安一'])
  expect(mine(await list('auditor', `${under}&state=left`))).toEqual(['常三'])
  expect(mine(await list('auditor', `${under}&state=all`))).toEqual(['安一', '毕二', '常三'])
  expect(mine(await list('auditor', `${under}&role=reporter`))).toEqual(['安一'])
  expect(mine(await list('auditor', `${under}&role=none`))).toEqual(['毕二'])
  expect(mine(await list('auditor', `${under}&account=none`))).toEqual(['安一'])
  expect(mine(await list('auditor', `${under}&account=locked`))).toEqual(['毕二'])
  expect(mine(await list('auditor', `${under}&account=open`))).toEqual([])
  const city = `&under=${testUnits.city}&state=all`
  expect(mine(await list('auditor', city))).toEqual(['安一', '毕二', '常三'])
  expect(mine(await list('auditor', `${city}&only=true`))).toEqual([])
  expect((await list('auditor', under)).underName).toBe('溪口县科协')
  expect(await list('unit-lead@sister', under)).toMatchObject({ rows: [], total: 0, underName: null })
  const reader = await app.as('auditor')
  const turned: PersonSummary[] = []
  const { total } = await list('auditor')
  for (let page = 1; turned.length < total; page++)
    turned.push(...(await reader.get(`/api/people?pageSize=7&page=${page}`)).json().rows)
  expect(new Set(turned.map(row => row.id)).size).toBe(total)
})

test('who leaves has no posts, no sessions and cannot sign in; who comes back starts without posts', async () => {
  const { id, username, password } = await newAccount(app, { name: '寒露' })
  const guardian = await app.as('security-administrator')
  await guardian.post(`/api/people/${id}/posts`, { role: 'reporter', unitId: testUnits.city })
  const { cookie } = await signIn(app, username, password)
  expect(await whoIs(app, cookie)).toMatchObject({ name: '寒露' })

  const keeper = await app.as('system-administrator')
  const { db } = app.connection
  await db.execute(sql`insert into mail_address (person_id, address_sealed, confirmed_at)
    values (${id}, 'sealed', now())`)
  const left = await keeper.post(`/api/people/${id}/leave`)
  expect(await rowsOf(db, sql`select address_sealed from mail_address where person_id = ${id}`)).toEqual([
    { address_sealed: null },
  ])
  expect(left.json()).toMatchObject({ state: 'left', posts: [], actions: ['return'] })
  expect(await whoIs(app, cookie)).toBeNull()
  expect(await whoIs(app, (await signIn(app, username, password)).cookie)).toBeNull()
  for (const [url, body] of [
    ['posts', { role: 'reporter', unitId: testUnits.city }],
    ['account/password', undefined],
    ['account/unlock', undefined],
  ] as const)
    expect((await guardian.post(`/api/people/${id}/${url}`, body)).json().code, url).toBe('person-left')
  expect((await keeper.post(`/api/people/${id}/leave`)).json().code).toBe('person-left')

  const back = await keeper.post(`/api/people/${id}/return`)
  expect(back.json()).toMatchObject({ state: 'active', posts: [], username })
  expect((await keeper.post(`/api/people/${id}/return`)).json().code).toBe('person-at-work')
  expect(await whoIs(app, (await signIn(app, username, password)).cookie)).toMatchObject({ name: '寒露' })
})

test('a number is sealed in the database, masked to all and told to who has to call, which is recorded', async () => {
  const { id } = await newPerson(app, { name: '白露', phone: '13912345678' })
  const [row] = await rowsOf<{ phone_sealed: string; all: string }>(
    app.connection.db,
    sql`select phone_sealed, p::text as all from person p where id = ${id}`,
  )
  expect(row!.phone_sealed).toMatch(/^v1\./)
  expect(row!.all).not.toContain('13912345678')
  const lead = await app.as('unit-lead@city')
  expect((await lead.get(`/api/people/${id}`)).body).not.toContain('13912345678')
  expect((await lead.post(`/api/people/${id}/phone`)).json()).toEqual({ phone: '13912345678' })
  expect((await (await app.as('security-administrator')).post(`/api/people/${id}/phone`)).statusCode).toBe(
    404,
  )
  expect((await (await app.as('unit-lead@sister')).post(`/api/people/${id}/phone`)).statusCode).toBe(404)
  await patch('system-administrator', id, { version: 0, phone: '13987654321' })
  await patch('system-administrator', id, { version: 1, phone: 'secret 13987654321' })
  await patch('system-administrator', id, { version: 1, phone: null })
  expect((await lead.get(`/api/people/${id}`)).json()).toMatchObject({ phone: null })
  const entries = await rowsOf<{ whole: string }>(
    app.connection.db,
    sql`select e::text as whole from audit_entry e where object = ${id}`,
  )
  expect(entries.length).toBeGreaterThanOrEqual(5)
  for (const { whole } of entries) expect(whole).not.toMatch(/139\d{8}/)
  expect((await trail(id)).map(entry => entry.action)).toContain('person.read-phone')
  expect(app.errors.join()).not.toMatch(/139\d{8}/)
})

test('with the key gone lists still open, and the number says why it cannot be read', async () => {
  const { id } = await newPerson(app, { name: '霜降', phone: '13900001111' })
  await app.connection.db.execute(sql`update person set phone_sealed = ${'v1.AAAA'} where id = ${id}`)
  const lead = await app.as('unit-lead@city')
  expect((await lead.get(`/api/people/${id}`)).json().phone).toBe('****')
  expect((await lead.post(`/api/people/${id}/phone`)).json().code).toBe('phone-unreadable')
})
