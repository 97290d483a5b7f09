/** 200,000 items of ledgers over 5,000 units: board, matrix, red list, one page; dispatching thousands at once; a draw. */
import { enterScope } from '@jianbao/platform/access'
import { type Connection, openDatabase, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { openPostgres } from '@jianbao/testkit'
import { actOnMany } from '../features/ledger/server/engine/list/act-on-many.ts'
import { rootUnitId } from '../features/organisation/server/index.ts'
import { askOften, quantile, type Seat, seatOf } from './ask-often.ts'
import { timeDraw } from './draw-load.ts'
import { atOnce, type LedgerLoad, loadLedgers } from './ledger-load.ts'
import { ledgerQuestions, type Question } from './ledger-questions.ts'
import { today } from './report-load.ts'
import { type BenchResult, rounded } from './result.ts'
import { median } from './timing.ts'
import { undone } from './undone.ts'

type Measuring = { readonly engine: string; readonly items: number; readonly rounds: number }

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
  measureDraw(result, quick ? 3 : 7)
  const size = { items: quick ? 20_000 : 200_000, rounds: quick ? 5 : 40 }
  if (!quick) {
    const server = await openPostgres(['-c', 'shared_buffers=256MB'])
    const connection = await openDatabase(server)
    try {
      await measure(result, connection, { engine: 'postgres', ...size })
    } finally {
      await connection.close()
      await server.close()
    }
  }
  const embedded = await openEmbedded({})
  try {
    await measure(result, embedded, { engine: 'pglite', ...size })
  } finally {
    await embedded.close()
  }
  if (quick)
    result.leftOut!.push(
      'quick: 20,000 items instead of 200,000, on the embedded database alone, fewer rounds',
    )
  result.leftOut!.push(
    'goals are for the worst of three coordinators; rowsRead counts rows fetched from tables',
  )
  result.met = Object.entries(result.goals).every(([name, goal]) => result.figures[name]! <= goal)
  return result
}

async function measure(
  result: BenchResult,
  connection: Connection,
  { engine, items, rounds }: Measuring,
): Promise<void> {
  const { figures, goals } = result
  const load = await loadLedgers(connection, items)
  figures[`${engine}.items`] = load.items
  figures[`${engine}.loadSeconds`] = rounded(load.loadSeconds, 1)
  console.error(`${engine}: ${load.items} items in ${rounded(load.loadSeconds, 1)} s`)
  await countLights(result, connection, engine)
  const seats = seatsOf(load)
  const [item] = await rowsOf<{ id: string }>(
    connection.db,
    sql`select id from ledger_item where scope_path ^@ ${seats.county.scope.roots[0]!.path} and state = 'doing'
      order by id limit 1`,
  )
  const worst: Record<NonNullable<Question['group']>, number> = { board: 0, matrix: 0, redList: 0 }
  for (const [name, { group, ask }] of Object.entries(ledgerQuestions(item!.id)))
    for (const [place, seat] of Object.entries(seats)) {
      const { times, rowsRead } = await askOften(connection.db, seat, ask, rounds)
      const p95 = quantile(times, 0.95)
      figures[`${engine}.${name}.${place}.p95Ms`] = p95
      figures[`${engine}.${name}.${place}.rowsRead`] = rowsRead
      if (group) worst[group] = Math.max(worst[group], p95)
      console.error(
        `${engine} ${name} ${place}: p50 ${quantile(times, 0.5)} p95 ${p95} ms, ${rowsRead} rows read`,
      )
    }
  for (const [group, p95] of Object.entries(worst)) {
    figures[`${engine}.${group}P95Ms`] = p95
    goals[`${engine}.${group}P95Ms`] = 100
  }
  figures[`${engine}.bulkDispatch${atOnce}Ms`] = await dispatchMany(connection, seats.province, load)
  goals[`${engine}.bulkDispatch${atOnce}Ms`] = 3000
  console.error(`${engine}: ${atOnce} dispatched in ${figures[`${engine}.bulkDispatch${atOnce}Ms`]} ms`)
}

function seatsOf({ units }: LedgerLoad): Record<'province' | 'city' | 'county', Seat> {
  const city = units.filter(unit => unit.kind === 'city')[4]!
  const county = units.find(unit => unit.parentId === city.id && unit.kind === 'county')!
  const seat = ({ id, path }: { id: string; path: string }) => seatOf({ unitId: id, path }, 'coordinator')
  return { province: seat({ id: rootUnitId, path: '1/' }), city: seat(city), county: seat(county) }
}

/** So that nobody takes a load for real in which a light is missing. */
async function countLights(result: BenchResult, { db }: Connection, engine: string): Promise<void> {
  const [lit] = await rowsOf<Record<'red' | 'yellow' | 'blue' | 'green', number>>(
    db,
    sql`select count(*) filter (where day > due_day)::int as red,
        count(*) filter (where day <= due_day and day > milestone_day)::int as yellow,
        count(*) filter (where day between near_day and due_day and (day > milestone_day) is not true)::int as blue,
        count(*) filter (where day < near_day and (day > milestone_day) is not true)::int as green
      from (select *, least(fed_back_day, ${today}::date) as day from ledger_item
        where state in ('dispatched', 'doing', 'feedback')) i`,
  )
  for (const [light, count] of Object.entries(lit!)) {
    if (count === 0) throw new Error(`no item of the load is ${light}`)
    result.figures[`${engine}.items.${light}`] = count
  }
}

/** As the route does it, but for the entry in the trail; each time undone again. */
async function dispatchMany({ db }: Connection, seat: Seat, { readyMatter }: LedgerLoad): Promise<number> {
  const asker = { ...seat, now: new Date(`${today}T01:00:00Z`), today }
  const times: number[] = []
  for (let round = 0; round < 3; round++)
    await undone(db, async tx => {
      const started = performance.now()
      await enterScope(tx, { scope: seat.scope, personId: seat.person.id })
      const wish = { deed: 'dispatch', filter: { matter: readyMatter } } as const
      const { done } = await actOnMany(tx, asker, wish, 'zh', {})
      times.push(performance.now() - started)
      if (done !== atOnce) throw new Error(`${done} of ${atOnce} were dispatched`)
    })
  return rounded(median(times), 0)
}

/** What is published before and the draw itself have the goal together; verifying is told beside. */
function measureDraw({ figures, goals }: BenchResult, rounds: number): void {
  const times = Array.from({ length: rounds }, (_, salt) => timeDraw({}, salt))
  const of = (ms: (each: (typeof times)[number]) => number) => rounded(median(times.map(ms)), 0)
  figures['commit100000Ms'] = of(({ commitMs }) => commitMs)
  figures['draw100000Ms'] = of(({ commitMs, drawMs }) => commitMs + drawMs)
  figures['verify100000Ms'] = of(({ verifyMs }) => verifyMs)
  goals['draw100000Ms'] = 1000
  console.error(`draw: ${figures['draw100000Ms']} ms, verified in ${figures['verify100000Ms']} ms`)
}
