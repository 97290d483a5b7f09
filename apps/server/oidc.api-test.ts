/** Sign-in by a real provider of OpenID Connect: who comes in, who does not, and what goes wrong on the way. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testAccounts } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openBrowser } from './browser.fixture.ts'
import { ConfigError, readConfig } from './config.ts'
import { openProvider, type TestProvider, walkProvider } from './oidc.fixture.ts'

const publicUrl = 'http://jianbao.test'
let provider: TestProvider
let app: TestApp

beforeAll(async () => {
  provider = await openProvider(publicUrl)
  app = await openTestApp({ settings: provider.settings })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

async function begin(browser: Browser, returnTo = '/desk/documents?state=read'): Promise<string> {
  const answer = await browser.post('/api/auth/sign-in/oidc', { returnTo })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().url
}

/** The whole way as `login`; where the browser ends. */
async function comeIn(login: string | null, browser = openBrowser(app)): Promise<string> {
  const back = await walkProvider(await begin(browser), login)
  return (await browser.get(back)).headers['location'] as string
}

const linked = () =>
  rowsOf<{ username: string; subject: string }>(
    app.connection.db,
    sql`select u.username, c.account_id as subject from account_credential c join account_user u on u.id = c.user_id
      where c.provider_id = 'oidc' order by 1`,
  )
const counts = async () =>
  (
    await rowsOf(
      app.connection.db,
      sql`select (select count(*)::int from account_user) as users, (select count(*)::int from account_session) as sessions,
        (select count(*)::int from account_credential) as credentials`,
    )
  )[0]
const lastEntry = async () =>
  (
    await rowsOf<{ action: string; outcome: string; object: string | null }>(
      app.connection.db,
      sql`select action, outcome, object from audit_entry order by id desc limit 1`,
    )
  )[0]
const idOf = async (username: string) =>
  (
    await rowsOf<{ id: string }>(
      app.connection.db,
      sql`select id from account_user where username = ${username}`,
    )
  )[0]!.id

test('the page knows of it, and the way there carries state, nonce and a PKCE challenge', async () => {
  const browser = openBrowser(app)
  expect((await browser.get('/api/session')).json().oidc).toEqual({ name: '省统一认证' })
  const params = new URL(await begin(browser)).searchParams
  expect(Object.fromEntries(params)).toMatchObject({
    response_type: 'code',
    redirect_uri: `${publicUrl}/api/auth/callback/oidc`,
    code_challenge_method: 'S256',
    scope: 'openid profile',
  })
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(params.get(name)?.length).toBeGreaterThan(30)
})

test('somebody with an account comes in where they wanted to go; from then on by subject', async () => {
  provider.people.set('s-17', 'Editor')
  const browser = openBrowser(app)
  expect(await comeIn('s-17', browser)).toBe('/desk/documents?state=read')
  expect((await browser.get('/api/session')).json().user).toMatchObject({
    username: 'editor',
    method: 'oidc',
  })
  expect(await lastEntry()).toEqual({
    action: 'session.sign-in',
    outcome: 'done',
    object: await idOf('editor'),
  })
  expect(await linked()).toEqual([{ username: 'editor', subject: `${provider.issuer}#s-17` }])
  const [kept] = await rowsOf(
    app.connection.db,
    sql`select access_token, refresh_token, id_token, scope from account_credential where provider_id = 'oidc'`,
  )
  expect(Object.values(kept!)).toEqual([null, null, null, null])

  provider.people.set('s-17', 'reviser')
  const again = openBrowser(app)
  await comeIn('s-17', again)
  expect(await again.who(), 'the subject counts, not what it is called today').toBe('editor')
  provider.people.set('s-18', 'editor')
  expect(await comeIn('s-18'), 'one account, one subject').toBe('/desk/?refused=oidc-unknown-person')
})

test('a one-time password that waits does not hold up who comes by the provider', async () => {
  await app.connection.db.execute(
    sql`update account_user set must_change_password = true where username = 'signatory'`,
  )
  provider.people.set('s-20', 'signatory')
  const browser = openBrowser(app)
  await comeIn('s-20', browser)
  expect((await browser.get('/api/session')).json().user).toMatchObject({ mustChangePassword: false })
})

test.each([
  ['nobody here', 'somebody-else', 'oidc-unknown-person', null],
  ['a name with a NUL', 'edi\u0000tor', 'oidc-unknown-person', null],
  ['who left', 'left', 'oidc-unknown-person', 'left'],
  ['an administrator', 'auditor', 'oidc-administrator', 'auditor'],
])('%s is not let in, and nothing is left behind', async (_who, username, code, object) => {
  await app.connection.db.execute(sql`update person set state = 'left' where name = 'left'`)
  provider.people.set(`s-${code}-${object}`, username)
  const before = await counts()
  const browser = openBrowser(app)
  expect(await comeIn(`s-${code}-${object}`, browser)).toBe(`/desk/?refused=${code}`)
  expect(await browser.who()).toBeNull()
  expect(await counts()).toEqual(before)
  expect(await lastEntry()).toEqual({
    action: 'session.sign-in',
    outcome: code,
    object: object && (await idOf(object)),
  })
})

test('who turns back at the provider is told so', async () => {
  expect(await comeIn(null)).toBe('/desk/?refused=oidc-cancelled')
})

test('a wrong state, a state of another browser and none at all open nothing', async () => {
  provider.people.set('s-21', 'coordinator')
  const [browser, thief] = [openBrowser(app), openBrowser(app)]
  const back = await walkProvider(await begin(browser), 's-21')
  const tampered = back.replace(/state=[^&]+/, 'state=somethingelse')
  for (const url of [
    tampered,
    back.replace(/&?state=[^&]+/, ''),
    '/api/auth/callback/oidc',
    '/api/auth/callback/oidc?error=x%00',
  ])
    expect((await browser.get(url)).headers['location'], url).toBe('/desk/?refused=oidc-failed')
  expect((await thief.get(back)).headers['location']).toBe('/desk/?refused=oidc-failed')
  expect([await browser.who(), await thief.who()]).toEqual([null, null])
})

test('a code counts once: neither the same answer again nor its code under another state', async () => {
  provider.people.set('s-22', 'inspector')
  const browser = openBrowser(app)
  const back = await walkProvider(await begin(browser), 's-22')
  expect((await browser.get(back)).headers['location']).toBe('/desk/documents?state=read')
  const again = openBrowser(app)
  for (const [name, value] of browser.cookies)
    if (!name.includes('session_token')) again.cookies.set(name, value)
  expect((await again.get(back)).headers['location']).toBe('/desk/?refused=oidc-failed')

  const fresh = openBrowser(app)
  const other = await walkProvider(await begin(fresh), 's-22')
  const mixed = other.replace(/code=[^&]+/, /code=[^&]+/.exec(back)![0])
  expect((await fresh.get(mixed)).headers['location']).toBe('/desk/?refused=oidc-failed')
  expect([await again.who(), await fresh.who()]).toEqual([null, null])
})

test.each([
  'https://other.test/',
  '//other.test/',
  '/desk',
  '/desk/\\other.test',
  '/public/',
  '/desk/\u0000',
])('nobody is sent on to %j', async returnTo => {
  const answer = await openBrowser(app).post('/api/auth/sign-in/oidc', { returnTo })
  expect(answer.statusCode).toBe(400)
})

test('the other paths of better-auth stay closed', async () => {
  for (const path of [
    'sign-in/social',
    'link-social',
    'callback/google',
    'unlink-account',
    'oauth2/callback/oidc',
  ])
    expect((await openBrowser(app).post(`/api/auth/${path}`, { provider: 'oidc' })).statusCode).toBe(404)
})

test('a provider that is down holds up nobody’s password, and says so; when it is back it serves', async () => {
  const down = await openProvider(publicUrl)
  await down.close()
  const other = await openTestApp({ settings: down.settings })
  const browser = openBrowser(other)
  const answer = await browser.post('/api/auth/sign-in/oidc', {})
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'oidc-unavailable'])
  expect((await browser.signIn('editor', testAccounts.password)).statusCode).toBe(200)
  const back = await openProvider(publicUrl, Number(new URL(down.issuer).port))
  expect((await openBrowser(other).post('/api/auth/sign-in/oidc', {})).statusCode).toBe(200)
  await other.close()
  await back.close()
})

test('a provider that goes down half-way ends at the sign-in, not in a failure', async () => {
  const short = await openProvider(publicUrl)
  const other = await openTestApp({ settings: short.settings })
  short.people.set('s-1', 'editor')
  const browser = openBrowser(other)
  const { url } = (await browser.post('/api/auth/sign-in/oidc', {})).json()
  const back = await walkProvider(url, 's-1')
  await short.close()
  expect((await browser.get(back)).headers['location']).toBe('/desk/?refused=oidc-failed')
  expect(other.errors).toEqual([])
  await other.close()
})

test.each([
  [{ OIDC_ISSUER: 'https://id.example' }, /OIDC_CLIENT_ID/],
  [{ OIDC_CLIENT_ID: 'x', OIDC_ISSUER: 'https://id.example' }, /PUBLIC_URL/],
  [
    { OIDC_CLIENT_ID: 'x', OIDC_ISSUER: 'id.example', PUBLIC_URL: 'https://a.example' },
    /OIDC_ISSUER=id.example/,
  ],
])('settings by half stop the start: %j', (settings, message) => {
  expect(() => readConfig(settings)).toThrow(ConfigError)
  expect(() => readConfig(settings)).toThrow(message)
})

test('without the settings there is no such way in', async () => {
  const plain = await openTestApp()
  const browser = openBrowser(plain)
  expect((await browser.get('/api/session')).json().oidc).toBeNull()
  expect((await browser.post('/api/auth/sign-in/oidc', {})).statusCode).toBe(404)
  expect((await browser.get('/api/auth/callback/oidc')).statusCode).toBe(404)
  await plain.close()
})

test('nothing was logged as an error on the way', () => {
  expect(app.errors).toEqual([])
})
