/** Two servers on one database: a code of the second factor and a fall-back code count once, tries are counted one by one. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers, testAccounts, totp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openBrowser } from './browser.fixture.ts'

let servers: TestServers
const { password } = testAccounts

beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

/** So many browsers, in turn at either server, who have passed the first step. */
async function atSecondStep(count: number): Promise<Browser[]> {
  const browsers = Array.from({ length: count }, (_, at) => openBrowser(servers.apps[at % 2]!))
  for (const browser of browsers) await browser.signIn('editor', password)
  return browsers
}

const tryAll = async (browsers: readonly Browser[], code: string): Promise<string[]> => {
  const answers = await Promise.all(
    browsers.map(browser => browser.post('/api/auth/sign-in/second-factor', { code })),
  )
  return answers.map(answer => (answer.statusCode === 200 ? 'in' : answer.json().code)).sort()
}

test('of many who come with the same code at once, one gets in', async () => {
  const owner = openBrowser(servers.apps[0]!)
  await owner.signIn('editor', password)
  const begun = (await owner.post('/api/session/second-factor', { password })).json()
  const first = totp(begun.secret, Date.now() - 30_000)
  await owner.post('/api/session/second-factor/confirm', { code: first })

  const byApp = await tryAll(await atSecondStep(6), totp(begun.secret))
  expect(byApp).toEqual(['in', ...Array(5).fill('second-factor-used')])
  const byPaper = await tryAll(await atSecondStep(6), begun.backupCodes[0])
  expect(byPaper).toEqual(['in', ...Array(5).fill('second-factor-refused')])
  const [row] = await rowsOf<{ n: number }>(
    servers.db,
    sql`select count(*)::int as n from account_session s join account_user u on u.id = s.user_id
      where u.username = 'editor' and s.method = 'two-factor'`,
  )
  expect(row!.n, 'the owner and the two who got in').toBe(3)
})

test('wrong passwords at both servers at once are counted one by one, and the rest is noted once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => openBrowser(servers.apps[at % 2]!).signIn('reviser', 'wrong')),
  )
  const statuses = answers.map(answer => answer.statusCode)
  expect(statuses.filter(status => status === 401)).toHaveLength(5)
  expect(statuses.filter(status => status === 429)).toHaveLength(15)
  const rests = await rowsOf(servers.db, sql`select 1 from audit_entry where action = 'account.rest'`)
  expect(rests).toHaveLength(1)
})

test('a session found idle by many requests at once is ended once', async () => {
  const browser = openBrowser(servers.apps[0]!)
  await browser.signIn('signatory', password)
  const { db } = servers
  await db.execute(sql`update account_session set last_seen_at = now() - interval '61 minutes' where user_id =
    (select id from account_user where username = 'signatory')`)
  await Promise.all(Array.from({ length: 8 }, () => browser.get('/api/documents')))
  expect(await rowsOf(db, sql`select 1 from audit_entry where action = 'session.lapse'`)).toHaveLength(1)
})
