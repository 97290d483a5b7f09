/** A process that is killed while it reckons: every account is whole or not there yet, and the next process goes on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '@jianbao/platform/clock'
import { openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAccounts } from './open-accounts.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let child: ChildProcess | undefined
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await folder.remove()
})

const count = 80
const script = join(import.meta.dirname, 'account-kill.fixture.ts')

test('killed in the middle of the line, all are reckoned in the end, and none twice', async () => {
  const data = join(folder.path, 'data')
  child = spawn(process.execPath, [script, data, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise(resolve => child!.once('exit', resolve))
  let output = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  while (!output.includes('started')) await wait(20)
  await wait(1_300)
  child.kill('SIGKILL')
  await ended

  const connection = await openEmbedded({ folder: data })
  const { db } = connection
  const number = async (what: ReturnType<typeof sql>): Promise<number> =>
    Number((await rowsOf<{ n: string }>(db, sql`select (${what}) as n`))[0]!.n)
  const accounts = sql`select count(*) from score_unit`
  const due = sql`select count(distinct unit_id) from score_due`
  const [reckoned, waiting] = [await number(accounts), await number(due)]
  expect(waiting, 'it was killed before the end').toBeGreaterThan(0)
  expect(reckoned + waiting, 'what is not noted any more is reckoned').toBe(count)
  const torn = sql`select count(*) from score_unit s where (select sum(points) from score_total t
    where t.unit_id = s.unit_id) is distinct from (select sum(points) from score_entry e where e.unit_id = s.unit_id)`
  expect(await number(torn)).toBe(0)

  const errors: unknown[] = []
  const again = openAccounts({ connection, clock: systemClock, onError: error => errors.push(error) })
  await again.start()
  await again.settle()
  expect(errors).toEqual([])
  expect([await number(accounts), await number(due), await number(torn)]).toEqual([count, 0, 0])
  expect(await number(sql`select count(*) from score_entry`)).toBe(count)
  expect(await number(sql`select sum(points) from score_total`)).toBe(3 * count)
  expect(await number(sql`select count(*) from pgboss.job where name = 'score-unit'`)).toBe(0)
  await again.close()
  await connection.close()
}, 240_000)
