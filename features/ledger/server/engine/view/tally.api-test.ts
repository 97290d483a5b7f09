/** What the tally says equals a count of the items, whatever was done with them, with units and with their kinds. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { itemStates } from '../../../contract/index.ts'
import { addUnit } from '../../ledger.fixture.ts'
import { addItems, addLedger, addMatter } from '../list/items.fixture.ts'

let app: TestApp
let db: Database
let units: string[]
let matters: string[]
beforeAll(async () => {
  app = await openTestApp({ clock: { now: () => new Date('2026-05-10T04:00:00Z') } })
  db = app.connection.db
  units = [testUnits.city, testUnits.county, testUnits.sister]
  for (let at = 0; at < 6; at++)
    units.push(await addUnit(db, { parentId: units[at % 3]!, kind: at % 2 ? 'society' : 'county' }))
  const ledger = await addLedger(db, { unitId: testUnits.root })
  matters = [await addMatter(db, ledger), await addMatter(db, ledger)]
})
afterAll(() => app.close())

type Line = Record<'place' | 'matter' | 'kind' | 'state' | 'keeper' | 'days', string>
const keyOf = ({ place, matter, kind, state, keeper, days }: Line) =>
  [place, matter, kind, state, keeper, days].join(' ')

async function tallied(): Promise<Record<string, number>> {
  const rows = await rowsOf<Line & { count: number }>(
    db,
    sql`select place, matter_id as matter, unit_kind as kind, state, coalesce(keeper_id::text, '-') as keeper,
        concat_ws('/', due_day, near_day, milestone_day, fed_back_day) as days, sum(difference)::int as count
      from ledger_tally group by 1, 2, 3, 4, 5, 6 having sum(difference) <> 0`,
  )
  return Object.fromEntries(rows.map(row => [keyOf(row), row.count]))
}

/** From the rows alone, place by place. */
async function counted(): Promise<Record<string, number>> {
  const rows = await rowsOf<Line & { path: string; dispatched: boolean }>(
    db,
    sql`select u.path, i.matter_id as matter, u.kind, i.state, i.keeper_id as keeper, i.dispatched_at is not null as dispatched,
        concat_ws('/', due_day, near_day, milestone_day, fed_back_day) as days
      from ledger_item i join unit u on u.id = i.unit_id`,
  )
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const numbers = row.path.split('/').filter(Boolean)
    const open = ['dispatched', 'doing', 'feedback'].includes(row.state)
    for (let depth = 1; depth < numbers.length; depth++) {
      const place = `${numbers.slice(0, depth).join('/')}/`
      const key = keyOf({
        ...row,
        place,
        keeper: row.dispatched ? '-' : row.keeper,
        days: open ? row.days : '',
      })
      sums[key] = (sums[key] ?? 0) + 1
    }
  }
  return sums
}

const at = fc.nat({ max: 1000 })
const deed = fc.record({
  what: fc.constantFrom('add', 'state', 'days', 'unit', 'all', 'gone', 'kind', 'move'),
  one: at,
  other: at,
  state: fc.constantFrom(...itemStates),
})

async function act({ what, one, other, state }: typeof deed extends fc.Arbitrary<infer T> ? T : never) {
  const unit = units[one % units.length]!
  const pick = sql`select id from ledger_item order by id offset ${one % 7} limit ${1 + (other % 3)}`
  const done = sql`summary = case when ${state} in ('closed', 'settled') then '{}'::jsonb end`
  const day = sql`date '2026-05-01' + ${other % 30}::int`
  switch (what) {
    case 'add':
      return addItems(
        db,
        Array.from({ length: 1 + (other % 4) }, (_, n) => ({
          matterId: matters[n % 2]!,
          unitId: units[(one + n) % units.length]!,
          state,
          keeperId: units[other % 3]!,
        })),
      )
    case 'state':
      return db.execute(sql`update ledger_item set state = ${state}, ${done},
        dispatched_at = case when ${state} in ('draft', 'review', 'ready') then null else now() end where id in (${pick})`)
    case 'days':
      return db.execute(sql`update ledger_item set due_day = ${day}, near_day = ${day} - 3, milestone_day = ${day} - 9,
        fed_back_day = case when state = 'feedback' then ${day} end where id in (${pick})`)
    case 'unit':
      return db.execute(sql`update ledger_item set unit_id = ${unit} where id in (${pick})`)
    case 'all':
      return db.execute(sql`update ledger_item set percent = ${other % 100}, state = ${state}, ${done}`)
    case 'gone':
      return db.execute(sql`delete from ledger_item where id in (${pick})`)
    case 'kind':
      return db.execute(sql`update unit set kind = ${other % 2 ? 'society' : 'branch'} where id = ${unit}`)
    case 'move':
      return move(units[3 + (one % 6)]!, units[other % 3]!)
  }
}

/** As the organisation moves a unit. */
async function move(id: string, parent: string): Promise<void> {
  await db.transaction(async tx => {
    const [paths] = await rowsOf<{ from: string; to: string }>(
      tx,
      sql`select u.path as "from", p.path || u.seq || '/' as "to" from unit u, unit p where u.id = ${id} and p.id = ${parent}`,
    )
    await tx.execute(sql`update unit set parent_id = ${parent}, path = ${paths!.to} where id = ${id}`)
    await tx.execute(sql`select rescope(${paths!.from}, ${paths!.to})`)
  })
}

test('after any deeds the tally of every place is the count of the items below it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 20 }), async deeds => {
      await db.execute(sql`delete from ledger_item`)
      for (const each of deeds) await act(each)
      expect(await tallied()).toEqual(await counted())
      await db.execute(
        sql`select fold_ledger_tally(array_agg(distinct place), array_agg(distinct matter_id)) from ledger_tally`,
      )
      expect(await tallied()).toEqual(await counted())
    }),
    { numRuns: 25 },
  )
}, 60_000)
