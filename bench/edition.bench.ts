/** The bulletin desk at full size: composing, source changes, distribution, public pages, suggested cases; what handing in pays for it. */
import { type Connection, openDatabase } from '@jianbao/platform/db'
import { openPostgres } from '@jianbao/testkit'
import { rootUnitId } from '../features/organisation/server/index.ts'
import { type Ask, askOften, quantile, seatOf } from './ask-often.ts'
import { fullSize, loadEditions, quickSize } from './edition-load.ts'
import { loadPublic, measurePublic } from './edition-public.ts'
import { deskQuestions, receivedQuestions } from './edition-questions.ts'
import { measureDistributing, measureSaving, measureTriggers } from './edition-writing.ts'
import { loadReports, type ReportLoad } from './report-load.ts'
import type { BenchResult } from './result.ts'

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
  const settings = ['shared_buffers=512MB', 'maintenance_work_mem=256MB', 'max_wal_size=4GB']
  const server = await openPostgres(settings.flatMap(setting => ['-c', setting]))
  const connection = await openDatabase(server)
  try {
    const reports = await loadReports(connection, quick ? 50_000 : 1_000_000)
    await measureEditions(result, connection, reports, quick)
    const issues = quick ? 400 : 20_000
    await loadPublic(connection, reports.units, issues)
    await measurePublic(result, connection, { issues, rounds: quick ? 5 : 20 })
  } finally {
    await connection.close()
    await server.close()
  }
  if (quick)
    result.leftOut!.push('quick: 50,000 reports, 200 editions, 500 cases, 400 public issues, fewer rounds')
  result.leftOut!.push('rowsRead counts rows fetched from tables; typesetting is measured by its own bench')
  result.met = Object.entries(result.goals).every(([name, goal]) => result.figures[name]! <= goal)
  return result
}

/** Everything but the public pages. */
export async function measureEditions(
  result: BenchResult,
  connection: Connection,
  reports: ReportLoad,
  quick: boolean,
): Promise<void> {
  const ids = await loadEditions(connection, reports, quick ? quickSize : fullSize)
  const rounds = quick ? 5 : 20
  const top = seatOf({ unitId: rootUnitId, path: '1/' }, 'editor')
  const city = reports.units.find(unit => unit.kind === 'city')!
  const seats = { top, city: seatOf({ unitId: city.id, path: city.path }, 'unit-lead') }
  const ask = async (name: string, seat: keyof typeof seats, question: Ask) => {
    const { times, rowsRead } = await askOften(connection.db, seats[seat], question, rounds)
    result.figures[`${name}.p95Ms`] = quantile(times, 0.95)
    result.figures[`${name}.rowsRead`] = rowsRead
    result.goals[`${name}.p95Ms`] = 100
    console.error(
      `${name}: p50 ${quantile(times, 0.5)} p95 ${quantile(times, 0.95)} ms, ${rowsRead} rows read`,
    )
  }
  for (const [name, question] of Object.entries(deskQuestions(ids))) await ask(name, 'top', question)
  for (const [name, question] of Object.entries(receivedQuestions())) await ask(name, 'city', question)
  await measureSaving(result, connection, top, ids)
  await measureDistributing(result, connection, ids)
  await measureTriggers(result, connection)
}
