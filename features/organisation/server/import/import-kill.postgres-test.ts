/** A process that is killed while it writes thousands of units: all are there afterwards, or none, never some. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { openPostgres, type TestPostgres, temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const started: ChildProcess[] = []
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let server: TestPostgres

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await openPostgres()
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await server?.close()
  await folder.remove()
})

const count = 4_000
const script = join(import.meta.dirname, 'import-kill.fixture.ts')

function run(...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let output = ''
  const read = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const said = async (words: string): Promise<string> => {
    while (!output.includes(words)) {
      if (child.exitCode !== null) throw new Error(output)
      await wait(10)
    }
    return output
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { said, kill }
}

const whole = { state: 'done', new: count, problem: null, units: count, wrong: 0, entries: 1 }

async function resume(...args: string[]): Promise<unknown> {
  const second = run('resume', ...args)
  const output = await second.said('}')
  await second.kill()
  return JSON.parse(/\{.*\}/.exec(output)![0])
}

test.each([300, 1_500, 3_000])(
  'killed %i ms after it began, on the embedded database',
  async delayMs => {
    const data = join(folder.path, `embedded-${delayMs}`)
    const first = run('write', data, String(count))
    await first.said('started')
    await wait(delayMs)
    await first.kill()
    const { db, close } = await openEmbedded({ folder: data })
    const [between] = await rowsOf<{ n: number }>(
      db,
      sql`select count(*)::int as n from unit where code like 'K%'`,
    )
    await close()
    expect([0, count]).toContain(between!.n)
    expect(await resume(data)).toEqual(whole)
  },
  240_000,
)

test('killed in the middle of the writing, on a server', async () => {
  const data = join(folder.path, 'shared')
  const first = run('write', data, String(count), server.url)
  await first.said('started')
  const { db, close } = await openDatabase(server)
  const seen = await writing(db)
  await first.kill()
  expect(seen).toBe('writing')
  expect(await rowsOf(db, sql`select 1 from unit where code like 'K%'`)).toEqual([])
  // A minute of silence is not waited for.
  await db.execute(
    sql`update pgboss.job set started_on = now() - interval '5 minutes' where state = 'active'`,
  )
  expect(await resume(data, '0', server.url)).toEqual(whole)
  await close()
}, 240_000)

/** Waits until the process has inserted units in its transaction, which holds the lock of the tree. */
async function writing(db: Parameters<typeof rowsOf>[0]): Promise<string> {
  for (;;) {
    const [row] = await rowsOf<{ state: string; held: boolean }>(
      db,
      sql`select state, exists (select from pg_locks l join pg_class c on c.oid = l.relation
        where c.relname = 'unit' and l.mode = 'RowExclusiveLock') as held from organisation_import`,
    )
    if (row?.held || row?.state === 'done') return row.state
    await wait(5)
  }
}
