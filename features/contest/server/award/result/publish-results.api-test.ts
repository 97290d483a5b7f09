import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlayedContest, playedContest, somePlayers } from '../award.fixture.ts'
import { leafOf, rootOf } from './merkle.ts'
import { publishResults } from './publish-results.ts'
import { checkOf, readLine } from './result-lines.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const now = new Date('2026-06-01T08:00:00Z')
const publish = (contest: PlayedContest) =>
  app.connection.db.transaction(tx => publishResults(tx, { contestId: contest.id, now }))
const fileOf = async (contest: PlayedContest): Promise<string> => {
  const rows = await rowsOf<{ text: string }>(
    app.connection.db,
    sql`select text from contest_result_block where contest_no = ${contest.no} order by edition, no`,
  )
  return rows.map(({ text }) => text).join('')
}

test('a list is made once: place, masked name, unit, points, time, attempts, and its root is that of all lines', async () => {
  const contest = await playedContest(app.connection.db, app.sealer, { players: somePlayers(600) })
  const made = await publish(contest)
  const text = await fileOf(contest)
  const lines = text.split('\n').slice(0, -1)
  expect(made).toMatchObject({ edition: 1, lines: 600 })
  expect(lines).toHaveLength(601)
  expect(rootOf(lines.map(leafOf)).toString('hex')).toBe(made.root)
  const results = lines.slice(1).map(readLine)
  expect(results.map(({ place }) => place)).toEqual(Array.from({ length: 600 }, (_, at) => at + 1))
  expect(results[0]).toMatchObject({ name: '李*宁', points: '100', time: '60.0', attempts: 1 })
  expect(text).not.toContain('李晓宁')
  for (const { code } of contest.players.slice(0, 20)) expect(text).not.toContain(code)
  // Again: the same list, nothing new.
  expect(await publish(contest)).toEqual(made)
})

test('each line is proved by its player’s receipt and code, and by no other', async () => {
  const contest = await playedContest(app.connection.db, app.sealer)
  await publish(contest)
  const lines = (await fileOf(contest)).split('\n').slice(1, -1).map(readLine)
  const { awardKeyOf } = await import('../award-key.ts')
  const { receiptOf } = await import('./publish-results.ts')
  const key = await app.connection.db.transaction(tx => awardKeyOf(tx, contest.no))
  for (const [at, { no, code }] of contest.players.entries()) {
    const proved = lines.filter(line => checkOf(line.text, receiptOf(key, no), code) === line.check)
    expect(proved.map(({ place }) => place)).toEqual([at + 1])
  }
})

test('withdrawn by whatever way, the next publication makes an edition of its own', async () => {
  const contest = await playedContest(app.connection.db, app.sealer)
  const first = await publish(contest)
  const { db } = app.connection
  await db.execute(sql`update contest set state = 'published' where id = ${contest.id}`)
  await db.execute(sql`update contest set state = 'closed' where id = ${contest.id}`)
  const second = await publish(contest)
  expect([first.edition, second.edition]).toEqual([1, 2])
  expect(second.root).not.toBe(first.root)
})
