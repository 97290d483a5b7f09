import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContestOf } from './play.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

test('addresses of nothing, however many, do not make a contest be read and made ready again', async () => {
  const { contests } = app.contest
  const { slug } = await openContestOf(app.connection.db, app.sealer)
  const live = await contests.find(slug)
  for (let at = 0; at < 1100; at++) expect(await contests.find(`nothing-${at}`)).toBeNull()
  expect(await contests.find(slug)).toBe(live)
})
