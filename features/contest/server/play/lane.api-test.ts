/** The lean server in front, over a real connection: the same answers as the ordinary one. */
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPlayers, type OpenContest, openContestOf, ticketOf } from './play.fixture.ts'

let app: TestApp
let address: string
let contest: OpenContest
let ticket: string

beforeAll(async () => {
  app = await openTestApp()
  address = await app.http.listen({ host: '127.0.0.1', port: 0 })
  contest = await openContestOf(app.connection.db, app.sealer)
  const [playerNo] = await addPlayers(app.connection.db, contest, 1)
  ticket = ticketOf((await app.contest.contests.find(contest.slug))!, { playerNo: playerNo! })
})
afterAll(() => app.close())

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${address}/play/${contest.slug}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

describe('the fast lane', () => {
  test('gives the page as it lies in memory, and says when the phone has it', async () => {
    const page = await fetch(`${address}/play/${contest.slug}`, {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-encoding')).toBe('br')
    expect(page.headers.get('x-ratelimit-limit')).toBeNull()
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(await page.text()).toContain('科学素质知识竞赛')
    const tag = page.headers.get('etag')!
    const again = await fetch(`${address}/play/${contest.slug}`, { headers: { 'if-none-match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const plain = await fetch(`${address}/play/${contest.slug}`, {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toContain('科学素质知识竞赛')
  })

  test('begins a paper as the ordinary server does', async () => {
    const fast = await post('paper', JSON.stringify({ ticket }))
    const slow = await (await app.as('anonymous')).post(`/play/${contest.slug}/paper`, { ticket })
    expect(fast.status).toBe(200)
    expect((await fast.json()).questions).toEqual(slow.json<{ questions: unknown }>().questions)
  })

  test('refuses as the ordinary server does', async () => {
    const statusOf = async (answer: Promise<Response>) => {
      const its = await answer
      return [its.status, ((await its.json()) as { code: string }).code]
    }
    expect(await statusOf(fetch(`${address}/play/nothing`))).toEqual([404, 'not-found'])
    expect(await statusOf(fetch(`${address}/play/${contest.slug}/nothing`))).toEqual([404, 'not-found'])
    expect(await statusOf(fetch(`${address}/play/%ff`))).toEqual([404, 'not-found'])
    expect(await statusOf(post('paper', '{"ticket":'))).toEqual([400, 'bad-request'])
    expect(await statusOf(post('paper', JSON.stringify({ ticket, more: 1 })))).toEqual([400, 'bad-request'])
    expect(await statusOf(post('paper', `"${'x'.repeat(10_000_000)}"`))).toEqual([400, 'bad-request'])
    const stranger = { origin: 'https://elsewhere.example' }
    expect(await statusOf(post('paper', JSON.stringify({ ticket }), stranger))).toEqual([
      403,
      'origin-refused',
    ])
  })
})
