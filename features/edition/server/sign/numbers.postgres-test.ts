/** Many signatures at once on a real PostgreSQL server: no number is given twice, and none is left out. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualSettings } from '../../contract/index.ts'
import { openSeries } from '../edition.fixture.ts'
import { takeNumbers } from '../series/series-numbers.ts'
import { filledEdition } from './sign.fixture.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

const settings = { ...usualSettings, runningNumbers: true }
const numbers = (seriesId: string) =>
  rowsOf<{ year: number; special: boolean; no: number; running: number | null }>(
    servers.db,
    sql`select number_year as year, special, issue_no as no, running_no as running from edition
      where series_id = ${seriesId} and issue_no is not null order by year, special, no`,
  )
const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

async function signAll(seriesId: string, wanted: { date: string; special: boolean }[]): Promise<number[]> {
  const [app] = servers.apps
  const editor = await app!.as('editor')
  const ready = []
  for (const { date, special } of wanted) {
    const { id, version } = await filledEdition(app!, editor, { seriesId })
    const payload = { version, date, special }
    const changed = await editor.request({ method: 'PATCH', url: `/api/editions/${id}`, payload })
    ready.push(changed.json<{ id: string; version: number }>())
  }
  const answers = await Promise.all(
    ready.map(async ({ id, version }, at) => {
      const signatory = await servers.apps[at % servers.apps.length]!.as('signatory')
      return signatory.post(`/api/editions/${id}/force`, { version, reason: '同时签发' })
    }),
  )
  return answers.map(({ statusCode }) => statusCode)
}

test('twenty at once, of two years and of special issues, on two servers', async () => {
  const seriesId = await openSeries(servers.apps[0]!, { settings })
  const wanted = upTo(20).map(at => ({
    date: at % 2 ? '2025-12-31' : '2026-01-02',
    special: at % 5 === 0,
  }))
  expect(await signAll(seriesId, wanted)).toEqual(wanted.map(() => 200))
  const given = await numbers(seriesId)
  const of = (year: number, special: boolean) =>
    given.filter(each => each.year === year && each.special === special).map(({ no }) => no)
  expect([of(2025, false), of(2026, false)]).toEqual([upTo(8), upTo(8)])
  expect([of(2025, true), of(2026, true)]).toEqual([upTo(2), upTo(2)])
  const running = given.flatMap(({ running }) => running ?? []).toSorted((a, b) => a - b)
  expect(running).toEqual(upTo(16))
  await Promise.all(servers.apps.map(app => app.issuing.settle()))
  const [issued] = await rowsOf<{ count: number }>(
    servers.db,
    sql`select count(*)::int as count from edition e join issue i on i.id = e.id and i.issue_no = e.issue_no
      where e.series_id = ${seriesId} and e.state = 'issued'`,
  )
  expect(issued!.count).toBe(20)
}, 180_000)

test('signatures that are undone at the last moment leave no gap', async () => {
  const seriesId = await openSeries(servers.apps[0]!, { settings })
  const taken = { seriesId, special: false, year: 2026, settings }
  const undone = upTo(10).map(() =>
    servers.db
      .transaction(async tx => {
        await takeNumbers(tx, taken)
        throw new Error('undone')
      })
      .catch((error: Error) => error.message),
  )
  const signed = signAll(
    seriesId,
    upTo(6).map(() => ({ date: '2026-03-01', special: false })),
  )
  expect(await Promise.all(undone)).toEqual(upTo(10).map(() => 'undone'))
  expect(await signed).toEqual(upTo(6).map(() => 200))
  expect((await numbers(seriesId)).map(({ no, running }) => [no, running])).toEqual(
    upTo(6).map(at => [at, at]),
  )
}, 120_000)

test('two hands sign one edition at once: it has one number, and the other hand is told', async () => {
  const [app] = servers.apps
  const seriesId = await openSeries(app!, { settings })
  const { id, version } = await filledEdition(app!, await app!.as('editor'), { seriesId })
  const answers = await Promise.all(
    servers.apps.map(async each =>
      (await each.as('signatory')).post(`/api/editions/${id}/force`, { version, reason: '同时签发' }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  expect((await numbers(seriesId)).map(({ no }) => no)).toEqual([1])
})
