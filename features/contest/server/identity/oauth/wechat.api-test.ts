/** Playing by a WeChat account: within WeChat, by a code to scan, and everything that comes back wrong. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContestOf } from '../../play/play.fixture.ts'
import { codeOf, openPhone, playersOf, someDetails, wishKey } from '../identity.fixture.ts'
import { openTestWeChat, type TestWeChat, weChatApps } from './oauth.fixture.ts'

let app: TestApp
let weChat: TestWeChat
let now = Date.parse('2026-11-20T02:00:00Z')
const publicUrl = 'https://jianbao.example'
const inWeChat = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0' }

beforeAll(async () => {
  weChat = await openTestWeChat()
  app = await openTestApp({
    clock: { now: () => new Date(now) },
    settings: {
      PUBLIC_URL: publicUrl,
      PLAYER_OAUTH: 'wechat half',
      PLAYER_OAUTH_WECHAT_APP_ID: 'wx1',
      PLAYER_OAUTH_WECHAT_APP_SECRET: weChatApps['wx1']!,
      PLAYER_OAUTH_WECHAT_WEB_APP_ID: 'wx2',
      PLAYER_OAUTH_WECHAT_WEB_APP_SECRET: weChatApps['wx2']!,
      PLAYER_OAUTH_WECHAT_API: weChat.url,
      PLAYER_OAUTH_HALF_PRESET: 'wechat',
      PLAYER_OAUTH_HALF_APP_ID: 'wx1',
      PLAYER_OAUTH_HALF_APP_SECRET: weChatApps['wx1']!,
      PLAYER_OAUTH_HALF_API: weChat.url,
    },
  })
})
afterAll(async () => {
  await app.close()
  await weChat.close()
})

async function open(provider = 'wechat') {
  const contest = await openContestOf(app.connection.db, app.sealer, {
    rules: {
      opensAt: '2026-11-01T00:00:00Z',
      closesAt: '2026-12-01T00:00:00Z',
      identity: { kind: 'oauth', provider },
    },
  })
  const phone = await openPhone(app, contest.slug)
  const origin = { origin: publicUrl }
  return {
    ...contest,
    join: (wish: object, cookie: string) => phone.join({ kind: 'oauth', ...wish }, { cookie, ...origin }),
    refusal: (wish: object, cookie?: string) =>
      phone.refusal({ kind: 'oauth', ...wish }, { ...origin, ...(cookie ? { cookie } : {}) }),
    /** Leaves for WeChat: where to, and with which cookie. */
    leave: async (headers: Record<string, string> = inWeChat) => {
      const answer = await phone.get('oauth', headers)
      expect(answer.statusCode).toBe(302)
      const cookie = String(answer.headers['set-cookie'])
      return {
        to: new URL(String(answer.headers.location), publicUrl),
        set: cookie,
        cookie: cookie.split(';')[0]!,
      }
    },
  }
}
const comeBack = async (search: string, cookie: string | null) =>
  (await app.as('anonymous')).request({
    method: 'GET',
    url: `/play/-/oauth${search}`,
    headers: { ...inWeChat, ...(cookie ? { cookie } : {}) },
  })
type Contest = Awaited<ReturnType<typeof open>>
/** There and back as somebody; what the page finds behind its address. */
async function visit(contest: Contest, who: { openid: string; unionid?: string }, headers = inWeChat) {
  const { to, cookie } = await contest.leave(headers)
  weChat.codes.set('a-code', who)
  const answer = await comeBack(`?code=a-code&state=${to.searchParams.get('state')}`, cookie)
  const location = String(answer.headers.location)
  return {
    location,
    cookie,
    grant: /#grant=(.+)$/.exec(location)?.[1] ?? '',
    state: to.searchParams.get('state')!,
  }
}

test('within WeChat the official account is asked, silently; its person is one player from every phone', async () => {
  const contest = await open()
  const { to, set } = await contest.leave()
  expect(to.origin + to.pathname).toBe('https://open.weixin.qq.com/connect/oauth2/authorize')
  expect(to.hash).toBe('#wechat_redirect')
  expect(to.searchParams.get('scope')).toBe('snsapi_base')
  expect(to.searchParams.get('redirect_uri')).toBe(`${publicUrl}/play/-/oauth`)
  expect(set).toMatch(/HttpOnly; SameSite=Lax; Max-Age=\d+; Secure/)
  expect(set).not.toContain(to.searchParams.get('state'))

  const first = await visit(contest, { openid: 'o1', unionid: 'u1' })
  expect(first.location).toMatch(new RegExp(`^/play/${contest.slug}#grant=`))
  expect(await contest.refusal({ grant: first.grant }, first.cookie)).toBe('player-unknown')
  const wish = { grant: first.grant, wishKey: wishKey(), details: someDetails() }
  const joined = await contest.join(wish, first.cookie)
  expect(await contest.join(wish, first.cookie)).toMatchObject({ code: joined.code })
  // On a desktop, by the other app: another openid, the same person.
  const second = await visit(contest, { openid: 'o2', unionid: 'u1' }, { 'user-agent': 'Firefox' })
  expect(await contest.join({ grant: second.grant }, second.cookie)).toMatchObject({ code: joined.code })
  const [player, ...more] = await playersOf(app.connection.db, contest.no)
  expect(more).toEqual([])
  expect(player!.sealed).toBeNull()
})

test('a grant is good once, for its browser, its contest and ten minutes', async () => {
  const [contest, other] = [await open(), await open()]
  const { grant, cookie } = await visit(contest, { openid: 'o3', unionid: 'u3' })
  const wish = { grant, details: someDetails() }
  const stranger = (await contest.leave()).cookie
  expect(await contest.refusal(wish, stranger)).toBe('grant-lapsed')
  expect(await contest.refusal(wish)).toBe('grant-lapsed')
  expect(await other.refusal(wish, cookie)).toBe('grant-lapsed')
  const changed = `${grant.slice(0, -4)}${grant.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
  expect(await contest.refusal({ ...wish, grant: changed }, cookie)).toBe('grant-lapsed')
  // What is missing in the details does not use it up.
  expect(await contest.refusal({ grant, details: someDetails({ nickname: '李' }) }, cookie)).toBe(
    'nickname-length',
  )
  await contest.join(wish, cookie)
  expect(await contest.refusal(wish, cookie)).toBe('grant-lapsed')
  const late = await visit(contest, { openid: 'o4', unionid: 'u4' })
  now += 600_000
  expect(await contest.refusal({ grant: late.grant, details: someDetails() }, late.cookie)).toBe(
    'grant-lapsed',
  )
})

test('what comes back with another state, without the cookie, twice or too late gives no grant', async () => {
  const contest = await open()
  const { to, cookie } = await contest.leave()
  const state = to.searchParams.get('state')!
  weChat.codes.set('c', { openid: 'o5', unionid: 'u5' })
  const refused = `/play/${contest.slug}#refused=failed`
  expect((await comeBack('?code=c&state=another', cookie)).headers.location).toBe(refused)
  expect((await comeBack('?code=c', cookie)).headers.location).toBe(refused)
  expect(codeOf(await comeBack(`?code=c&state=${state}`, null))).toBe('grant-lapsed')
  expect(codeOf(await comeBack(`?code=c&state=${state}`, 'jianbao_play=v1.forged'))).toBe('grant-lapsed')
  expect((await comeBack(`?code=c&state=${state}`, cookie)).headers.location).toContain('#grant=')
  expect((await comeBack(`?code=c&state=${state}`, cookie)).headers.location).toBe(refused)
  expect((await comeBack(`?state=${state}`, cookie)).headers.location).toBe(
    `/play/${contest.slug}#refused=cancelled`,
  )
  now += 600_000
  expect(codeOf(await comeBack(`?code=c&state=${state}`, cookie))).toBe('grant-lapsed')
})

test('two apps without a common unionid would make two players of one person: refused', async () => {
  const contest = await open()
  const { location } = await visit(contest, { openid: 'o6' })
  expect(location).toBe(`/play/${contest.slug}#refused=failed`)
  const single = await open('half')
  expect((await visit(single, { openid: 'o6' })).grant).not.toBe('')
  // Of one app alone a browser outside WeChat has no way.
  const { to } = await single.leave({ 'user-agent': 'Firefox' })
  expect(to.pathname + to.hash).toBe(`/play/${single.slug}#refused=elsewhere`)
})

test('neither who somebody is at WeChat nor the secret of an app is kept or told', async () => {
  const contest = await open()
  const { grant, cookie, location } = await visit(contest, {
    openid: 'openid-of-hers',
    unionid: 'unionid-of-hers',
  })
  await contest.join({ grant, details: someDetails() }, cookie)
  const rows = await rowsOf(app.connection.db, sql`select its::text from contest_player its`)
  const grants = await rowsOf(app.connection.db, sql`select its::text from contest_grant its`)
  const kept = JSON.stringify([rows, grants, location, cookie, app.errors])
  expect(kept).not.toMatch(/of-hers|secret-of/)
  expect(weChat.asked.length).toBeGreaterThan(0)
})

test('a contest that is joined in another way has no such address', async () => {
  const contest = await openContestOf(app.connection.db, app.sealer)
  expect((await (await openPhone(app, contest.slug)).get('oauth')).statusCode).toBe(404)
})
