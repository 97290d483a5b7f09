/** A process that is killed in the middle leaves nothing half done, and another one does the rest once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { afterAll, expect, test } from 'vitest'
import {
  attemptsCounted,
  dbOf,
  expectRight,
  openOne,
  openTallyServers,
  playSome,
  postgres,
  tallyingOf,
  withdraw,
} from './tally-servers.fixture.ts'
import { readRegrade } from './withdraw-question.ts'

const children: ChildProcess[] = []
const script = join(import.meta.dirname, 'tally-kill.fixture.ts')
openTallyServers()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise(resolve => child.once('exit', resolve))
    : Promise.resolve()

/** Starts a process, lets it run into a lock that `hold` takes, and kills it there. */
async function killAt(hold: (tx: Database) => Promise<unknown>): Promise<void> {
  const taken = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holding = dbOf(0).transaction(async tx => {
    await hold(tx)
    taken.resolve()
    await held.promise
  })
  await taken.promise
  const child = spawn(process.execPath, [script, postgres.url, postgres.folder], { stdio: 'inherit' })
  children.push(child)
  const waiting = async () =>
    (await rowsOf(dbOf(1), sql`select from pg_stat_activity where wait_event_type = 'Lock'`)).length
  await expect.poll(waiting, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await ended(child)
  held.resolve()
  await holding
}

test('killed in the middle of a fold: nothing of it stays, the next process counts it once', async () => {
  const contest = await openOne()
  await playSome(contest, 100)
  await tallyingOf(0).settle(contest.no)
  await playSome(contest, 100)
  // Players and their points are written already when the statement comes to the unit.
  await killAt(tx =>
    tx.execute(sql`select from contest_unit_tally where contest_no = ${contest.no} for update`),
  )
  expect(await attemptsCounted(contest), 'what was folded before stands, nothing of the rest').toBe(100)
  await tallyingOf(1).settle(contest.no)
  expect(await attemptsCounted(contest)).toBe(200)
  await expectRight(contest)
}, 120_000)

test('killed in the middle of grading anew: the batches before stand, another process goes on', async () => {
  const contest = await openOne({ withdrawn: 'drop' })
  await playSome(contest, 1500)
  await tallyingOf(0).settle(contest.no)
  await withdraw(contest, 5)
  const progress = () => readRegrade(dbOf(1), contest.id, contest.no)
  expect(await progress()).toMatchObject({ state: 'working', done: 0, total: 1500, changed: 0 })
  // Among the last thousand: the batch before it is done.
  await killAt(tx =>
    tx.execute(sql`select from contest_attempt where contest_no = ${contest.no} and xid >= (select a.xid
      from contest_attempt a where a.contest_no = ${contest.no} order by a.xid offset 1100 limit 1) for update`),
  )
  expect(await progress()).toMatchObject({ state: 'working', done: 1000 })
  await tallyingOf(1).settle(contest.no)
  const after = await progress()
  expect(after).toMatchObject({ state: 'done', done: 1500, total: 1500, questions: [5] })
  expect(after.changed).toBeGreaterThan(50)
  await expectRight(contest)
  expect(await withdraw(contest, 5), 'the same question again changes nothing').toBeNull()
  expect(await progress()).toEqual(after)
}, 180_000)
