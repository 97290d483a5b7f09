import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAccount, newPerson, signIn, whoIs } from './people.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const guardian = () => app.as('security-administrator')
const keeper = () => app.as('system-administrator')

test('an account is opened by the one administrator, with a password told once and changed at once', async () => {
  const { id } = await newPerson(app, { name: '谷雨' })
  const account = `/api/people/${id}/account`
  expect((await (await guardian()).post(account, { username: 'guyu' })).statusCode).toBe(404)
  const opened = await (await keeper()).post(account, { username: 'GuYu' })
  expect(opened.statusCode).toBe(201)
  expect(opened.headers['cache-control']).toBe('no-store')
  const { person, password } = opened.json()
  expect(person).toMatchObject({
    username: 'guyu',
    usernameProposal: null,
    actions: ['edit', 'leave'],
    account: { username: 'guyu', mustChangePassword: true, secondFactor: false, lockedAt: null, failures: 0 },
  })
  const { statusCode, cookie } = await signIn(app, 'GUYU', password)
  expect(statusCode).toBe(200)
  expect(await whoIs(app, cookie)).toMatchObject({ name: '谷雨', mustChangePassword: true })
  const [kept] = await rowsOf<{ all: string }>(
    app.connection.db,
    sql`select string_agg(e::text, ' ') as all from audit_entry e where object = ${id}`,
  )
  expect(kept!.all).toContain('account.open')
  expect(kept!.all).not.toContain(password)
  expect((await (await keeper()).post(account, { username: 'other' })).json().code).toBe('account-there')
})

test('a user name is given once, however it is written, and the next proposal is free', async () => {
  const [one, two] = [await newPerson(app, { name: '夏至' }), await newPerson(app, { name: '夏至' })]
  const url = (id: string) => `/api/people/${id}/account`
  expect((await (await keeper()).post(url(one.id), { username: 'xiazhi' })).statusCode).toBe(201)
  const again = await (await keeper()).post(url(two.id), { username: 'XiaZhi' })
  expect([again.statusCode, again.json().code]).toEqual([409, 'username-taken'])
  expect((await (await keeper()).get(`/api/people/${two.id}`)).json()).toMatchObject({
    username: null,
    account: null,
    usernameProposal: 'xiazhi2',
  })
})

test('a new password ends the sessions and is to be changed again', async () => {
  const { id, username, password } = await newAccount(app)
  const before = await signIn(app, username, password)
  const reset = await (await guardian()).post(`/api/people/${id}/account/password`)
  expect(reset.json().password).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/)
  expect(await whoIs(app, before.cookie)).toBeNull()
  expect((await signIn(app, username, password)).statusCode).toBe(401)
  const after = await signIn(app, username, reset.json().password)
  expect(await whoIs(app, after.cookie)).toMatchObject({ mustChangePassword: true })
})

test('a locked account opens to no password until it is unlocked, which forgets wrong ones', async () => {
  const { id, username, password } = await newAccount(app)
  const { cookie } = await signIn(app, username, password)
  const locked = await (await guardian()).post(`/api/people/${id}/account/lock`)
  expect(locked.json()).toMatchObject({ locked: true, account: { lockedAt: expect.any(String) } })
  expect(locked.json().actions).toContain('unlock')
  expect(locked.json().actions).not.toContain('lock')
  expect(await whoIs(app, cookie)).toBeNull()
  expect(await whoIs(app, (await signIn(app, username, password)).cookie)).toBeNull()
  const unlocked = await (await guardian()).post(`/api/people/${id}/account/unlock`)
  expect(unlocked.json()).toMatchObject({ locked: false, account: { failures: 0 } })
  expect(await whoIs(app, (await signIn(app, username, password)).cookie)).not.toBeNull()

  for (let tries = 0; tries < 12; tries++) await signIn(app, username, 'wrong-password')
  const resting = (await (await guardian()).get(`/api/people/${id}`)).json()
  expect(resting.account.failures).toBeGreaterThan(0)
  expect(resting.actions).toEqual(expect.arrayContaining(['lock', 'unlock']))
  expect((await signIn(app, username, password)).statusCode).toBe(429)
  await (await guardian()).post(`/api/people/${id}/account/unlock`)
  expect((await signIn(app, username, password)).statusCode).toBe(200)
})

test('a lost second factor is taken away with all that hangs on it', async () => {
  const { id, username, password } = await newAccount(app)
  const { db } = app.connection
  await db.execute(sql`update account_user set two_factor_enabled = true where id = ${id}`)
  await db.execute(
    sql`insert into account_two_factor (id, user_id, secret, backup_codes) values (${id}, ${id}, 's', 'b')`,
  )
  const url = `/api/people/${id}`
  expect((await (await keeper()).get(url)).json()).toMatchObject({
    account: { secondFactor: true },
    actions: expect.arrayContaining(['reset-second-factor']),
  })
  expect((await (await guardian()).post(`${url}/account/second-factor/reset`)).statusCode).toBe(404)
  const reset = await (await keeper()).post(`${url}/account/second-factor/reset`)
  expect(reset.json()).toMatchObject({ account: { secondFactor: false } })
  expect(reset.json().actions).not.toContain('reset-second-factor')
  expect(await rowsOf(db, sql`select 1 from account_two_factor where user_id = ${id}`)).toEqual([])
  expect((await signIn(app, username, password)).statusCode).toBe(200)
})

test('sessions of a person are listed and ended, one or all', async () => {
  const { id, username, password } = await newAccount(app)
  const cookies = await Promise.all([1, 2, 3].map(async () => (await signIn(app, username, password)).cookie))
  const url = `/api/people/${id}/sessions`
  const { rows } = (await (await guardian()).get(url)).json()
  expect(rows).toHaveLength(3)
  expect(rows[0].actions).toEqual(['end'])
  expect(JSON.stringify(rows), 'no token').not.toMatch(new RegExp(cookies[0]!.slice(30, 60)))
  expect((await (await guardian()).delete(`${url}/${rows[0].id}`)).statusCode).toBe(200)
  expect((await (await guardian()).delete(`${url}/${rows[0].id}`)).statusCode).toBe(404)
  const [other] = await rowsOf<{ id: string }>(
    app.connection.db,
    sql`select id from account_session where user_id <> ${id} limit 1`,
  )
  expect((await (await guardian()).delete(`${url}/${other!.id}`)).statusCode, 'of somebody else').toBe(404)
  expect((await Promise.all(cookies.map(cookie => whoIs(app, cookie)))).filter(Boolean)).toHaveLength(2)
  expect((await (await guardian()).delete(url)).statusCode).toBe(200)
  expect((await Promise.all(cookies.map(cookie => whoIs(app, cookie)))).filter(Boolean)).toEqual([])
})

test('who holds posts above is out of reach of the administrators below: no account of theirs is taken over', async () => {
  const { id } = await newPerson(app, { name: '惊蛰' })
  await (await guardian()).post(`/api/people/${id}/posts`, { role: 'editor', unitId: testUnits.root })
  const below = {
    keeper: await app.as('system-administrator@city'),
    guardian: await app.as('security-administrator@city'),
  }
  const seen = (await below.keeper.get(`/api/people/${id}`)).json()
  expect(seen).toMatchObject({ beyond: true, posts: [], actions: ['edit'] })
  for (const url of ['account', 'leave'])
    expect(
      (
        await below.keeper.post(
          `/api/people/${id}/${url}`,
          url === 'account' ? { username: 'jingzhe' } : undefined,
        )
      ).json().code,
      url,
    ).toBe('person-beyond')
  await (await keeper()).post(`/api/people/${id}/account`, { username: 'jingzhe' })
  for (const [administrator, url] of [
    [below.guardian, 'password'],
    [below.guardian, 'lock'],
    [below.guardian, 'unlock'],
    [below.keeper, 'second-factor/reset'],
  ] as const)
    expect((await administrator.post(`/api/people/${id}/account/${url}`)).json().code, url).toBe(
      'person-beyond',
    )
  const whole = (await (await guardian()).get(`/api/people/${id}`)).json()
  expect(whole).toMatchObject({ beyond: false })
  expect(whole.actions).toEqual(expect.arrayContaining(['reset-password', 'lock']))
})

test('nobody does it to themselves', async () => {
  const me = await guardian()
  const { user } = (await me.get('/api/session')).json()
  for (const url of ['account/password', 'account/lock', 'account/unlock'])
    expect((await me.post(`/api/people/${user.id}/${url}`)).json().code, url).toBe('person-self')
  expect((await me.delete(`/api/people/${user.id}/sessions`)).json().code).toBe('person-self')
  expect(
    (await me.post(`/api/people/${user.id}/posts`, { role: 'auditor', unitId: testUnits.root })).json().code,
  ).toBe('person-self')
  const own = (await me.get(`/api/people/${user.id}`)).json()
  expect(own.actions).toEqual(['list-sessions'])
  expect(own.posts[0].actions).toEqual([])
  const keeps = await keeper()
  const { user: other } = (await keeps.get('/api/session')).json()
  expect((await keeps.post(`/api/people/${other.id}/leave`)).json().code).toBe('person-self')
})
