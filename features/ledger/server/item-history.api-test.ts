/** After whatever happened in whatever order, items are what a count from the raw rows makes of them. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCampaign, addPeriods, addReport, addTask, addUnit } from './ledger.fixture.ts'
import { differences } from './recount.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const states = [
  'draft',
  'review',
  'submitted',
  'accepted',
  'adopted',
  'kept',
  'returned',
  'withdrawn',
] as const
const types = ['talk', 'visit', 'class']
const kinds = ['county', 'society', 'city']
const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']

type World = {
  readonly db: Database
  readonly campaigns: string[]
  readonly tasks: string[]
  readonly units: string[]
}
type Dice = (sides: number) => number
const pick = <T>(values: readonly T[], dice: Dice): T => values[dice(values.length)]!

async function one(db: Database, table: ReturnType<typeof sql>, dice: Dice): Promise<string | null> {
  const rows = await rowsOf<{ id: string }>(db, sql`select id from ${table} order by id`)
  return rows.length ? pick(rows, dice).id : null
}

async function somePeriod(db: Database, dice: Dice): Promise<{ task: string; no: number }> {
  const rows = await rowsOf<{ task: string; no: number }>(
    db,
    sql`select task_id as task, no from task_period order by task_id, no`,
  )
  return pick(rows, dice)
}

const submitted = (dice: Dice) => `2026-0${1 + dice(5)}-${pick(['01', '15', '28'], dice)}T0${dice(9)}:00:00Z`

const deeds: readonly ((world: World, dice: Dice) => Promise<unknown>)[] = [
  async ({ db, units }, dice) =>
    units.push(await addUnit(db, { parentId: pick(units, dice), kind: pick(kinds, dice) })),
  ({ db, units }, dice) =>
    db.execute(sql`update unit set kind = ${pick(kinds, dice)} where id = ${pick(units, dice)}`),
  ({ db, units }, dice) =>
    db.execute(
      sql`update unit set state = ${pick(['active', 'retired'], dice)} where id = ${pick(units, dice)}`,
    ),
  async ({ db, units }, dice) => {
    const [unit, target] = await Promise.all([0, 1].map(() => pick(units, dice)))
    // As the organisation room moves a unit: the paths below it, then all rows that carry them.
    await db.transaction(async tx => {
      const [row] = await rowsOf<{ from: string; to: string }>(
        tx,
        sql`select u.path as from, t.path || u.seq || '/' as to from unit u, unit t where u.id = ${unit} and t.id = ${target}
          and not starts_with(t.path, u.path) and u.parent_id is not null`,
      )
      if (!row) return
      await tx.execute(sql`update unit set path = ${row.to} || substr(path, ${row.from.length + 1})
        where path >= ${row.from} and path < ${`${row.from}~`}`)
      await tx.execute(sql`select rescope(${row.from}, ${row.to})`)
      await tx.execute(sql`update unit set parent_id = ${target} where id = ${unit}`)
    })
  },
  async ({ db, campaigns, units }, dice) =>
    campaigns.push(
      await addCampaign(db, { unitId: pick(units, dice), state: pick(['draft', 'open'], dice) }),
    ),
  ({ db, campaigns }, dice) =>
    db.execute(
      sql`update campaign set state = ${pick(['draft', 'open', 'closed'], dice)} where id = ${pick(campaigns, dice)}`,
    ),
  async ({ db, campaigns, tasks, units }, dice) =>
    tasks.push(
      await addTask(
        db,
        pick(campaigns, dice),
        {
          kinds: kinds.filter(() => dice(2) === 0),
          unitIds: units.filter(() => dice(4) === 0),
          types: types.filter(() => dice(3) === 0),
          needed: 1 + dice(2),
        },
        days.slice(0, dice(4)).map(due => ({ due })),
      ),
    ),
  ({ db, tasks }, dice) =>
    db.execute(
      sql`update task set dropped = ${dice(2) === 0}, needed = ${1 + dice(3)} where id = ${pick(tasks, dice)}`,
    ),
  ({ db, tasks }, dice) =>
    db.execute(sql`update task set kinds = array[${pick(kinds, dice)}], types = array[${pick(types, dice)}]
      where id = ${pick(tasks, dice)}`),
  ({ db, tasks }, dice) =>
    addPeriods(db, pick(tasks, dice), [{ due: pick(days, dice), no: 100 + dice(50) }]).catch(() => undefined),
  ({ db, tasks }, dice) =>
    db.execute(
      sql`update task_period set due_day = ${pick(days, dice)}::date where task_id = ${pick(tasks, dice)}`,
    ),
  ({ db, tasks }, dice) =>
    db.execute(sql`delete from task_period p where task_id = ${pick(tasks, dice)} and no > 1 and not exists
      (select from report r where r.task_id = p.task_id and r.period_no = p.no)`),
  async ({ db, units }, dice) => {
    const { task: taskId, no: periodNo } = await somePeriod(db, dice)
    const state = pick(states, dice)
    for (let left = 1 + dice(3); left > 0; left--)
      await addReport(db, {
        ...{ unitId: pick(units, dice), taskId, periodNo, type: pick(types, dice), state },
        submitted: state === 'draft' ? null : submitted(dice),
      })
  },
  async ({ db }, dice) => {
    const id = await one(db, sql`report`, dice)
    const state = pick(states, dice)
    const accepted = ['accepted', 'adopted', 'kept'].includes(state)
    const at = submitted(dice)
    await db.execute(sql`update report set state = ${state}, type = ${pick(types, dice)},
      sent_at = coalesce(sent_at, ${at}), submitted_at = coalesce(submitted_at, ${at}),
      accepted_at = case when ${accepted} then now() when ${state} = 'submitted' then accepted_at end where id = ${id}`)
  },
  async ({ db }, dice) => {
    const id = await one(db, sql`report`, dice)
    const { task, no } = await somePeriod(db, dice)
    await db.execute(sql`update report set task_id = ${task}, period_no = ${no} where id = ${id}`)
  },
  async ({ db }, dice) => db.execute(sql`delete from report where id = ${await one(db, sql`report`, dice)}`),
  async ({ db, units }, dice) => {
    const { task, no } = await somePeriod(db, dice)
    await db.execute(sql`insert into imported_proof (task_id, period_no, unit_id, scope_path, event_id, day)
      select p.task_id, p.no, ${pick(units, dice)}, '', e.id, p.due_day from task_period p,
        (select id from event order by id offset ${dice(3)} limit 1) e
      where p.task_id = ${task} and p.no = ${no} on conflict do nothing`)
  },
  ({ db }, dice) =>
    db.execute(
      sql`delete from imported_proof where event_id in (select id from event order by id offset ${dice(3)} limit 1)`,
    ),
]

test('items equal a count from the raw rows after any history', async () => {
  const { db } = app.connection
  await addEvents(db)
  const step = fc.tuple(
    fc.nat({ max: deeds.length - 1 }),
    fc.array(fc.nat({ max: 1000 }), { minLength: 8, maxLength: 8 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async steps => {
      await db.execute(sql`delete from report`)
      await db.execute(sql`delete from campaign`)
      const units: string[] = Object.values(testUnits)
      const world: World = { db, units, campaigns: [await addCampaign(db)], tasks: [] }
      world.tasks.push(
        await addTask(
          db,
          world.campaigns[0]!,
          { kinds: ['city', 'county'] },
          days.map(due => ({ due })),
        ),
      )
      for (const periodNo of [1, 2, 3, 4])
        for (const unitId of [testUnits.city, testUnits.county, testUnits.sister])
          await addReport(db, {
            unitId,
            taskId: world.tasks[0]!,
            periodNo,
            submitted: '2026-02-28T01:00:00Z',
          })
      for (const [deed, rolls] of steps) {
        let at = 0
        await deeds[deed]!(world, sides => rolls[at++ % rolls.length]! % sides)
      }
      expect(await differences(db)).toEqual([])
    }),
    { numRuns: 30 },
  )
}, 240_000)

async function addEvents(db: Database): Promise<void> {
  await db.execute(sql`with i as (insert into issue (id, unit_id, scope_path, origin, articles, events, figures, headlines,
      distribution, search, created_at)
    values (gen_random_uuid(), ${testUnits.root}, '', 'imported', 1, 3, 0, '[]', '[]', '', now()) returning id),
    c as (insert into issue_column (id, issue_id, position) select gen_random_uuid(), id, 0 from i returning id),
    a as (insert into article (id, column_id, position, kind, paragraphs)
      select gen_random_uuid(), id, 0, 'briefs', '[]' from c returning id)
    insert into event (id, issue_id, article_id, position, type, modality, act, text, assumed, scope_path, published)
      select gen_random_uuid(), i.id, a.id, n, 'talk', 'done', '', '', false, '1/', false from i, a, generate_series(0, 2) n`)
}
