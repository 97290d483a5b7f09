/** Playing by an account at a provider of OpenID Connect, a real one on this machine. */
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, playersOf, someDetails } from '../../features/contest/server/identity/identity.fixture.ts'
import { openContestOf } from '../../features/contest/server/play/play.fixture.ts'
import { oidcClient, openProvider, type TestProvider, walkProvider } from './oidc.fixture.ts'

const publicUrl = 'http://jianbao.test'
let provider: TestProvider
let app: TestApp

beforeAll(async () => {
  provider = await openProvider(publicUrl)
  app = await openTestApp({
    settings: {
      PUBLIC_URL: publicUrl,
      PLAYER_OAUTH: 'province, away',
      PLAYER_OAUTH_PROVINCE_ISSUER: provider.issuer,
      PLAYER_OAUTH_PROVINCE_CLIENT_ID: oidcClient.id,
      PLAYER_OAUTH_PROVINCE_CLIENT_SECRET: oidcClient.secret,
      PLAYER_OAUTH_PROVINCE_NAME: '省统一认证',
      PLAYER_OAUTH_AWAY_ISSUER: 'http://127.0.0.1:9',
      PLAYER_OAUTH_AWAY_CLIENT_ID: 'nobody',
    },
  })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

async function open(key = 'province') {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: { identity: { kind: 'oauth', provider: key } },
  })
  const phone = await openPhone(app, contest.slug)
  /** Goes there as somebody, null: turns back; where the page then stands. */
  const visit = async (login: string | null) => {
    const left = await phone.get('oauth')
    const cookie = String(left.headers['set-cookie']).split(';')[0]!
    const to = String(left.headers.location)
    if (to.startsWith('/')) return { location: to, cookie }
    const back = await walkProvider(to, login)
    const agent = await app.as('anonymous')
    const answer = await agent.request({ method: 'GET', url: back, headers: { cookie } })
    return { location: String(answer.headers.location), cookie, back }
  }
  return { ...contest, phone, visit }
}
const grantIn = (location: string): string => /#grant=(.+)$/.exec(location)?.[1] ?? ''

test('somebody with an account joins, and is the same player the next time', async () => {
  const contest = await open()
  const first = await contest.visit('somebody')
  const wish = { kind: 'oauth', grant: grantIn(first.location), details: someDetails() }
  const joined = await contest.phone.join(wish, { cookie: first.cookie })
  const second = await contest.visit('somebody')
  const again = { kind: 'oauth', grant: grantIn(second.location) }
  expect(await contest.phone.join(again, { cookie: second.cookie })).toMatchObject({ code: joined.code })
  const third = await contest.visit('somebody-else')
  const other = { kind: 'oauth', grant: grantIn(third.location), details: someDetails() }
  await contest.phone.join(other, { cookie: third.cookie })
  const players = await playersOf(app.connection.db, contest.no)
  expect(players).toHaveLength(2)
  expect(JSON.stringify(players)).not.toContain('somebody')
})

test('an answer of the provider is good for the browser that asked, once', async () => {
  const contest = await open()
  const { back } = await contest.visit('somebody')
  const { cookie } = await contest.visit('somebody')
  const agent = await app.as('anonymous')
  const replayed = await agent.request({ method: 'GET', url: back!, headers: { cookie } })
  expect(replayed.headers.location).toBe(`/play/${contest.slug}#refused=failed`)
})

test('who turns back, and a provider that is away, are told so', async () => {
  const contest = await open()
  expect((await contest.visit(null)).location).toBe(`/play/${contest.slug}#refused=cancelled`)
  const away = await open('away')
  expect((await away.visit('somebody')).location).toBe(`/play/${away.slug}#refused=unavailable`)
})

test('the office is told which accounts there are', async () => {
  const ways = await (await app.as('coordinator')).get('/api/contest-identity-ways')
  expect(ways.json()).toEqual({
    phone: false,
    phoneShown: false,
    providers: [
      { key: 'province', name: '省统一认证' },
      { key: 'away', name: 'away' },
    ],
  })
})
