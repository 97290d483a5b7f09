import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let app: TestApp
const clock = { now: () => new Date(nowMs) }
let nowMs = Date.now()

beforeAll(async () => {
  app = await openTestApp({ clock, profile: 'demonstration' })
})
afterAll(() => app.close())

const signIn = async (username: string, password: string) =>
  (await app.as('anonymous')).post('/api/auth/sign-in/username', { username, password })

describe('sign-in', () => {
  test('a session says who it is, and the page what anybody may use', async () => {
    const keeper = (await (await app.as('editor')).get('/api/session')).json()
    expect(keeper.user).toMatchObject({
      username: 'editor',
      posts: [{ role: 'editor', unitName: '本会' }],
      mustChangePassword: false,
    })
    const nobody = (await (await app.as('anonymous')).get('/api/session')).json()
    expect(nobody.demonstration.people[0]).toMatchObject({ username: 'demo', roles: ['editor', 'reviser'] })
    expect(nobody).toMatchObject({
      user: null,
    })
  })

  test('the answer repeats neither token nor password; the cookie is closed to scripts', async () => {
    const answer = await signIn('editor', 'a-password-for-tests')
    expect(answer.json()).toEqual({ signedIn: true })
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test('a wrong name and a wrong password look the same', async () => {
    const [name, password] = [await signIn('nobody-here', 'x'), await signIn('editor', 'x')]
    expect([name.statusCode, password.statusCode]).toEqual([401, 401])
    expect({ ...name.json(), requestId: '' }).toEqual({ ...password.json(), requestId: '' })
  })

  test('a name rests after many wrong passwords, even for the right one, and wakes again', async () => {
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await signIn('signed_in', 'wrong')).statusCode).toBe(401)
    const resting = await signIn('signed_in', 'a-password-for-tests')
    expect([resting.statusCode, resting.json().code]).toEqual([429, 'sign-in-resting'])
    expect(resting.json().detail).toMatch(/请在 \d+ 分钟后再试/)
    expect(Number(resting.headers['retry-after'])).toBeGreaterThan(0)
    expect((await signIn('SIGNED_IN', 'a-password-for-tests')).statusCode).toBe(429)
    expect((await signIn('editor', 'a-password-for-tests')).statusCode).toBe(200)
    nowMs += 601_000
    expect((await signIn('signed_in', 'a-password-for-tests')).statusCode).toBe(200)
    expect((await signIn('signed_in', 'wrong')).statusCode).toBe(401)
  })

  test.each([
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/update-user',
    '/api/auth/change-email',
    '/api/auth/delete-user',
    '/api/auth/request-password-reset',
    '/api/auth/is-username-available',
  ])('%s of better-auth stays closed', async url => {
    const payload = {
      email: 'a@b.example',
      password: 'long-enough-password',
      name: 'x',
      role: 'administrator',
    }
    expect((await (await app.as('signed-in')).post(url, payload)).statusCode).toBe(404)
  })

  test('another site can neither sign in, sign out nor change a password', async () => {
    const keeper = await app.as('editor')
    for (const url of ['/api/auth/sign-in/username', '/api/auth/sign-out', '/api/session/password']) {
      for (const origin of ['http://other.test', 'null', 'http://jianbao.test.other']) {
        const answer = await keeper.request({ method: 'POST', url, payload: {}, headers: { origin } })
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin-refused'])
      }
    }
  })

  test.each(['a\u0007b', '\ud800', '../x', ''])('no session is called %j', async id => {
    const answer = await (await app.as('editor')).post('/api/session/sessions/end', { id })
    expect(answer.statusCode).toBe(400)
  })

  test('a cookie that was made up is nobody', async () => {
    const cookie = 'jianbao.session_token=abc.def'
    const answer = await (await app.as('anonymous')).request({
      method: 'GET',
      url: '/api/documents',
      headers: { cookie },
    })
    expect(answer.statusCode).toBe(401)
  })

  test('signing out ends the session on the server', async () => {
    const cookie = (await signIn('editor', 'a-password-for-tests')).headers['set-cookie'] as string
    const token = cookie.split(';')[0]!
    const visitor = await app.as('anonymous')
    const ask = async (method: 'GET' | 'POST', url: string) =>
      visitor.request({ method, url, headers: { cookie: token } })
    expect((await ask('GET', '/api/documents')).statusCode).toBe(200)
    expect((await ask('POST', '/api/auth/sign-out')).statusCode).toBe(200)
    expect((await ask('GET', '/api/documents')).statusCode).toBe(401)
  })
})

describe('changing the password', () => {
  const change = async (cookie: string, currentPassword: string, newPassword: string) =>
    (await app.as('anonymous')).request({
      method: 'POST',
      url: '/api/session/password',
      payload: { currentPassword, newPassword },
      headers: { cookie },
    })

  test('needs the old one and a better new one; other sessions end', async () => {
    const session = async (password: string): Promise<string> =>
      ((await signIn('signed_in', password)).headers['set-cookie'] as string).split(';')[0]!
    const [here, elsewhere] = [await session('a-password-for-tests'), await session('a-password-for-tests')]
    const old = 'a-password-for-tests'
    expect((await change(here, 'wrong', 'Green-field-21')).json().code).toBe('password-wrong')
    expect((await change(here, old, 'short')).json().code).toBe('password-too-short')
    expect((await change(here, old, old)).json().code).toBe('password-used-before')
    expect((await change(here, old, 'Green-field-21')).statusCode).toBe(204)
    const who = async (cookie: string) =>
      (
        await (await app.as('anonymous')).request({ method: 'GET', url: '/api/session', headers: { cookie } })
      ).json().user
    expect(await who(here)).toMatchObject({ username: 'signed_in' })
    expect(await who(elsewhere)).toBeNull()
    expect((await signIn('signed_in', 'Green-field-21')).statusCode).toBe(200)
  })
})

describe('every answer', () => {
  test('carries a strict policy, and errors a number to ask about', async () => {
    const answer = await (await app.as('anonymous')).get('/api/nothing')
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(Object.keys(answer.json()).sort()).toEqual([
      'code',
      'detail',
      'requestId',
      'status',
      'title',
      'type',
    ])
  })

  test('nothing was logged as an error on the way', () => {
    expect(app.errors).toEqual([])
  })
})
