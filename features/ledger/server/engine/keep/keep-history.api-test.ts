/** After whatever happened in whatever order, a work ledger is what a pencil would have kept. */
import { type Clock, localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LightDays, lightOfItem, ordinaryRules } from '../../../contract/index.ts'
import { addCampaign, addPeriods, addReport, addTask, addUnit } from '../../ledger.fixture.ts'
import { listLights } from '../keep-light.ts'
import { keepBook, keptDifferences, type Ledgerbook } from './keep-recount.fixture.ts'

let app: TestApp
let now = new Date('2026-03-10T02:00:00Z')
const clock: Clock = { now: () => now }
beforeAll(async () => {
  app = await openTestApp({ clock })
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const kinds = ['county', 'society', 'city']
const types = ['talk', 'visit']
const states = ['draft', 'review', 'submitted', 'accepted', 'adopted', 'kept', 'returned', 'withdrawn']
const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']

type World = {
  readonly db: Database
  readonly tasks: string[]
  readonly units: string[]
  readonly campaign: string
  readonly book: Ledgerbook
}
type Dice = (sides: number) => number
const pick = <T>(values: readonly T[], dice: Dice): T => values[dice(values.length)]!

async function some<T>(db: Database, query: ReturnType<typeof sql>, dice: Dice): Promise<T | null> {
  const rows = await rowsOf<T>(db, query)
  return rows.length ? pick(rows, dice) : null
}
const someReport = (db: Database, dice: Dice) =>
  some<{ id: string }>(db, sql`select id from report order by id`, dice)

async function settle({ db, book }: World): Promise<void> {
  await app.ledger.keeping.settle()
  await keepBook(db, book)
}

function addTaskTo({ db, campaign, units }: World, dice: Dice): Promise<string> {
  return addTask(
    db,
    campaign,
    {
      kinds: kinds.filter(() => dice(2) === 0),
      unitIds: units.filter(() => dice(4) === 0),
      types: types.filter(() => dice(3) === 0),
      needed: 1 + dice(2),
    },
    days.slice(0, dice(4)).map(due => ({ due })),
  )
}

async function adopt(db: Database, reportId: string, at: Date): Promise<void> {
  await db.transaction(async tx => {
    await tx.execute(sql`update report set state = 'adopted', sent_at = coalesce(sent_at, ${at.toISOString()}),
      submitted_at = coalesce(submitted_at, ${at.toISOString()}), accepted_at = coalesce(accepted_at, ${at.toISOString()})
      where id = ${reportId}`)
    await tx.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
      values (gen_random_uuid(), ${reportId}, ${testUnits.root}, 'news', '', '', 'x', '甲', ${at.toISOString()})
      on conflict do nothing`)
  })
}

const deeds: readonly ((world: World, dice: Dice) => Promise<unknown>)[] = [
  settle,
  settle,
  settle,
  async ({ db, units }, dice) =>
    units.push(await addUnit(db, { parentId: pick(units, dice), kind: pick(kinds, dice) })),
  ({ db, units }, dice) =>
    db.execute(sql`update unit set kind = ${pick(kinds, dice)} where id = ${pick(units, dice)}`),
  ({ db, units }, dice) =>
    db.execute(
      sql`update unit set state = ${pick(['active', 'retired'], dice)} where id = ${pick(units, dice)}`,
    ),
  async ({ db, units }, dice) => {
    const [unit, target] = [pick(units, dice), pick(units, dice)]
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
  async (world, dice) => world.tasks.push(await addTaskTo(world, dice)),
  ({ db, tasks }, dice) =>
    db.execute(
      sql`update task set dropped = ${dice(2) === 0}, needed = ${1 + dice(2)} where id = ${pick(tasks, dice)}`,
    ),
  ({ db, tasks }, dice) =>
    db.execute(sql`update task set kinds = array[${pick(kinds, dice)}], types = ${dice(2) ? '{}' : '{talk}'},
      name = ${`任务${dice(9)}`}, lead = ${pick(['云岭市科协', '没有这个部门'], dice)} where id = ${pick(tasks, dice)}`),
  ({ db, tasks }, dice) =>
    addPeriods(db, pick(tasks, dice), [{ due: pick(days, dice), no: 100 + dice(50) }]).catch(() => undefined),
  ({ db, tasks }, dice) =>
    db.execute(
      sql`update task_period set due_day = ${pick(days, dice)}::date where task_id = ${pick(tasks, dice)}`,
    ),
  ({ db, tasks }, dice) =>
    db.execute(sql`delete from task_period p where task_id = ${pick(tasks, dice)} and not exists
      (select from report r where r.task_id = p.task_id and r.period_no = p.no)`),
  async ({ db, units }, dice) => {
    type Place = { task: string; no: number }
    const place = await some<Place>(
      db,
      sql`select task_id as task, no from task_period order by task_id, no`,
      dice,
    )
    for (let left = place ? 1 + dice(4) : 0; left > 0; left--)
      await addReport(db, {
        ...{ unitId: pick(units, dice), taskId: place!.task, periodNo: place!.no, type: pick(types, dice) },
        ...{ state: pick(states, dice), title: `稿件${dice(9)}` },
      })
  },
  async ({ db, units }, dice) => {
    // All that a pair is asked for at once, as at the end of a year; or one too few.
    const short = dice(3) === 0 ? 1 : 0
    const task = await some<{ task: string; no: number; needed: number }>(
      db,
      sql`select p.task_id as task, p.no, t.needed from task_period p join task t on t.id = p.task_id
        order by p.task_id, p.no`,
      dice,
    )
    if (!task) return
    const unitId = pick(units, dice)
    const periods = await rowsOf<{ no: number }>(
      db,
      sql`select no from task_period where task_id = ${task.task}`,
    )
    for (const { no: periodNo } of periods)
      for (let left = task.needed - short; left > 0; left--)
        await adopt(
          db,
          await addReport(db, { unitId, taskId: task.task, periodNo, type: 'talk', state: 'submitted' }),
          now,
        )
  },
  async ({ db }, dice) => {
    const report = await someReport(db, dice)
    const state = pick(states, dice)
    const accepted = ['accepted', 'adopted', 'kept'].includes(state)
    if (report)
      await db.execute(sql`update report set state = ${state}, type = ${pick(types, dice)},
        sent_at = coalesce(sent_at, now()), submitted_at = coalesce(submitted_at, '2026-03-01T01:00:00Z'),
        accepted_at = case when ${accepted} then now() when ${state} = 'submitted' then accepted_at end
        where id = ${report.id}`)
  },
  async ({ db }, dice) => {
    const report = await someReport(db, dice)
    if (report) await adopt(db, report.id, now)
  },
  async ({ db }, dice) => {
    const adoption = await some<{ id: string }>(
      db,
      sql`select id from adoption where revoked_at is null order by id`,
      dice,
    )
    if (adoption)
      await db.execute(
        sql`update adoption set revoked_at = now(), revoke_reason = '误采' where id = ${adoption.id}`,
      )
  },
  async ({ db, units }, dice) => {
    const report = await someReport(db, dice)
    const place = await some<{ task: string; no: number }>(
      db,
      sql`select task_id as task, no from task_period order by task_id, no`,
      dice,
    )
    if (report && place)
      await db.execute(sql`update report set task_id = ${place.task}, period_no = ${place.no},
        unit_id = ${pick(units, dice)} where id = ${report.id}`)
  },
  async ({ db }, dice) => {
    const report = await someReport(db, dice)
    if (report) await db.execute(sql`delete from report where id = ${report.id}`)
  },
  async (_world, dice) => {
    // Also back: somebody set the clock of the machine.
    now = new Date(now.getTime() + (dice(4) - 1) * 86_400_000)
  },
]

async function lightsWrong(db: Database): Promise<string[]> {
  const rows = await rowsOf<LightDays & { id: string }>(
    db,
    sql`select id, state, due_day::text as "dueDay", near_day::text as "nearDay",
      milestone_day::text as "milestoneDay", fed_back_day::text as "fedBackDay" from ledger_item`,
  )
  const wrong: string[] = []
  for (const row of rows) {
    const lights = await listLights(db, row, localDay(now))
    const last = lights.at(-1) ?? { fromDay: '', light: null }
    // After a clock was put back the history is ahead of it.
    if (last.fromDay <= localDay(now) && last.light !== lightOfItem(row, localDay(now)))
      wrong.push(`${row.id}: ${last.light}, not ${lightOfItem(row, localDay(now))}`)
    if (
      lights.some(
        ({ fromDay, light }, at) => lights[at + 1]?.light === light || lights[at + 1]?.fromDay === fromDay,
      )
    )
      wrong.push(`${row.id}: a light that does not change`)
  }
  return wrong
}

test('a work ledger equals a count from the raw rows after any history', async () => {
  const { db } = app.connection
  const step = fc.tuple(
    fc.nat({ max: deeds.length - 1 }),
    fc.array(fc.nat({ max: 1000 }), { minLength: 8, maxLength: 8 }),
  )
  let closed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async steps => {
      await app.ledger.keeping.settle()
      await db.execute(sql`delete from report`)
      await db.execute(sql`delete from campaign`)
      now = new Date('2026-03-10T02:00:00Z')
      const campaign = await addCampaign(db)
      await db.execute(sql`update campaign set pack = ${JSON.stringify({ ledgers: [ordinaryRules.work] })}::jsonb
        where id = ${campaign}`)
      const world: World = { db, campaign, units: Object.values(testUnits), tasks: [], book: new Map() }
      const task = await addTask(
        db,
        campaign,
        { kinds: ['city', 'county'], needed: 2 },
        days.slice(0, 2).map(due => ({ due })),
      )
      world.tasks.push(task)
      for (const periodNo of [1, 2])
        for (const unitId of [testUnits.city, testUnits.county])
          await addReport(db, { unitId, taskId: task, periodNo, type: 'talk' })
      // Where every history begins: one unit has what it was asked for, of the other one report too few is adopted.
      for (const [unitId, count] of [
        [testUnits.sister, 2],
        [testUnits.city, 1],
      ] as const)
        for (const periodNo of [1, 2])
          for (let left = count; left > 0; left--) {
            const wish = { unitId, taskId: task, periodNo, state: 'submitted' }
            await adopt(db, await addReport(db, wish), now)
          }
      await settle(world)
      for (const [deed, rolls] of steps) {
        let at = 0
        await deeds[deed]!(world, sides => rolls[at++ % rolls.length]! % sides)
      }
      await settle(world)
      closed += [...world.book.values()].filter(state => state === 'closed').length
      expect(await keptDifferences(db, world.book)).toEqual([])
      expect(await lightsWrong(db)).toEqual([])
    }),
    { numRuns: 30, endOnFailure: true },
  )
  expect(closed).toBeGreaterThan(0)
}, 240_000)
