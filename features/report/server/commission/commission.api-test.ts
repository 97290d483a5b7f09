/** A piece is asked for, answered, late, taken, recalled, moved and cancelled. */
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Commission, CommissionAsked, CommissionPage, Report } from '../../contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from '../report.fixture.ts'

// Ten minutes to midnight in Shanghai.
const start = new Date('2026-05-22T15:50:00Z').getTime()
let now = start
const clock: Clock = { now: () => new Date(now) }
const minutes = (count: number) => count * 60_000
let app: TestApp
let campaignId: string
let tasks: Record<string, string>
let desk: Agent
let reporter: Agent
let lead: Agent
beforeAll(async () => {
  app = await openTestApp({ clock })
  ;({ campaignId, tasks } = await openCampaign(app, packAround('2026-05-31'), clock.now()))
  desk = await app.as('editor')
  reporter = await app.as('reporter@city')
  lead = await app.as('unit-lead@city')
})
beforeEach(() => {
  now = start
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const { city, county, sister } = testUnits
const wish = { units: [city], title: '防汛科普做法', brief: '800 字以内，附照片。', dueDay: '2026-05-22' }
async function ask(more: object = {}, by = desk): Promise<string> {
  const answer = await by.post('/api/commissions', { ...wish, ...more })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<CommissionAsked>().commissions[0]!.id
}
const get = async (id: string, by = desk) => (await by.get(`/api/commissions/${id}`)).json<Commission>()
const answerWith = async (commissionId: string): Promise<Report> =>
  deed(lead, await writeReport(reporter, { campaignId, commissionId }), 'approve')
const midnight = async () => {
  await app.commissions.look()
  await app.commissions.queue.idle()
}

test('asked, answered and taken: the commission follows its report, and whoever asked is told', async () => {
  const id = await ask()
  expect((await reporter.get('/api/notices')).json().rows[0]).toMatchObject({
    kind: 'commission.asked',
    details: { title: '防汛科普做法', due: '2026-05-22' },
  })
  expect(await get(id, reporter)).toMatchObject({ state: 'open', deskName: '本会', actions: ['answer'] })
  expect((await get(id)).actions).toEqual(['move', 'cancel'])
  const draft = await writeReport(reporter, { campaignId, commissionId: id })
  expect((await get(id)).state, 'a draft is no delivery').toBe('open')
  const sent = await deed(lead, draft, 'approve')
  expect(await get(id)).toMatchObject({ state: 'delivered', late: false, report: { id: sent.id } })
  const back = await deed(desk, sent, 'return', { reason: '请补充照片' })
  expect(await get(id)).toMatchObject({ state: 'open', report: null })
  const again = await deed(lead, back, 'approve')
  await deed(desk, again, 'keep')
  expect(await get(id)).toMatchObject({ state: 'done' })
  expect((await reporter.get('/api/notices')).json().rows.map((row: { kind: string }) => row.kind)).toContain(
    'commission.done',
  )
  const page = (await desk.get('/api/commissions?side=asked&state=done')).json<CommissionPage>()
  expect(page).toMatchObject({ total: 1, counts: { done: 1, open: 0 }, asks: true })
})

test('the desk below takes nothing for the desk that asked', async () => {
  const id = await ask({ units: [county] })
  const draft = await writeReport(await app.as('reporter@county'), {
    ...{ campaignId, commissionId: id, unitId: county },
  })
  const sent = await deed(await app.as('unit-lead@county'), draft, 'approve')
  const forwarded = await deed(await app.as('editor@city'), sent, 'forward')
  expect((await get(id)).state).toBe('delivered')
  await deed(desk, forwarded, 'accept')
  expect((await get(id)).state).toBe('done')
})

test('the day passes: missed once, by however many servers; what comes later is delivered and stays late', async () => {
  const [id, other] = [await ask(), await ask({ title: '夜校做法' })]
  await deed(desk, await answerWith(other), 'accept')
  now += minutes(9)
  await midnight()
  expect((await get(id)).state, 'its own day is not over in Shanghai').toBe('open')
  now += minutes(2)
  await Promise.all([midnight(), midnight()])
  await midnight()
  expect(await get(id)).toMatchObject({ state: 'missed', late: true, actions: ['move', 'cancel'] })
  expect((await get(other)).state).toBe('done')
  const [told] = await rowsOf<{ count: number }>(
    app.connection.db,
    sql`select count(*)::int as count from notice n join person p on p.id = n.person_id
      where n.kind = 'commission.missed' and p.name = 'reporter.city'`,
  )
  expect(told?.count).toBe(1)
  const sent = await answerWith(id)
  expect(await get(id)).toMatchObject({ state: 'delivered', late: true })
  await deed(reporter, sent, 'withdraw')
  expect(await get(id), 'taken back after its day').toMatchObject({ state: 'missed', late: true })
})

test('moved, cancelled with a reason, and no further; only by the desk that asked', async () => {
  const id = await ask()
  const post = (by: Agent, deed: string, body: object) => by.post(`/api/commissions/${id}/${deed}`, body)
  expect(
    (await post(await app.as('editor@city'), 'move', { version: 0, dueDay: '2026-06-01' })).statusCode,
  ).toBe(404)
  expect((await post(desk, 'move', { version: 0, dueDay: '2026-05-21' })).json().code).toBe('commission-day')
  now += minutes(11)
  await midnight()
  const { version } = await get(id)
  expect((await post(desk, 'move', { version: 0, dueDay: '2026-06-01' })).json().code).toBe(
    'changed-meanwhile',
  )
  expect((await post(desk, 'move', { version, dueDay: '2026-06-01' })).json()).toMatchObject({
    ...{ state: 'open', late: false, dueDay: '2026-06-01' },
  })
  expect((await post(desk, 'cancel', { version: version + 1, reason: '' })).statusCode).toBe(400)
  expect((await post(desk, 'cancel', { version: version + 1, reason: '选题已撤' })).json()).toMatchObject({
    ...{ state: 'cancelled', reason: '选题已撤', actions: [] },
  })
  expect((await post(desk, 'move', { version: version + 2, dueDay: '2026-06-02' })).json().code).toBe(
    'commission-state',
  )
  await answerWith(id)
  expect((await get(id)).state).toBe('cancelled')
})

test('many units or none: what could not be handed in is not asked for, and others’ units are not there', async () => {
  const post = async (more: object, by = desk) =>
    (await by.post('/api/commissions', { ...wish, ...more })).json()
  expect((await post({ units: [city, county, sister, city] })).commissions).toHaveLength(3)
  const before = await rowsOf(app.connection.db, sql`select from commission`)
  expect((await post({ dueDay: '2026-05-21' })).code).toBe('commission-day')
  expect((await post({ taskId: tasks['towns'], periodNo: 1 })).code).toBe('task-not-binding')
  expect((await post({ taskId: tasks['opening'], periodNo: 9 })).code).toBe('commission-task')
  expect((await post({ units: [city, sister] }, await app.as('editor@city'))).code).toBe('not-found')
  expect((await post({ deskId: city })).code).toBe('not-found')
  expect((await post({ title: '约'.repeat(200) })).code).toBe('bad-request')
  const past = await openCampaign(app, packAround('2026-03-31', 'past'), clock.now())
  expect((await post({ taskId: past.tasks['opening'], periodNo: 1 })).code).toBe('commission-locked')
  expect(await rowsOf(app.connection.db, sql`select from commission`)).toHaveLength(before.length)
  const id = await ask({ taskId: tasks['opening'], periodNo: 1 })
  expect(await get(id, reporter)).toMatchObject({ campaignId, taskName: '动员部署', periodNo: 1 })
  const sheet = await desk.post('/api/commissions/export', { side: 'asked' })
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})
