import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testAccounts, totp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openBrowser } from './browser.fixture.ts'

let app: TestApp
const { password } = testAccounts

beforeAll(async () => {
  app = await openTestApp({ secondFactorRequired: true })
})
afterAll(() => app.close())

const base = '/api/session/second-factor'
const secondStep = (browser: Browser, code: string) =>
  browser.post('/api/auth/sign-in/second-factor', { code })
/** A code of the app that was not used yet: each of the three that count now, then none is left. */
const codeOf = (secret: string, step: -1 | 0 | 1 = 0) => totp(secret, Date.now() + step * 30_000)

async function enrol(username: string) {
  const browser = openBrowser(app)
  await browser.signIn(username, password)
  const begun = (await browser.post(base, { password })).json()
  const confirmed = await browser.post(`${base}/confirm`, { code: codeOf(begun.secret, -1) })
  expect(confirmed.statusCode).toBe(204)
  return { browser, secret: begun.secret as string, backupCodes: begun.backupCodes as string[] }
}

const trail = (action: string) =>
  rowsOf<{ outcome: string; object: string | null; actor_id: string }>(
    app.connection.db,
    sql`select outcome, object, actor_id from audit_entry where action = ${action} order by id`,
  )

test('an administrator without it may do nothing but set it up', async () => {
  const browser = openBrowser(app)
  await browser.signIn('auditor', password)
  expect((await browser.get('/api/session')).json().user).toMatchObject({
    mustSetUpSecondFactor: true,
    secondFactorRequired: true,
  })
  const refused = await browser.get('/api/security-policy')
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'second-factor-required'])
  expect((await browser.get(base)).json()).toEqual({ on: false, backupCodes: null, actions: ['begin'] })
  expect((await browser.post(base, { password: 'wrong' })).json().code).toBe('password-wrong')

  const begun = (await browser.post(base, { password })).json()
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*auditor\?/)
  expect(begun.backupCodes).toHaveLength(10)
  expect((await browser.post(`${base}/confirm`, { code: '000000' })).json().code).toBe(
    'second-factor-refused',
  )
  expect((await browser.get('/api/security-policy')).statusCode).toBe(403)
  expect((await browser.post(`${base}/confirm`, { code: ` ${codeOf(begun.secret)} ` })).statusCode).toBe(204)
  expect((await browser.get('/api/security-policy')).statusCode).toBe(200)
  expect((await browser.get(base)).json()).toEqual({ on: true, backupCodes: 10, actions: ['renew-codes'] })
  expect((await browser.post(base, { password })).json().code).toBe('second-factor-on')
  const off = await browser.post(`${base}/off`, { password })
  expect([off.statusCode, off.json().code]).toEqual([409, 'second-factor-kept'])
})

test('the sign-in then has a second step; a code counts once', async () => {
  const { secret } = await enrol('editor')
  const browser = openBrowser(app)
  const first = await browser.signIn('editor', password)
  expect(first.json()).toEqual({ signedIn: false, secondFactor: true })
  expect(await browser.who()).toBeNull()
  const wrong = await secondStep(browser, '000000')
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'second-factor-refused'])
  expect((await secondStep(browser, codeOf(secret, -1))).json().code).toBe('second-factor-used')
  const code = codeOf(secret)
  expect((await secondStep(browser, code)).json()).toEqual({ signedIn: true })
  expect(await browser.who()).toBe('editor')
  expect((await browser.get('/api/session')).json().user.method).toBe('two-factor')

  const thief = openBrowser(app)
  await thief.signIn('editor', password)
  const replayed = await secondStep(thief, code)
  expect([replayed.statusCode, replayed.json().code]).toEqual([422, 'second-factor-used'])
  expect(await thief.who()).toBeNull()
  const { actor_id: stranger, ...entry } = (await trail('session.second-factor')).at(-1)!
  expect([stranger, entry.outcome]).toEqual(['anonymous', 'second-factor-used'])
  expect(entry.object).toMatch(/^[0-9a-f-]{36}$/)
})

test('fullwidth digits with blanks are what a phone types; they count', async () => {
  const { secret } = await enrol('signatory')
  const browser = openBrowser(app)
  await browser.signIn('signatory', password)
  const wide = [...codeOf(secret)].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ')
  expect((await secondStep(browser, wide)).json()).toEqual({ signedIn: true })
})

test('codes to fall back on count once each, and new ones void the old', async () => {
  const { browser: owner, backupCodes } = await enrol('reviser')
  const browser = openBrowser(app)
  await browser.signIn('reviser', password)
  expect((await secondStep(browser, backupCodes[0]!.toUpperCase().replace('-', ' '))).statusCode).toBe(200)
  const again = openBrowser(app)
  await again.signIn('reviser', password)
  expect((await secondStep(again, backupCodes[0]!)).json().code).toBe('second-factor-refused')
  expect((await owner.get(base)).json().backupCodes).toBe(9)

  const renewed = (await owner.post(`${base}/backup-codes`, { password })).json().backupCodes
  expect((await secondStep(again, backupCodes[1]!)).json().code).toBe('second-factor-refused')
  expect((await secondStep(again, renewed[0])).statusCode).toBe(200)
  expect((await owner.post(`${base}/off`, { password })).statusCode).toBe(204)
  const plain = openBrowser(app)
  expect((await plain.signIn('reviser', password)).json()).toEqual({ signedIn: true })
})

test('five wrong codes end the step, ten in a row let the second factor rest, even for the right code', async () => {
  const { secret } = await enrol('coordinator')
  const browser = openBrowser(app)
  const codes: string[] = []
  for (let round = 0; round < 2; round++) {
    await browser.signIn('coordinator', password)
    for (let attempt = 0; attempt < 5; attempt++)
      codes.push((await secondStep(browser, '000000')).json().code)
    codes.push((await secondStep(browser, codeOf(secret, round ? 1 : 0))).json().code)
  }
  expect(codes.slice(0, 6)).toEqual([...Array(5).fill('second-factor-refused'), 'second-step-lapsed'])
  expect(codes.at(-1)).toBe('second-factor-resting')
  await browser.signIn('coordinator', password)
  const resting = await secondStep(browser, codeOf(secret, 1))
  expect([resting.statusCode, resting.json().detail]).toEqual([429, expect.stringContaining('15 分钟')])
  expect((await trail('account.rest')).length).toBe(1)
})

test.each([
  ['no first step', {}],
  ['a made-up one', { cookie: 'jianbao.two_factor=2fa-abcdefghijklmnopqrst.c2ln' }],
  ['rubbish', { cookie: 'jianbao.two_factor=%00%ff' }],
])('with %s there is no second', async (_name, headers) => {
  const answer = await openBrowser(app).post('/api/auth/sign-in/second-factor', { code: '123456' }, headers)
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'second-step-lapsed'])
})

test('better-auth’s own paths for it stay closed, and nothing failed on the way', async () => {
  const { browser } = await enrol('inspector')
  for (const path of [
    'enable',
    'disable',
    'verify-totp',
    'verify-backup-code',
    'generate-backup-codes',
    'get-totp-uri',
  ])
    expect((await browser.post(`/api/auth/two-factor/${path}`, { password, code: '1' })).statusCode).toBe(404)
  expect(app.errors).toEqual([])
})
