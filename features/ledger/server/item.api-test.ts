/** Items stay true whatever is done to plan, tree and reports: the triggers are walked one by one. */
import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCampaign, addPeriods, addReport, addTask, addUnit, letters } from './ledger.fixture.ts'

let app: TestApp
let campaign: string
const { city, county, sister } = testUnits
const db = () => app.connection.db
const of = (task: string, unit: string = city) => letters(db(), task, unit)
const change = (what: ReturnType<typeof sql>) => db().execute(what)

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  campaign = await addCampaign(db())
})

const cities = { kinds: ['city'] }
const march = { due: '2026-03-31' }

test('a draft binds nobody; opened it binds units of its kinds and those it names, and closed it still does', async () => {
  const draft = await addCampaign(db(), { state: 'draft' })
  const task = await addTask(db(), draft, { kinds: ['city'], unitIds: [county] }, [march])
  expect(await of(task)).toBe(null)
  await change(sql`update campaign set state = 'open' where id = ${draft}`)
  expect([
    await of(task),
    await of(task, county),
    await of(task, sister),
    await of(task, testUnits.root),
  ]).toEqual(['.', '.', '.', null])
  await change(sql`update campaign set state = 'closed' where id = ${draft}`)
  expect(await of(task)).toBe('.')
  await change(sql`update campaign set state = 'draft' where id = ${draft}`)
  expect(await of(task)).toBe('!.')
})

test('a campaign of a city binds only what lies below it', async () => {
  const own = await addCampaign(db(), { unitId: city })
  const task = await addTask(db(), own, { kinds: ['city', 'county'] }, [march])
  expect([await of(task), await of(task, county), await of(task, sister)]).toEqual(['.', '.', null])
})

test('tasks that are added, dropped, taken up again and bound to other kinds', async () => {
  const task = await addTask(db(), campaign, cities, [march])
  expect(await of(task)).toBe('.')
  await change(sql`update task set dropped = true where id = ${task}`)
  expect(await of(task)).toBe('!.')
  await change(sql`update task set dropped = false, kinds = '{county}' where id = ${task}`)
  expect([await of(task), await of(task, county)]).toEqual(['!.', '.'])
  await change(sql`delete from campaign where id = ${campaign}`)
  expect(await of(task, county)).toBe(null)
})

test('periods that are added, moved and taken away; a task without any has no letters', async () => {
  const task = await addTask(db(), campaign, cities, [])
  expect(await of(task)).toBe('')
  await addPeriods(db(), task, [
    { due: '2026-01-31', no: 202601 },
    { due: '2026-02-28', no: 202602 },
  ])
  await addReport(db(), { unitId: city, taskId: task, periodNo: 202601 })
  expect(await of(task)).toBe('l.')
  await change(sql`update task_period set due_day = '2026-02-01' where task_id = ${task} and no = 202601`)
  expect(await of(task)).toBe('d.')
  await addPeriods(db(), task, [{ due: '2025-12-31', no: 202512 }])
  expect(await of(task)).toBe('.d.')
  await change(sql`delete from task_period where task_id = ${task} and no = 202512`)
  expect(await of(task)).toBe('d.')
})

test('a day is over at midnight in Shanghai', async () => {
  const task = await addTask(db(), campaign, cities, [march])
  await addReport(db(), { unitId: city, taskId: task, submitted: '2026-03-31T15:59:59Z' })
  await addReport(db(), { unitId: sister, taskId: task, submitted: '2026-03-31T16:00:00Z' })
  expect([await of(task), await of(task, sister)]).toEqual(['d', 'l'])
})

test('a report on its way: sent, accepted, handed up, returned, sent again, withdrawn, deleted', async () => {
  const task = await addTask(db(), campaign, cities, [march])
  const id = await addReport(db(), { unitId: city, taskId: task, state: 'draft' })
  const seen: (string | null)[] = [await of(task)]
  const step = async (set: ReturnType<typeof sql>) => {
    await change(sql`update report set ${set} where id = ${id}`)
    seen.push(await of(task))
  }
  const now = sql`'2026-03-01T00:00:00Z'`
  await step(sql`state = 'review', sent_at = ${now}`)
  await step(sql`state = 'submitted', submitted_at = ${now}`)
  await step(sql`state = 'accepted', accepted_at = ${now}`)
  await step(sql`state = 'submitted'`)
  await step(sql`state = 'returned', accepted_at = null`)
  await step(sql`state = 'withdrawn'`)
  await step(sql`state = 'adopted', accepted_at = ${now}`)
  await step(sql`state = 'kept'`)
  await change(sql`delete from report where id = ${id}`)
  seen.push(await of(task))
  expect(seen.join('')).toBe('.ppddp.dd.')
})

test('a report that is given another type, another task or another period', async () => {
  const periods = [{ due: '2026-03-31' }, { due: '2026-06-30' }]
  const task = await addTask(db(), campaign, { ...cities, types: ['visit'] }, periods)
  const other = await addTask(db(), campaign, cities, periods)
  const id = await addReport(db(), { unitId: city, taskId: task, type: 'talk' })
  const seen = [await of(task)]
  const set = async (what: ReturnType<typeof sql>) => {
    await change(sql`update report set ${what} where id = ${id}`)
    seen.push(`${await of(task)} ${await of(other)}`)
  }
  await set(sql`type = 'visit'`)
  await set(sql`period_no = 2`)
  await set(sql`task_id = ${other}`)
  await set(sql`task_id = null, period_no = null`)
  expect(seen).toEqual(['..', 'd. ..', '.d ..', '.. .d', '.. ..'])
})

test('where several are needed the last of them decides whether it was in time', async () => {
  const task = await addTask(db(), campaign, { ...cities, needed: 2 }, [march])
  await addReport(db(), { unitId: city, taskId: task })
  const seen = [await of(task)]
  await addReport(db(), { unitId: city, taskId: task, submitted: '2026-04-02T00:00:00Z' })
  seen.push(await of(task))
  await addReport(db(), { unitId: city, taskId: task, submitted: '2026-03-02T00:00:00Z' })
  seen.push(await of(task))
  await change(sql`update task set needed = 4 where id = ${task}`)
  seen.push(await of(task))
  expect(seen).toEqual(['p', 'l', 'd', 'p'])
})

test('units that are added, given another kind, retired, taken back, moved and merged', async () => {
  const task = await addTask(db(), campaign, { kinds: ['county'] }, [march])
  const unit = await addUnit(db(), { parentId: city })
  await addReport(db(), { unitId: unit, taskId: task })
  const keeper = await app.as('system-administrator')
  const act = async (deed: string, body: object = {}) => {
    const { version } = (await keeper.get(`/api/units/${unit}`)).json()
    const answer = await keeper.post(`/api/units/${unit}/${deed}`, { version, ...body })
    expect([deed, answer.statusCode]).toEqual([deed, 200])
  }
  const scope = async () => {
    const rows = await db().execute(sql`select starts_with(i.scope_path, u.path) as below from item i, unit u
      where i.task_id = ${task} and i.unit_id = ${unit} and u.id = ${sister}`)
    return (rows as unknown as { rows: { below: boolean }[] }).rows[0]?.below
  }
  expect([await of(task, unit), await scope()]).toEqual(['d', false])
  await change(sql`update unit set kind = 'society' where id = ${unit}`)
  expect(await of(task, unit)).toBe('!d')
  await change(sql`update unit set kind = 'county' where id = ${unit}`)
  await act('retire')
  expect(await of(task, unit)).toBe('!d')
  await act('restore')
  await act('move', { parentId: sister, position: 0 })
  expect([await of(task, unit), await scope()]).toEqual(['d', true])
  await act('merge', { into: county })
  expect([await of(task, unit), await of(task, county)]).toEqual(['!d', '.'])
})

test('a unit that moves into or out of the campaign of a city', async () => {
  const own = await addCampaign(db(), { unitId: city })
  const task = await addTask(db(), own, { kinds: ['county'] }, [march])
  const unit = await addUnit(db(), { parentId: sister })
  const keeper = await app.as('system-administrator')
  const move = async (parentId: string) => {
    const { version } = (await keeper.get(`/api/units/${unit}`)).json()
    await keeper.post(`/api/units/${unit}/move`, { version, parentId, position: 0 })
    return of(task, unit)
  }
  expect([await of(task, unit), await move(city), await move(sister)]).toEqual([null, '.', '!.'])
})
