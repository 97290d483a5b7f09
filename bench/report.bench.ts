/** A million reports of 5,000 units: inbox, counts and coverage as people of a province and a city see them; handing in. */
import { type Connection, type Database, openDatabase, openEmbedded, sql } from '@jianbao/platform/db'
import { openPostgres } from '@jianbao/testkit'
import { readCoverage } from '../features/ledger/server/matrix/read-coverage.ts'
import { rootUnitId } from '../features/organisation/server/index.ts'
import { countList } from '../features/report/server/count-reports.ts'
import { listInbox } from '../features/report/server/inbox/list-inbox.ts'
import { listReports } from '../features/report/server/list-reports.ts'
import { askOften, quantile, type Seat, seatOf } from './ask-often.ts'
import { measureHandingIn, seedWriters } from './report-hand-in.ts'
import { loadReports, type ReportLoad, today } from './report-load.ts'
import { type BenchResult, rounded } from './result.ts'

type Question = {
  readonly group: 'inbox' | 'list' | 'count' | 'coverage'
  ask(tx: Database, seat: Seat): Promise<unknown>
}

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
  const rounds = quick ? 10 : 40
  const server = await openPostgres(['-c', 'shared_buffers=256MB'])
  const connection = await openDatabase(server)
  try {
    await measure(result, { engine: 'postgres', connection, reports: quick ? 50_000 : 1_000_000, rounds })
    await seedWriters(connection)
    for (const processes of [1, 2]) {
      const reached = await measureHandingIn(connection, server.url, { seconds: quick ? 5 : 20, processes })
      const servers = processes === 1 ? 'oneServer' : 'twoServers'
      for (const [name, value] of Object.entries(reached)) result.figures[`handIn.${servers}.${name}`] = value
      console.error(`handing in, ${servers}:`, reached)
    }
    const { figures } = result
    figures['handInPerSecond'] = Math.max(
      figures['handIn.oneServer.perSecond']!,
      figures['handIn.twoServers.perSecond']!,
    )
    result.goals['handInPerSecond'] = 300
  } finally {
    await connection.close()
    await server.close()
  }
  if (!quick) {
    const embedded = await openEmbedded({})
    await measure(result, { engine: 'pglite', connection: embedded, reports: 100_000, rounds })
    await embedded.close()
  }
  if (quick)
    result.leftOut!.push('quick: 50,000 reports instead of a million, on PostgreSQL alone, fewer rounds')
  result.leftOut!.push(
    'the embedded database is measured with 100,000 reports; rowsRead counts rows fetched from tables',
  )
  result.met = Object.entries(result.goals).every(([name, goal]) =>
    name.endsWith('PerSecond') ? result.figures[name]! >= goal : result.figures[name]! <= goal,
  )
  return result
}

function questionsOf({ units, campaignId }: ReportLoad): Record<string, Question> {
  const now = new Date(`${today}T01:00:00Z`)
  const list = (query: Parameters<typeof listReports>[2]) => (tx: Database, seat: Seat) =>
    listReports(tx, seat, query, now)
  const inbox = (query: Parameters<typeof listInbox>[2]) => (tx: Database, seat: Seat) =>
    listInbox(tx, seat, query, now)
  const count =
    (query: Parameters<typeof listReports>[2], where = sql`true`) =>
    (tx: Database, seat: Seat) =>
      countList(tx, seat, { where, under: sql`true`, query })
  const [, , , , city] = units.filter(unit => unit.kind === 'city')
  const county = units.find(unit => unit.parentId === city!.id && unit.kind === 'county')!
  return {
    inboxFirstPage: { group: 'inbox', ask: inbox({}) },
    inboxFiltered: { group: 'inbox', ask: inbox({ type: ['study'], photos: true }) },
    inboxAll: { group: 'inbox', ask: inbox({ tab: 'all' }) },
    inboxOfCounty: { group: 'inbox', ask: inbox({ tab: 'all', under: county.id }) },
    listOfScope: { group: 'list', ask: list({ sort: '-arrived' }) },
    listOfCounty: { group: 'list', ask: list({ under: county.id, sort: '-arrived' }) },
    scopedCount: { group: 'count', ask: count({}) },
    stateCount: { group: 'count', ask: count({ state: ['adopted'] }, sql`r.state = 'adopted'`) },
    coverageBelow: {
      group: 'coverage',
      ask: (tx, { scope }) => readCoverage(tx, scope, { campaign: campaignId }, today),
    },
    coverageSingles: {
      group: 'coverage',
      ask: (tx, { scope }) => readCoverage(tx, scope, { campaign: campaignId, lines: 'units' }, today),
    },
  }
}

type Measuring = {
  readonly engine: string
  readonly connection: Connection
  readonly reports: number
  readonly rounds: number
}

async function measure(
  result: BenchResult,
  { engine, connection, reports, rounds }: Measuring,
): Promise<void> {
  const { figures, goals } = result
  const load = await loadReports(connection, reports)
  figures[`${engine}.reports`] = reports
  figures[`${engine}.loadSeconds`] = rounded(load.loadSeconds, 1)
  const city = load.units.filter(unit => unit.kind === 'city')[4]!
  const seats = { province: { unitId: rootUnitId, path: '1/' }, city: { unitId: city.id, path: city.path } }
  const worst: Record<Question['group'], number> = { inbox: 0, list: 0, count: 0, coverage: 0 }
  for (const [name, { group, ask }] of Object.entries(questionsOf(load)))
    for (const [place, root] of Object.entries(seats)) {
      const seat = seatOf(root, 'editor')
      const { times, rowsRead } = await askOften(connection.db, seat, ask, rounds)
      const p95 = quantile(times, 0.95)
      figures[`${engine}.${name}.${place}.p95Ms`] = p95
      figures[`${engine}.${name}.${place}.rowsRead`] = rowsRead
      worst[group] = Math.max(worst[group], p95)
      console.error(
        `${engine} ${name} ${place}: p50 ${quantile(times, 0.5)} p95 ${p95} ms, ${rowsRead} rows read`,
      )
    }
  for (const [group, p95] of Object.entries(worst)) {
    figures[`${engine}.${group}P95Ms`] = p95
    goals[`${engine}.${group}P95Ms`] = 100
  }
}
