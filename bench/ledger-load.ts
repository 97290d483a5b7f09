/** Ledgers of a province and its cities in the middle of the year: matters at thousands of units, items in every state. */
import { randomUUID } from 'node:crypto'
import { rootUnitId } from '@jianbao/organisation/server'
import { nextDay } from '@jianbao/platform/clock'
import { type Connection, type Database, migrate, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { type LedgerKind, ordinaryRules } from '../features/ledger/contract/index.ts'
import { nearDayOf } from '../features/ledger/server/engine/item-days.ts'
import { writeItems, writeParts, writeStories } from './ledger-items.ts'
import { type Federation, loadFederation } from './organisation-load.ts'
import { today } from './report-load.ts'

const units = 5000
/** Ready at so many units of one matter: what is dispatched at once. */
export const atOnce = units
const rootKinds: readonly LedgerKind[] = ['work', 'work', 'rectification', 'rectification', 'service']
const [mattersOfRoot, mattersOfCity] = [18, 5]

export type LedgerLoad = Federation & {
  readonly items: number
  /** The matter whose items are all ready to be dispatched. */
  readonly readyMatter: string
  readonly loadSeconds: number
}

/** One matter and where its items go: units number `first` and the next `units`, in the order of their paths. */
type Matter = {
  readonly id: string
  readonly ledgerId: string
  readonly nth: number
  readonly no: number
  readonly title: string
  readonly due: string
  readonly first: number
  readonly units: number
  readonly items: number
  /** Each item has a deadline of its own, as findings have. */
  readonly apart: boolean
  readonly ready: boolean
}

/** `count` items under the triggers that tally them, with their steps, lights, proof, parties and extensions. */
export async function loadLedgers(connection: Connection, count: number): Promise<LedgerLoad> {
  const { db } = connection
  const started = performance.now()
  await migrate(connection, await allMigrations())
  const federation = await loadFederation(db, units, units)
  await numberUnits(db)
  const matters = await writeMatters(db, count)
  for (const nth of matters.keys()) if (nth % 10 === 0) await writeItems(db, nth, nth + 9)
  const [written] = await rowsOf<{ items: number }>(db, sql`select count(*)::int as items from ledger_item`)
  await writeParts(db, count - written!.items)
  await writeStories(db)
  for (const name of ['unit', 'day', 'matter']) await db.execute(sql.raw(`drop table bench_${name}`))
  await db.execute(sql`vacuum analyze`)
  const [there] = await rowsOf<{ items: number }>(db, sql`select count(*)::int as items from ledger_item`)
  return {
    ...federation,
    items: there!.items,
    readyMatter: matters.at(-1)!.id,
    loadSeconds: (performance.now() - started) / 1000,
  }
}

/** Units in the order of their paths, so that those below one stand together; days with the first blue day before them. */
async function numberUnits(db: Database): Promise<void> {
  await db.execute(sql`create table bench_unit as select id, parent_id, path, kind, row_number() over (order by path) - 1 as nth
    from unit where id <> ${rootUnitId}`)
  await db.execute(sql`create index bench_unit_nth on bench_unit (nth)`)
  const days = Array.from({ length: 800 }, (_, at) => nextDay(today, at - 400))
  const rows = days.map(day => ({ day, near: nearDayOf(day, ordinaryRules.rectification) }))
  await db.execute(sql`create table bench_day as select * from json_to_recordset(${JSON.stringify(rows)}::json)
    as d(day date, near date)`)
}

async function writeMatters(db: Database, count: number): Promise<Matter[]> {
  const cities = await rowsOf<{ id: string; first: number; units: number }>(
    db,
    sql`select c.id, min(b.nth)::int as first, count(*)::int as units from bench_unit c join bench_unit b on b.path ^@ c.path
      where c.kind = 'city' group by c.id order by 2`,
  )
  const matters: Matter[] = []
  const add = (ledgerId: string, no: number, where: Pick<Matter, 'first' | 'units' | 'items' | 'apart'>) => {
    const nth = matters.length
    const due = nextDay(today, ((nth * 53) % 350) - 200)
    const title = `第${nth + 1}项：补齐学习记录并公示整改结果`
    matters.push({ id: randomUUID(), ledgerId, nth, no, title, due, ready: false, ...where })
  }
  const ofCity = Math.round(count / 800)
  // A twentieth are parts of others.
  const ofRoot = Math.floor(
    (count * 0.95 - atOnce - cities.length * mattersOfCity * ofCity) / (rootKinds.length * mattersOfRoot),
  )
  for (const [at, kind] of rootKinds.entries()) {
    const id = await writeLedger(db, rootUnitId, kind, `province-${at}`)
    for (let no = 1; no <= mattersOfRoot; no++)
      add(id, no, { first: 0, units, items: ofRoot, apart: kind === 'rectification' && no % 6 === 0 })
  }
  for (const { id: unitId, ...below } of cities) {
    const id = await writeLedger(db, unitId, 'rectification', 'city')
    for (let no = 1; no <= mattersOfCity; no++) add(id, no, { ...below, items: ofCity, apart: true })
  }
  const id = await writeLedger(db, rootUnitId, 'rectification', 'province-ready')
  add(id, 1, { first: 0, units, items: atOnce, apart: false })
  matters.push({ ...matters.pop()!, due: nextDay(today, 60), ready: true })
  await db.execute(sql`create table bench_matter as select * from json_to_recordset(${JSON.stringify(matters)}::json)
    as m(id uuid, "ledgerId" uuid, nth int, no int, title text, due date, first int, units int, items int, apart boolean,
      ready boolean)`)
  await db.execute(sql`insert into ledger_matter (id, ledger_id, no, title, created_by, created_name, created_at)
    select id, "ledgerId", no, title, 'k', '督查员', due - 200 from bench_matter`)
  await db.execute(
    sql`update ledger l set last_no = (select max(m.no) from ledger_matter m where m.ledger_id = l.id)`,
  )
  return matters
}

async function writeLedger(db: Database, unitId: string, kind: LedgerKind, key: string): Promise<string> {
  const id = randomUUID()
  const rules = { ...ordinaryRules[kind], id: key }
  await db.execute(sql`insert into ledger (id, unit_id, scope_path, key, kind, name, rules, created_at)
    values (${id}, ${unitId}, '', ${key}, ${kind}, ${rules.name}, ${JSON.stringify(rules)}::jsonb, '2026-01-01')`)
  return id
}
