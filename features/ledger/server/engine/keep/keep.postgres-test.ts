/** Several processes keep one work ledger on a real PostgreSQL server: each pair once, whoever is quicker or dies over it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, type Database, migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import {
  openPostgres,
  openTestServers,
  seedPersonas,
  type TestPostgres,
  type TestServers,
  testUnits,
} from '@jianbao/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ordinaryRules } from '../../../contract/index.ts'
import { addCampaign, addReport, addTask, rootId } from '../../ledger.fixture.ts'
import { keepDue } from './keep-due.ts'
import { keepBook, keptDifferences } from './keep-recount.fixture.ts'
import { openKeeping } from './open-keeping.ts'

let servers: TestServers
const children: ChildProcess[] = []
const connections: Connection[] = []
let alone: TestPostgres | undefined
const dbOf = (at: number) => servers.apps[at % 2]!.connection.db
const script = join(import.meta.dirname, 'keep-kill.fixture.ts')

beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const connection of connections) await connection.close()
  await alone?.close()
  await servers?.close()
  expect(servers?.apps.flatMap(({ errors }) => errors)).toEqual([])
})

async function openCampaign(db: Database): Promise<string> {
  const id = await addCampaign(db)
  await db.execute(sql`update campaign set pack = ${JSON.stringify({ ledgers: [ordinaryRules.work] })}::jsonb
    where id = ${id}`)
  return id
}

async function addUnits(db: Database, kind: string, count: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`with fresh as (select gen_random_uuid() as id from generate_series(1, ${count}))
      insert into unit (id, path, parent_id, code, kind, name, search, created_at, updated_at)
        select id, id::text, ${testUnits.city}, id::text, ${kind}, id::text, '', now(), now() from fresh returning id`,
  )
  await db.execute(sql`update unit u set path = p.path || u.seq || '/' from unit p
    where p.id = u.parent_id and u.path = u.id::text`)
  return rows.map(({ id }) => id)
}

async function adopt(db: Database, reportId: string): Promise<void> {
  await db.transaction(async tx => {
    await tx.execute(sql`update report set state = 'adopted', accepted_at = now() where id = ${reportId}`)
    await tx.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
      values (gen_random_uuid(), ${reportId}, ${rootId}, 'news', '', '', 'x', '甲', now())`)
  })
}

/** What was done twice, left half done, or differs from a count of the raw rows; how many items closed. */
async function faults(db: Database): Promise<{ wrong: unknown[]; closed: number }> {
  const book = new Map()
  await keepBook(db, book)
  const twice = await rowsOf(
    db,
    sql`select i.id, s.action, count(s.id)::int as steps from ledger_item i
        cross join lateral (values ('dispatch', 1), ('conclude', case i.state when 'closed' then 1 else 0 end)) w(action, wanted)
        left join ledger_step s on s.item_id = i.id and s.action = w.action
      group by i.id, s.action, w.wanted having count(s.id) <> w.wanted
      union all select item_id, 'prove', count(*)::int from ledger_evidence group by item_id, report_id having count(*) > 1
      union all select task_id, 'matter', count(*)::int from ledger_matter group by task_id having count(*) > 1
      union all select task_id, 'due', count(*)::int from ledger_due group by task_id`,
  )
  const wrong = [...(await keptDifferences(db, book)), ...twice]
  return { wrong, closed: [...book.values()].filter(state => state === 'closed').length }
}

test('two servers keep one ledger while reports come in and are adopted at both', async () => {
  const { db, apps } = servers
  const units = await addUnits(db, 'county', 12)
  const deed = fc.record({ unit: fc.nat(11), task: fc.nat(2), period: fc.nat(1), adopted: fc.boolean() })
  let closed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 60, maxLength: 120 }), async deeds => {
      const campaign = await openCampaign(db)
      const due = [{ due: '2026-03-31' }, { due: '2026-06-30' }]
      const tasks: string[] = []
      for (const needed of [1, 1, 2])
        tasks.push(await addTask(db, campaign, { kinds: ['county'], needed }, due))
      // Four hands at each server; meanwhile both work off what they find.
      let working = true
      const hands = Array.from({ length: 8 }, async (_, hand) => {
        for (const [at, { unit, task, period, adopted }] of deeds.entries()) {
          if (at % 8 !== hand) continue
          const wish = { unitId: units[unit]!, taskId: tasks[task]!, periodNo: period + 1 }
          const report = await addReport(dbOf(hand), { ...wish, state: 'submitted' })
          if (adopted) await adopt(dbOf(hand), report)
        }
      })
      const keepers = apps.map(async app => {
        while (working) await app.ledger.keeping.settle()
      })
      // A process that was silent too long comes back to a task which another has taken over.
      const late = tasks.map(async (task, at) => {
        while (working) await dbOf(at).transaction(tx => keepDue(tx, systemClock, task))
      })
      await Promise.all(hands)
      working = false
      await Promise.all([...keepers, ...late])
      await Promise.all(apps.map(app => app.ledger.keeping.settle()))
      const found = await faults(db)
      expect(found.wrong).toEqual([])
      closed = found.closed
    }),
    { numRuns: 5, endOnFailure: true },
  )
  expect(closed, 'some have all that is asked of them').toBeGreaterThan(0)
}, 180_000)

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise(resolve => child.once('exit', resolve))
    : Promise.resolve()

test('killed in the middle of a batch: what was done before it stands, a second start does the rest once', async () => {
  const postgres = await openPostgres()
  alone = postgres
  const connection = await openDatabase(postgres)
  connections.push(connection)
  const { db } = connection
  await migrate(connection, await allMigrations())
  await seedPersonas(db)
  const campaign = await openCampaign(db)
  const units = (await addUnits(db, 'society', 800)).sort()
  const task = await addTask(db, campaign, { kinds: ['society'] }, [{ due: '2026-12-31' }])
  // One of the first batch of 500 and one of the second.
  const [first, second] = [units[100]!, units[700]!]
  const reports = [first, second].map(unitId => addReport(db, { unitId, taskId: task, state: 'submitted' }))
  for (const report of await Promise.all(reports)) await adopt(db, report)

  const held = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  const holding = db.transaction(async tx => {
    // What is written of the second batch last needs this report: there the process waits, with all the rest written.
    await tx.execute(sql`select 1 from report where unit_id = ${second} for update`)
    reached.resolve()
    await held.promise
  })
  await reached.promise
  const child = spawn(process.execPath, [script, postgres.url, postgres.folder], { stdio: 'inherit' })
  children.push(child)
  const waiting = async () =>
    (await rowsOf(db, sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).length
  await expect.poll(waiting, { timeout: 60_000, interval: 100 }).toBe(1)
  child.kill('SIGKILL')
  await ended(child)
  held.resolve()
  await holding
  const items = async () =>
    (await rowsOf<{ count: number }>(db, sql`select count(*)::int as count from ledger_item`))[0]!.count
  expect(await items(), 'the second batch is gone with the process').toBe(500)
  // As if the minute had passed after which a silent process is taken for dead.
  await db.execute(
    sql`update pgboss.job set started_on = now() - interval '5 minutes' where name = 'keep-ledger'`,
  )

  const errors: unknown[] = []
  const keeping = openKeeping({ connection, clock: systemClock, onError: error => errors.push(error) })
  await keeping.start()
  await keeping.settle()
  expect(await items()).toBe(800)
  expect(await faults(db)).toEqual({ wrong: [], closed: 2 })
  await db.execute(sql`insert into ledger_due (task_id, unit_id) select task_id, unit_id from item`)
  await keeping.settle()
  expect(await faults(db), 'nothing twice').toEqual({ wrong: [], closed: 2 })
  expect(errors).toEqual([])
  await keeping.close()
}, 180_000)
