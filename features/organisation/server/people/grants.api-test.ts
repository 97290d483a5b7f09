import { administratorRoles, businessRoles, mayHoldTogether, roles } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, roleNames } from '../../contract/index.ts'
import { newAccount, newPerson, signIn } from './people.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const guardian = () => app.as('security-administrator')
const grant = async (id: string, role: string, unitId: string = testUnits.city, persona = guardian()) =>
  (await persona).post(`/api/people/${id}/posts`, { role, unitId })

test('the contract knows the roles of the platform', () => {
  expect(roleNames).toEqual(roles)
})

test('one person holds several roles in several units, and loses the one that is withdrawn', async () => {
  const { id } = await newPerson(app, { name: '芒种' })
  await grant(id, 'reporter')
  await grant(id, 'unit-lead')
  const granted = await grant(id, 'reporter', testUnits.county)
  expect(granted.json().posts.map((post: Person['posts'][0]) => [post.role, post.unitName])).toEqual([
    ['reporter', '云岭市科协'],
    ['unit-lead', '云岭市科协'],
    ['reporter', '溪口县科协'],
  ])
  const again = await grant(id, 'reporter')
  expect([again.statusCode, again.json().code]).toEqual([409, 'post-held'])
  const lead = granted.json().posts[1]
  expect(lead.actions).toEqual(['withdraw'])
  const withdrawn = await (await guardian()).delete(`/api/people/${id}/posts/${lead.id}`)
  expect(withdrawn.json().posts.map((post: Person['posts'][0]) => post.role)).toEqual([
    'reporter',
    'reporter',
  ])
  expect((await (await guardian()).delete(`/api/people/${id}/posts/${lead.id}`)).statusCode).toBe(404)
  const entries = await rowsOf<{ action: string }>(
    app.connection.db,
    sql`select action from audit_entry where object = ${id} and outcome = 'done' order by id`,
  )
  expect(entries.map(entry => entry.action)).toEqual([
    'person.create',
    'post.grant',
    'post.grant',
    'post.grant',
    'post.withdraw',
  ])
})

test('a role gives its right with the next request, and takes it with the next', async () => {
  const { id, username, password } = await newAccount(app)
  // The one-time password is not what this is about.
  await app.connection.db.execute(sql`update account_user set must_change_password = false where id = ${id}`)
  const { cookie } = await signIn(app, username, password)
  const visitor = await app.as('anonymous')
  const look = async () =>
    (await visitor.request({ method: 'GET', url: '/api/people', headers: { cookie } })).statusCode
  expect(await look()).toBe(404)
  const post = (await grant(id, 'unit-lead')).json().posts[0]
  expect(await look()).toBe(200)
  await (await guardian()).delete(`/api/people/${id}/posts/${post.id}`)
  expect(await look()).toBe(404)
  const told = await rowsOf<{ kind: string; details: object }>(
    app.connection.db,
    sql`select kind, details from notice where person_id = ${id} order by id`,
  )
  const details = { role: 'unit-lead', unit: '云岭市科协' }
  expect(told).toEqual([
    { kind: 'role.granted', details },
    { kind: 'role.withdrawn', details },
  ])
})

test('of any two roles one person gets both or is refused the second, as the rule says', async () => {
  for (const first of [...administratorRoles, businessRoles[0]])
    for (const second of roles) {
      const { id } = await newPerson(app)
      expect((await grant(id, first)).statusCode).toBe(200)
      // In another unit: the rule looks at all of them.
      const answer = await grant(id, second, testUnits.county)
      if (mayHoldTogether([first, second])) expect(answer.statusCode, `${first} and ${second}`).toBe(200)
      else
        expect([answer.statusCode, answer.json().code], `${first} and ${second}`).toEqual([
          409,
          'roles-exclusive',
        ])
    }
})

test('what is held outside the scope excludes too, without being told', async () => {
  const { id } = await newPerson(app)
  await grant(id, 'auditor', testUnits.root)
  const answer = await grant(id, 'reporter', testUnits.city, app.as('security-administrator@city'))
  expect(answer.json().code).toBe('roles-exclusive')
  expect(answer.json().detail).not.toContain('本会')
})

test('both the unit and the person must lie in the scope of who grants', async () => {
  const ours = await newPerson(app)
  const theirs = await newPerson(app, { unitId: testUnits.sister })
  const city = app.as('security-administrator@city')
  expect((await grant(ours.id, 'reporter', testUnits.county, city)).statusCode).toBe(200)
  for (const unitId of [testUnits.sister, testUnits.root])
    expect((await grant(ours.id, 'reporter', unitId, city)).json().code).toBe('person-unit-unknown')
  expect((await grant(theirs.id, 'reporter', testUnits.city, city)).statusCode).toBe(404)
  const above = (await grant(ours.id, 'reporter', testUnits.root)).json().posts[0]
  expect(above.unitName).toBe('本会')
  expect((await (await city).delete(`/api/people/${ours.id}/posts/${above.id}`)).statusCode).toBe(404)
})

test('nobody but a security administrator grants or withdraws', async () => {
  const { id } = await newPerson(app)
  const post = (await grant(id, 'reporter')).json().posts[0]
  for (const role of roles.filter(role => role !== 'security-administrator')) {
    expect((await grant(id, 'editor', testUnits.city, app.as(role))).statusCode, role).toBe(404)
    const agent = await app.as(role)
    expect((await agent.delete(`/api/people/${id}/posts/${post.id}`)).statusCode, role).toBe(404)
  }
})

test('in a retired unit nothing is granted, and a role held there sleeps', async () => {
  const { id } = await newPerson(app)
  await grant(id, 'reporter', testUnits.county)
  const { db } = app.connection
  await db.execute(sql`update unit set state = 'retired' where id = ${testUnits.county}`)
  const seen = (await (await guardian()).get(`/api/people/${id}`)).json()
  expect(seen.posts[0]).toMatchObject({ asleep: true, actions: ['withdraw'] })
  expect((await grant(id, 'unit-lead', testUnits.county)).json().code).toBe('person-unit-unknown')
  await db.execute(sql`update unit set state = 'active' where id = ${testUnits.county}`)
})

test('the last security administrator at the top stays, however one tries', async () => {
  const apart = await openTestApp()
  const { db } = apart.connection
  const [last] = await rowsOf<{ id: string }>(
    db,
    sql`select p.id from person p join membership m on m.person_id = p.id
      where m.role = 'security-administrator' and m.unit_id = ${testUnits.root}`,
  )
  // A second one, who cannot sign in, does not count.
  const { id: second } = await newPerson(apart, { unitId: testUnits.root })
  const first = await apart.as('security-administrator')
  await first.post(`/api/people/${second}/posts`, { role: 'security-administrator', unitId: testUnits.root })
  const keeper = await apart.as('system-administrator')
  const left = await keeper.post(`/api/people/${last!.id}/leave`)
  expect([left.statusCode, left.json().code]).toEqual([409, 'last-security-administrator'])
  const opened = await keeper.post(`/api/people/${second}/account`, { username: 'second' })
  expect(opened.statusCode).toBe(201)
  const now = await keeper.post(`/api/people/${last!.id}/leave`)
  expect(now.statusCode, now.body).toBe(200)
  await apart.close()
})
