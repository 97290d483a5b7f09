/** What a circular counts, and that the lists behind its figures count the same. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import type { CircularRecord, CountedPage } from '../../contract/index.ts'
import { addCommission } from './circular.fixture.ts'
import { openCircularDesk } from './circular-desk.fixture.ts'

const desk = openCircularDesk()
const { report, make } = desk
const unitsOf = ({ figures }: CircularRecord) =>
  Object.fromEntries(
    figures.classes.flatMap(({ units }) =>
      units.map(({ unitId, rank, reported, adopted }) => [unitId, { rank, reported, adopted }]),
    ),
  )

test('reports by the day they left their unit, adoptions by the first that stands, each report once', async () => {
  await report({ day: '2021-03-31', adopted: [{ day: '2021-04-02' }] })
  await report({
    day: '2021-04-01',
    adopted: [{ day: '2021-05-02' }, { day: '2021-05-09', at: testUnits.city }],
  })
  await report({ day: '2021-06-30', adopted: [{ day: '2021-06-30', revoked: true }] })
  await report({ day: '2021-05-05', adopted: [{ day: '2021-07-01' }] })
  await report({ day: '2021-07-01' })
  await report({ unitId: testUnits.county, day: '2021-06-01' })
  await report({ unitId: testUnits.root, day: '2021-06-01' })
  const circular = await make()
  expect(unitsOf(circular)).toMatchObject({
    [testUnits.city]: { reported: 3, adopted: 2 },
    [testUnits.county]: { reported: 1, adopted: 0 },
    [testUnits.sister]: { reported: 0, adopted: 0 },
  })
  expect(circular.figures.totals).toMatchObject({ reported: 4, adopted: 2, reporting: 2, adopting: 1 })
  expect(circular.figures.before).toEqual({ reported: 1, adopted: 0 })
  expect(circular.title).toBe('关于2021年二季度青禾行动信息报送和采用情况的通报')
})

test('what came back and was not sent again is counted neither here nor in the ranking', async () => {
  const { db } = desk.app.connection
  await report({ day: '2021-05-05' })
  for (const state of ['returned', 'withdrawn', 'review']) {
    const back = await report({ day: '2021-05-06' })
    await db.execute(sql`update report set state = ${state} where id = ${back}`)
  }
  expect((await make()).figures.totals.reported).toBe(1)
  const address = `/api/scoring/ranking?campaign=${desk.campaignId}&period=2021-Q2`
  expect((await desk.editor.get(address)).json()).toMatchObject({ sums: { reported: 1 } })
})

test('the days are those of Shanghai', async () => {
  const { db } = desk.app.connection
  const late = await report({ day: '2021-06-30' })
  const early = await report({ day: '2021-04-01' })
  await db.execute(sql`update report set submitted_at = '2021-06-30T16:00:00Z' where id = ${late}`)
  await db.execute(sql`update report set submitted_at = '2021-03-31T16:00:00Z' where id = ${early}`)
  expect((await make()).figures.totals.reported).toBe(1)
})

test('ranks are those of the points, within classes, equal ones shared', async () => {
  await report({ unitId: testUnits.sister, adopted: [{ day: '2021-05-12' }] })
  await report({ unitId: testUnits.city, adopted: [{ day: '2021-05-12' }] })
  const circular = await make()
  const rows = await rowsOf<{ unitId: string; points: number }>(
    desk.app.connection.db,
    sql`select unit_id as "unitId", sum(points)::float8 as points from score_total
      where campaign_id = ${desk.campaignId} and month between '2021-04' and '2021-06' group by 1`,
  )
  for (const { units } of circular.figures.classes) {
    for (const unit of units) {
      expect(unit.points).toBe(rows.find(row => row.unitId === unit.unitId)?.points ?? 0)
      expect(unit.rank).toBe(1 + units.filter(other => other.points! > unit.points!).length)
    }
  }
  const { [testUnits.city]: city, [testUnits.sister]: sister } = unitsOf(circular)
  expect(city).toEqual(sister)
  expect(city?.adopted).toBe(1)
})

test('a city counts the units below it, not itself and not its sister', async () => {
  await report({ unitId: testUnits.county, day: '2021-06-01' })
  const circular = await make({ unitId: testUnits.city }, await desk.app.as('coordinator@city'))
  expect(Object.keys(unitsOf(circular))).toEqual([testUnits.county])
})

test('commissions by what became of them, tasks by the ledger', async () => {
  const { db } = desk.app.connection
  const of = { campaignId: desk.campaignId, due: '2021-05-20' }
  await addCommission(db, { ...of, unitId: testUnits.city, state: 'delivered', settled: '2021-05-20' })
  await addCommission(db, { ...of, unitId: testUnits.city, state: 'delivered', settled: '2021-05-21' })
  await addCommission(db, { ...of, unitId: testUnits.county, state: 'missed' })
  await addCommission(db, { ...of, unitId: testUnits.county, state: 'cancelled' })
  await addCommission(db, { ...of, unitId: testUnits.sister, due: '2021-07-02', state: 'open' })
  const { figures } = await make()
  expect(figures.commissions).toMatchObject({
    due: 3,
    onTime: 1,
    late: [{ unitId: testUnits.city, count: 1 }],
    missed: [{ unitId: testUnits.county, count: 1 }],
  })
  const monthly = figures.tasks.filter(({ name }) => name.startsWith('主题活动日'))
  expect(monthly.map(({ dueDay }) => dueDay)).toEqual(['2021-04-05', '2021-05-05', '2021-06-05'])
  for (const task of monthly) expect(task).toMatchObject({ expected: 2, onTime: 0, silentCount: 2 })
})

test('a period that runs is counted until today; what is due today is not missing yet', async () => {
  desk.now = '2021-06-05T02:00:00Z'
  await report({ day: '2021-06-04' })
  const { figures, id } = await make({ period: '2021-06' })
  expect(figures).toMatchObject({ until: '2021-06-05', before: null })
  expect(figures.tasks).toEqual([])
  expect((await desk.editor.get(`/api/circulars/${id}/file?format=txt`)).body).toContain(
    '统计截至2021年6月5日',
  )
  const early = await desk.editor.post('/api/circulars', {
    unitId: testUnits.root,
    campaignId: desk.campaignId,
    period: '2021-07',
  })
  expect([early.statusCode, early.json().code]).toEqual([422, 'circular-too-early'])
})

test('the rows behind a figure are as many as it says', async () => {
  await report({
    day: '2021-04-01',
    adopted: [{ day: '2021-05-02' }, { day: '2021-05-09', at: testUnits.city }],
  })
  await report({ unitId: testUnits.county, day: '2021-06-01' })
  await report({ unitId: testUnits.root, day: '2021-06-01' })
  await addCommission(desk.app.connection.db, {
    campaignId: desk.campaignId,
    due: '2021-05-20',
    unitId: testUnits.county,
    state: 'missed',
  })
  const circular = await make()
  const { totals, tasks, commissions } = circular.figures
  const count = async (query: string): Promise<number> => {
    const answer = await desk.editor.get(`/api/circulars/${circular.id}/counted?${query}`)
    const page: CountedPage = answer.json()
    expect(page.rows.length).toBe(Math.min(20, page.total))
    return page.total
  }
  expect(await count('what=reported')).toBe(totals.reported)
  expect(await count('what=adopted')).toBe(totals.adopted)
  expect(await count(`what=adopted&unit=${testUnits.city}`)).toBe(1)
  for (const { taskId, periodNo, expected, silentCount, onTime } of tasks) {
    const of = `task=${taskId}&periodNo=${periodNo}`
    expect(await count(`what=task&${of}`)).toBe(expected)
    expect(await count(`what=silent&${of}`)).toBe(silentCount)
    expect(await count(`what=on-time&${of}`)).toBe(onTime)
  }
  expect(tasks.length).toBeGreaterThan(2)
  expect(await count('what=commission')).toBe(commissions.due)
  expect(await count('what=commission-missed')).toBe(1)
})
