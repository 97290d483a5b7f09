/** One server process of `measureHandingIn`, with those who write to it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type Connection, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, testAccounts } from '@jianbao/testkit'
import { draftOf } from '../features/report/server/report.fixture.ts'
import { type Order, type Share, writers } from './report-hand-in.ts'
import { today } from './report-load.ts'

type Work = { taskId: string; campaignId: string; periodNo: number; unitId: string }

const [order] = (await once(process, 'message')) as [Order]
const connection = await openDatabase({ url: order.url, folder: '.' })
const counted = countStatements(connection)
const clock = { now: () => new Date(`${today}T04:00:00Z`) }
// As an installation does it: answers are written by their schemas, not checked against them before.
const app = await openTestApp({ connection, clock, checkAnswers: false })
const places = await listWork()
process.send!('ready')
await once(process, 'message')

const before = { cpu: process.cpuUsage(), statements: counted.sofar() }
const until = performance.now() + order.seconds * 1000
const done = await Promise.all(places.map(({ by, work }) => write(by, work)))
const cpu = process.cpuUsage(before.cpu)
process.send!({
  handedIn: done.reduce((sum, count) => sum + count, 0),
  statements: counted.sofar() - before.statements,
  cpuMs: (cpu.user + cpu.system) / 1000,
} satisfies Share)
await once(process, 'message')

async function write(by: Agent, work: readonly Work[]): Promise<number> {
  let handedIn = 0
  for (; performance.now() < until; handedIn++) {
    const id = randomUUID()
    const payload = draftOf({ ...work[handedIn % work.length]!, startDay: '2026-11-20' })
    const saved = await by.request({ method: 'PUT', url: `/api/reports/${id}`, payload })
    if (saved.statusCode !== 200) throw new Error(saved.body)
    const sent = await by.post(`/api/reports/${id}/approve`, { version: 0 })
    if (sent.statusCode !== 200) throw new Error(sent.body)
  }
  return handedIn
}

/** What is asked of units below each writer by now, in an order of chance that is each process's own. */
async function listWork(): Promise<{ by: Agent; work: Work[] }[]> {
  const list: { by: Agent; work: Work[] }[] = []
  for (const persona of writers) {
    const work = await rowsOf<Work>(
      connection.db,
      sql`select t.id as "taskId", t.campaign_id as "campaignId", p.no as "periodNo", i.unit_id as "unitId"
        from person lead join membership m on m.person_id = lead.id
          join item i on i.scope_path > m.scope_path and i.scope_path < m.scope_path || '~'
          join task t on t.id = i.task_id join task_period p on p.task_id = t.id
        where lead.username = ${testAccounts.username(persona)} and i.bound and p.from_day <= ${today}
        order by md5(${String(order.nth)} || i.id::text || p.no) limit 1000`,
    )
    list.push({ by: await app.as(persona), work })
  }
  return list
}

function countStatements({ db }: Connection): { sofar(): number } {
  type Client = { query(...given: unknown[]): unknown }
  const pool = (db as unknown as { $client: { on(event: 'connect', hear: (client: Client) => void): void } })
    .$client
  let count = 0
  pool.on('connect', client => {
    const query = client.query.bind(client)
    client.query = (...given) => {
      count++
      return query(...given)
    }
  })
  return { sofar: () => count }
}
