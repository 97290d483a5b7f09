/** Units and people as somebody sees them whose rights reach a part of the tree; import of a sheet; what row-level security costs. */
import { type Bearer, readInScope, type Scope } from '@jianbao/platform/access'
import {
  type Connection,
  type Database,
  migrate,
  openDatabase,
  openEmbedded,
  sql,
} from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openPostgres } from '@jianbao/testkit'
import { getUnit } from '../features/organisation/server/get-unit.ts'
import { getUnitTree } from '../features/organisation/server/get-unit-tree.ts'
import { rootUnitId } from '../features/organisation/server/index.ts'
import { listUnits } from '../features/organisation/server/list-units.ts'
import { selectPeople, selectPosts } from '../features/organisation/server/people/person.store.ts'
import { type Federation, loadFederation } from './organisation-load.ts'
import { measureSheetImport } from './organisation-sheet.ts'
import { type BenchResult, rounded } from './result.ts'

type Question = (tx: Database, scope: Scope) => Promise<unknown>
const nobody: Scope = { roots: [], content: false }

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
  const { figures, goals, leftOut } = result
  const rounds = quick ? 12 : 40
  await withPostgres(async connection => {
    await measureRights(result, 'postgres', connection, rounds)
    await connection.close()
  })
  const embedded = await openEmbedded({})
  await measureRights(result, 'pglite', embedded, rounds)
  await embedded.close()
  const rows = quick ? 1000 : 5000
  figures['import.units'] = rows
  figures['import.pgliteSeconds'] = await measureSheetImport(rows)
  if (!quick)
    figures['import.postgresSeconds'] = await withPostgres(connection => measureSheetImport(rows, connection))
  for (const name of Object.keys(figures)) if (/^import\..*Seconds$/.test(name)) goals[name] = 20
  if (quick) leftOut!.push('quick: a sheet of 1,000 units instead of 5,000, on PGlite only; fewer rounds')
  leftOut!.push('ratioToNoSecurity has no goal: it says what the second lock costs')
  result.met = Object.entries(goals).every(([name, goal]) => figures[name]! <= goal)
  return result
}

/** The questions of the pages, by name; every one is asked by people of all scopes. */
function askedOf({ units }: Federation): Record<string, Question> {
  const viewer = (scope: Scope) => ({ scope, keeping: nobody })
  const top = (scope: Scope): string => scope.roots[0]!.unitId
  const people = async (tx: Database, scope: Scope, filter: object): Promise<void> => {
    const page = { limit: 20, offset: 0 }
    const { rows } = await selectPeople(tx, scope, { underPath: null, ...filter }, page)
    await selectPosts(
      tx,
      scope,
      rows.map(row => row.id),
    )
  }
  let turn = 0
  const some = () => units[(turn++ * 37) % units.length]!
  return {
    subtreeCount: (tx, scope) => getUnit(tx, viewer(scope), top(scope)),
    treeTop: (tx, scope) => getUnitTree(tx, viewer(scope), {}),
    treeBelow: (tx, scope) => getUnitTree(tx, viewer(scope), { parent: top(scope) }),
    unitList: (tx, scope) => listUnits(tx, viewer(scope), { page: 2 }),
    unitSearch: (tx, scope) => listUnits(tx, viewer(scope), { q: some().name.slice(0, 4) }),
    unitPinyin: (tx, scope) =>
      listUnits(tx, viewer(scope), { q: ['yw', 'xhkj', 'chaye', 'dzb'][turn++ % 4]! }),
    peopleList: (tx, scope) => people(tx, scope, {}),
    peopleSearch: (tx, scope) => people(tx, scope, { q: ['立春', 'zlc', 'wang', '远山'][turn++ % 4]! }),
    peopleByRole: (tx, scope) => people(tx, scope, { role: 'editor' }),
  }
}

const counts = ['subtreeCount', 'treeTop', 'treeBelow']

async function measureRights(
  { figures, goals }: BenchResult,
  engine: string,
  connection: Connection,
  rounds: number,
): Promise<void> {
  const { db } = connection
  await migrate(connection, await allMigrations())
  const started = performance.now()
  const federation = await loadFederation(db, 5000, 20_000)
  await db.execute(sql`analyze`)
  figures[`${engine}.loadSeconds`] = rounded((performance.now() - started) / 1000, 1)
  const cities = federation.units.filter(unit => unit.kind === 'city')
  const scopes = [
    [{ unitId: rootUnitId, path: '1/' }],
    [cities[4]!].map(({ id, path }) => ({ unitId: id, path })),
    // Posts in three places: the policy looks at each.
    [cities[1]!, cities[7]!, cities[12]!].map(({ id, path }) => ({ unitId: id, path })),
  ].map((roots): Scope => ({ roots: roots.sort((a, b) => (a.path < b.path ? -1 : 1)), content: true }))
  const times: Record<string, number[]> = {}
  let [secured, open] = [0, 0]
  for (const [name, ask] of Object.entries(askedOf(federation))) {
    times[name] = []
    const pairs: [number, number][] = []
    for (let round = 0; round < rounds; round++)
      for (const scope of scopes) {
        const bearer: Bearer = { scope, personId: 'bench' }
        const asOwner = (): Promise<number> => timed(() => db.transaction(tx => ask(tx, scope)))
        const asDesk = (): Promise<number> => timed(() => readInScope(db, bearer, tx => ask(tx, scope)))
        // Turn about, so that neither finds what the other has just warmed.
        const [first, second] = round % 2 ? [asDesk, asOwner] : [asOwner, asDesk]
        const took = [await first(), await second()] as const
        const [desk, owner] = round % 2 ? took : ([took[1], took[0]] as const)
        if (round < 2) continue
        times[name].push(desk)
        pairs.push([desk, owner])
      }
    const median = (of: number[]): number => quantile(of, 0.5)
    secured += median(pairs.map(pair => pair[0]))
    open += median(pairs.map(pair => pair[1]))
    figures[`${engine}.${name}.p50Ms`] = quantile(times[name], 0.5)
    figures[`${engine}.${name}.p95Ms`] = quantile(times[name], 0.95)
    console.error(
      `${engine} ${name}: p50 ${figures[`${engine}.${name}.p50Ms`]} p95 ${figures[`${engine}.${name}.p95Ms`]} ms`,
    )
  }
  figures[`${engine}.ratioToNoSecurity`] = rounded(secured / open, 2)
  const worst = (names: string[]): number => Math.max(...names.map(name => quantile(times[name]!, 0.95)))
  figures[`${engine}.countP95Ms`] = worst(counts)
  figures[`${engine}.listP95Ms`] = worst(Object.keys(times).filter(name => !counts.includes(name)))
  goals[`${engine}.countP95Ms`] = 50
  goals[`${engine}.listP95Ms`] = 50
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const quantile = (times: number[], share: number): number =>
  rounded([...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]!, 1)

async function withPostgres<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const server = await openPostgres(['-c', 'shared_buffers=256MB'])
  try {
    return await work(await openDatabase(server))
  } finally {
    await server.close()
  }
}
