/** Sign-in beside its plain way: sessions and their end, one-time passwords, people who left, and hostile input. */
import { enrolPerson } from '@jianbao/organisation/server'
import { hashPassword, setPassword } from '@jianbao/platform/access'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testAccounts } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, openBrowser } from './browser.fixture.ts'

let app: TestApp
let nowMs = Date.now()
const clock = { now: () => new Date(nowMs) }
const { password } = testAccounts
const minutes = (count: number) => count * 60_000

beforeAll(async () => {
  app = await openTestApp({ clock })
})
afterAll(() => app.close())
beforeEach(() => {
  nowMs = Date.now()
})

async function enter(username: string, headers = {}): Promise<Browser> {
  const browser = openBrowser(app)
  await browser.post('/api/auth/sign-in/username', { username, password }, headers)
  expect(await browser.who()).toBe(username)
  return browser
}

const idOf = async (username: string): Promise<string> =>
  (
    await rowsOf<{ id: string }>(
      app.connection.db,
      sql`select id from account_user where username = ${username}`,
    )
  )[0]!.id

const trail = () =>
  rowsOf<{ action: string; outcome: string; object: string | null; actor: string; after: unknown }>(
    app.connection.db,
    sql`select action, outcome, object, actor_id as actor, after from audit_entry order by id`,
  )

describe('a session', () => {
  test('ends when nobody does anything for as long as the policy says, and the trail says why', async () => {
    const browser = await enter('editor')
    nowMs += minutes(59)
    expect(await browser.who()).toBe('editor')
    nowMs += minutes(59)
    expect(await browser.who()).toBe('editor')
    nowMs += minutes(61)
    expect((await browser.get('/api/documents')).statusCode).toBe(401)
    const entry = (await trail()).at(-1)
    expect(entry).toMatchObject({
      action: 'session.lapse',
      object: await idOf('editor'),
      after: { reason: 'idle' },
    })
    nowMs -= minutes(61)
    expect(await browser.who(), 'it is gone, not asleep').toBeNull()
  })

  test('is not kept alive by a page that asks by itself', async () => {
    const browser = await enter('editor')
    for (let times = 0; times < 2; times++) {
      nowMs += minutes(29)
      const asked = await browser.get('/api/session', { 'x-jianbao-background': '1' })
      expect(asked.json().user.username).toBe('editor')
    }
    nowMs += minutes(5)
    expect(await browser.who()).toBeNull()
  })

  test('lives no longer than its cookie, twelve hours, however busy', async () => {
    const browser = openBrowser(app)
    const answer = await browser.signIn('editor', password)
    expect(answer.cookies[0]).toMatchObject({ maxAge: 43_200, httpOnly: true, sameSite: 'Lax', path: '/' })
    const [row] = await rowsOf<{ seconds: number }>(
      app.connection.db,
      sql`select extract(epoch from expires_at - created_at)::int as seconds from account_session
        order by created_at desc limit 1`,
    )
    expect(row!.seconds).toBe(43_200)
    await app.connection.db.execute(sql`update account_session set expires_at = now() - interval '1 second'
      where user_id = ${await idOf('editor')}`)
    expect(await browser.who()).toBeNull()
  })

  test('is listed with what device it is and when it was seen; of addresses and browsers nothing more is kept', async () => {
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Secret/1'
    const here = await enter('signatory', { 'user-agent': agent })
    const there = await enter('signatory')
    const list = async (browser: Browser) => (await browser.get('/api/session/sessions')).json().sessions
    const seen = await list(here)
    expect(seen).toHaveLength(2)
    expect(seen.filter((one: { current: boolean }) => one.current)).toMatchObject([
      { device: 'Chrome · Windows', method: 'password' },
    ])
    const kept = await rowsOf(
      app.connection.db,
      sql`select * from account_session where user_id = ${await idOf('signatory')}`,
    )
    expect(JSON.stringify(kept)).not.toContain('Secret')
    expect(kept.map(one => one['ip_address'] ?? '')).toEqual(['', ''])

    const other = seen.find((one: { current: boolean }) => !one.current).id
    const stranger = await enter('reviser')
    expect((await stranger.post('/api/session/sessions/end', { id: other })).statusCode).toBe(404)
    expect((await here.post('/api/session/sessions/end', { id: other })).json()).toEqual({ ended: 1 })
    expect(await there.who()).toBeNull()
    const [second, third] = [await enter('signatory'), await enter('signatory')]
    expect((await here.post('/api/session/sessions/end-others')).json()).toEqual({ ended: 2 })
    expect([await here.who(), await second.who(), await third.who()]).toEqual(['signatory', null, null])
  })
})

describe('a password', () => {
  const change = (browser: Browser, currentPassword: string, newPassword: string) =>
    browser.post('/api/session/password', { currentPassword, newPassword })

  test('may not be one of the last five', async () => {
    const browser = await enter('coordinator')
    let present: string = password
    for (const next of ['Willow-1-lane', 'Willow-2-lane', 'Willow-3-lane', 'Willow-4-lane']) {
      expect((await change(browser, present, next)).statusCode).toBe(204)
      present = next
    }
    for (const used of [password, 'Willow-1-lane', 'Willow-4-lane'])
      expect((await change(browser, present, used)).json().code, used).toBe('password-used-before')
    expect((await change(browser, present, 'Willow-5-lane')).statusCode).toBe(204)
    expect((await change(browser, 'Willow-5-lane', password)).statusCode).toBe(204)
  })

  test('is asked for again no oftener than a sign-in: an open session is no licence to guess', async () => {
    const browser = await enter('inspector')
    const codes = []
    for (let attempt = 0; attempt < 6; attempt++)
      codes.push((await change(browser, 'wrong', 'Willow-9-lane')).json().code)
    expect(codes).toEqual([...Array(5).fill('password-wrong'), 'sign-in-resting'])
  })

  test('that was given once must be changed, and opens nothing after 72 hours', async () => {
    const { db } = app.connection
    const person = { username: 'newcomer', name: '新人', password, mustChangePassword: true, posts: [] }
    const id = await enrolPerson({ db, clock }, person)
    const browser = await enter('newcomer')
    expect((await browser.get('/api/session')).json().user).toMatchObject({
      mustChangePassword: true,
      passwordLapsed: false,
    })
    expect((await browser.get('/api/session/sessions')).json().code).toBe('password-change-required')
    nowMs += 71 * minutes(60)
    expect((await openBrowser(app).signIn('newcomer', password)).statusCode).toBe(200)
    nowMs += 2 * minutes(60)
    const late = openBrowser(app)
    const refused = await late.signIn('newcomer', password)
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'one-time-password-lapsed'])
    expect(refused.json().detail).toContain('72 小时')
    expect(await late.who()).toBeNull()
    const hash = await hashPassword('another-given-once')
    await db.transaction(tx => setPassword(tx, id, { hash, oneTime: true, at: clock.now() }))
    expect((await late.signIn('newcomer', 'another-given-once')).statusCode).toBe(200)
  })

  test('grows too old where the policy says so', async () => {
    const { db } = app.connection
    const browser = await enter('reviser')
    await db.execute(sql`update security_policy set password_days = 90`)
    await db.execute(
      sql`update account_user set password_set_at = now() - interval '91 days' where username = 'reviser'`,
    )
    expect((await browser.get('/api/session')).json().user).toMatchObject({
      mustChangePassword: true,
      passwordLapsed: true,
    })
    expect((await browser.get('/api/documents')).json().code).toBe('password-change-required')
    expect((await change(browser, password, 'Willow-8-lane')).statusCode).toBe(204)
    expect((await browser.get('/api/documents')).statusCode).toBe(200)
    await db.execute(sql`update security_policy set password_days = 0`)
  })
})

describe('who is not let in', () => {
  const wrongLook = async (username: string, tried: string) => {
    const answer = await openBrowser(app).signIn(username, tried)
    return {
      status: answer.statusCode,
      body: { ...answer.json(), requestId: '' },
      cookies: answer.cookies.length,
    }
  }

  test('somebody who left looks like a wrong password, even with the right one', async () => {
    await app.connection.db.execute(sql`update person set state = 'left' where name = 'left'`)
    const looks = [
      await wrongLook('left', password),
      await wrongLook('left', 'x'),
      await wrongLook('nobody', 'x'),
    ]
    expect(new Set(looks.map(look => JSON.stringify(look))).size).toBe(1)
    expect(looks[0]).toMatchObject({ status: 401, body: { code: 'sign-in-refused' }, cookies: 0 })
    expect(
      await rowsOf(
        app.connection.db,
        sql`select 1 from account_session where user_id = ${await idOf('left')}`,
      ),
    ).toEqual([])
  })

  test('a name nobody has rests like any other, and is written down nowhere', async () => {
    const typed = 'my-secret-pass-word'
    const statuses = []
    for (let attempt = 0; attempt < 7; attempt++) statuses.push((await wrongLook(typed, 'x')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const { db } = app.connection
    const kept = [await rowsOf(db, sql`select * from sign_in_failure`), await trail()]
    expect(JSON.stringify(kept)).not.toContain(typed)
    expect((await trail()).filter(entry => entry.action === 'account.rest').at(-1)).toMatchObject({
      object: null,
    })
  })

  test.each([
    ['a NUL', 'edi\u0000tor', 'x'],
    ['fullwidth letters', 'ｅｄｉｔｏｒ', password],
    ['a Cyrillic e', 'еditor', password],
    ['a dotted İ', 'EDİTOR', password],
    ['a blank behind', 'editor ', password],
    ['a zero-width joiner', 'edi\u200dtor', password],
    ['a lone surrogate', '\ud800', 'x'],
    ['SQL', "editor' or '1'='1", 'x'],
    ['one letter', 'e', 'x'],
    ['the name of a property', '__proto__', 'x'],
  ])('a user name with %s is nobody’s', async (_what, username, tried) => {
    expect(await wrongLook(username, tried)).toMatchObject({
      status: 401,
      body: { code: 'sign-in-refused' },
      cookies: 0,
    })
  })

  test.each([
    ['a huge password', { username: 'editor', password: 'x'.repeat(129) }],
    ['a megabyte of it', { username: 'editor', password: 'x'.repeat(1_000_000) }],
    ['a huge name', { username: 'x'.repeat(65), password: 'x' }],
    ['no password', { username: 'editor', password: '' }],
    ['an object', { username: { $ne: null }, password: 'x' }],
    ['a field of better-auth', { username: 'editor', password: 'x', callbackURL: 'https://other.test' }],
    ['a wish to be remembered', { username: 'editor', password, rememberMe: true }],
  ])('%s is a bad request', async (_what, body) => {
    const answer = await openBrowser(app).post('/api/auth/sign-in/username', body)
    expect(answer.statusCode).toBe(400)
  })

  test('passwords of any characters are compared, not stored: NUL and surrogates do no harm', async () => {
    for (const tried of ['\u0000', '\ud800', '😀'.repeat(20), '\u202e'])
      expect((await wrongLook('unit_lead', tried)).status).toBe(401)
    expect(app.errors).toEqual([])
  })
})

test('the trail tells the story of a sign-in without a word of a password', async () => {
  const before = (await trail()).length
  const browser = openBrowser(app)
  await browser.signIn('reporter', 'not-the-password')
  await browser.signIn('reporter', password)
  await browser.post('/api/auth/sign-out')
  const id = await idOf('reporter')
  const told = (await trail())
    .slice(before)
    .map(({ action, outcome, object, actor }) => [action, outcome, object, actor])
  expect(told).toEqual([
    ['session.sign-in', 'sign-in-refused', id, 'anonymous'],
    ['session.sign-in', 'done', id, id],
    ['session.sign-out', 'done', id, id],
  ])
  expect(JSON.stringify(await trail())).not.toMatch(/password-for-tests|not-the-password/)
})
