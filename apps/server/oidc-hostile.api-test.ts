/** What somebody may try with the sign-in by a provider: to be sent elsewhere, to administer without a second factor. */
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { openProvider, type TestProvider, walkProvider } from './oidc.fixture.ts'

let provider: TestProvider
let app: TestApp

beforeAll(async () => {
  provider = await openProvider('http://jianbao.test')
  app = await openTestApp({ settings: provider.settings })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

const begin = (browser: ReturnType<typeof openBrowser>, returnTo: string) =>
  browser.post('/api/auth/sign-in/oidc', { returnTo })

test.each([
  '/desk/..//other.test/',
  '/desk/%2e%2e//other.test/',
  '/desk/.\t.//other.test/',
  '/desk/../\t/other.test/',
  '/desk/..///other.test/?x=1',
])('%j leads to no other site', async returnTo => {
  provider.people.set('s-1', 'editor')
  const browser = openBrowser(app)
  const started = await begin(browser, returnTo)
  if (started.statusCode !== 200) return
  const back = await walkProvider(started.json().url, 's-1')
  const { location } = (await browser.get(back)).headers
  expect(new URL(String(location), 'http://jianbao.test').host).toBe('jianbao.test')
})

test('whoever becomes an administrator is signed out of what the provider opened', async () => {
  provider.people.set('s-2', 'signed_in')
  const browser = openBrowser(app)
  const started = await begin(browser, '/desk/')
  await browser.get(await walkProvider(started.json().url, 's-2'))
  expect(await browser.who()).toBe('signed_in')
  const guardian = await app.as('security-administrator')
  const { rows } = (await guardian.get('/api/people?q=signed_in')).json()
  const granted = await guardian.post(`/api/people/${rows[0].id}/posts`, {
    role: 'auditor',
    unitId: testUnits.root,
  })
  expect(granted.statusCode).toBe(200)
  expect(await browser.who()).toBeNull()
  expect((await browser.get('/api/audit')).statusCode).toBe(401)
})
