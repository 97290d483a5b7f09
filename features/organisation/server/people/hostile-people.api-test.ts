import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPerson } from './people.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const draft = { name: '乙', unitId: testUnits.city }

test.each<[string, object, number]>([
  ['no name', { unitId: testUnits.city }, 400],
  ['an empty name', { ...draft, name: '' }, 400],
  ['a name of blanks', { ...draft, name: ' \u3000\t' }, 422],
  ['a name of what cannot be seen', { ...draft, name: '\u200b\u202e\u2066' }, 422],
  ['a name that is too long', { ...draft, name: '甲'.repeat(51) }, 400],
  ['a name that is a number', { ...draft, name: 7 }, 400],
  ['an unknown field', { ...draft, state: 'left' }, 400],
  ['a state of their own', { ...draft, username: 'root' }, 400],
  ['a unit that is no id', { ...draft, unitId: "1' or 1=1" }, 400],
  ['words for a number', { ...draft, phone: '请勿外传' }, 422],
  ['a number that is too long', { ...draft, phone: '1'.repeat(31) }, 400],
  ['a number with a formula', { ...draft, phone: '=13800001234' }, 422],
])('%s is refused and nothing is written', async (_, body, status) => {
  const keeper = await app.as('system-administrator')
  const count = () => rowsOf(app.connection.db, sql`select count(*)::int as n from person`)
  const before = await count()
  const answer = await keeper.post('/api/people', body)
  expect(answer.statusCode, answer.body).toBe(status)
  expect(answer.body).not.toMatch(/1{31}|13800001234/)
  expect(await count()).toEqual(before)
})

test('marks, quotes and NUL in a name are a name; what cannot be stored or seen falls out', async () => {
  const name = `<b>甲'";--\u0000\u202e\u061c\u00ad\u2060\ufff9\ud800乙%_\\</b>`
  const made = await newPerson(app, { name, title: '\n主\t任 ' })
  expect(made).toMatchObject({ name: `<b>甲'";--乙%_\\</b>`, title: '主 任' })
  const keeper = await app.as('system-administrator')
  for (const q of [`甲'";--`, '%_\\', '</B>'])
    expect((await keeper.get(`/api/people?q=${encodeURIComponent(q)}`)).json().total, q).toBe(1)
  expect((await keeper.get(`/api/people?q=${encodeURIComponent('%%%')}`)).json().total).toBe(0)
})

test.each([
  'page=0',
  'page=1e9',
  'pageSize=101',
  'sort=password',
  'role=root',
  'state=any',
  'account=x',
  'under=1',
  'other=1',
  `q=${'a'.repeat(101)}`,
])('a list is not asked for with %s', async query => {
  const answer = await (await app.as('auditor')).get(`/api/people?${query}`)
  expect(answer.statusCode).toBe(400)
})

test.each(['x', "1' or '1'='1", '../units', '%00', 'a'.repeat(65), '00000000-0000-4000-8000-00000000dead'])(
  'a person called %j is not there',
  async id => {
    const keeper = await app.as('system-administrator')
    expect((await keeper.get(`/api/people/${encodeURIComponent(id)}`)).statusCode).toBe(404)
    expect((await keeper.post(`/api/people/${encodeURIComponent(id)}/leave`)).statusCode).toBe(404)
  },
)

test.each(['', 'a', '1abc', 'a b', 'a-b', '王', 'a'.repeat(33), "a'--", 'a\u0007b', 'admin@x'])(
  'nobody is called %j',
  async username => {
    const { id } = await newPerson(app)
    const answer = await (await app.as('system-administrator')).post(`/api/people/${id}/account`, {
      username,
    })
    expect(answer.statusCode).toBe(400)
  },
)

test('roles nobody knows and foreign fields are refused', async () => {
  const { id } = await newPerson(app)
  const guardian = await app.as('security-administrator')
  for (const body of [
    { role: 'root', unitId: testUnits.city },
    { role: 'reporter' },
    { role: ['reporter'], unitId: testUnits.city },
    { role: 'reporter', unitId: testUnits.city, path: '1/' },
  ])
    expect((await guardian.post(`/api/people/${id}/posts`, body)).statusCode).toBe(400)
  expect((await guardian.get(`/api/people/${id}`)).json().posts).toEqual([])
})

test('a refused phone is in no log and no trail', async () => {
  const { id } = await newPerson(app)
  const keeper = await app.as('system-administrator')
  await keeper.request({
    method: 'PATCH',
    url: `/api/people/${id}`,
    payload: { version: 0, phone: '13800009876x' },
  })
  const found = await rowsOf(
    app.connection.db,
    sql`select 1 from audit_entry e where e::text like '%13800009876%'`,
  )
  expect(found).toEqual([])
  expect(app.errors.join()).not.toContain('13800009876')
})
