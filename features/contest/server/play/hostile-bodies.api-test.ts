/** Bodies strangers may send to the lane of play: each is refused, and the server goes on. */
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContestOf } from './play.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  ['lists in lists in lists', `{"token":"a","answers":${nested(100_000)}}`],
  ['objects in objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
  ['a prototype', '{"__proto__":{"ticket":"x"},"token":"a","answers":[]}'],
  ['a constructor', '{"constructor":{"prototype":{}},"token":"a","answers":[]}'],
  ['no JSON', '{"token":'],
  ['nothing', ''],
  ['ten megabytes', `{"token":"${'a'.repeat(10 * 1024 * 1024)}"}`],
])('%s', async (_name, payload) => {
  const { slug } = await openContestOf(app.connection.db, app.sealer)
  const stranger = await app.as('anonymous')
  const headers = { 'content-type': 'application/json' }
  const answer = await stranger.request({ method: 'POST', url: `/play/${slug}/hand-in`, payload, headers })
  expect([400, 413]).toContain(answer.statusCode)
  expect((await stranger.get(`/play/${slug}/face`)).statusCode).toBe(200)
  expect(app.errors).toEqual([])
})
