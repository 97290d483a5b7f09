/** The list of one's own unit, its export, the form, and what waits for whom. */
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MinePage, ReportForm } from '../../contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from '../report.fixture.ts'

const now = new Date('2026-05-20T02:00:00Z')
const clock: Clock = { now: () => now }
let app: TestApp
let campaignId: string
let tasks: Record<string, string>
let writer: Agent
let lead: Agent
beforeAll(async () => {
  app = await openTestApp({ clock })
  ;({ campaignId, tasks } = await openCampaign(app, packAround('2026-05-31'), now))
  writer = await app.as('reporter@county')
  lead = await app.as('unit-lead@county')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const { city, county } = testUnits
const write = (written = {}) => writeReport(writer, { unitId: county, campaignId, ...written })
const mine = async (by: Agent, query = '') => {
  const answer = await by.get(`/api/reports/mine${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<MinePage>()
}

test('what needs somebody comes first, with its reason; counts stand at the tabs', async () => {
  const sent = await deed(lead, await write({ title: '已经报出的一篇' }), 'approve')
  await write({ title: '还在写的一篇' })
  const back = await deed(lead, await write({ title: '被退回的一篇' }), 'approve')
  await deed(await app.as('editor@city'), back, 'return', { reason: '请补充参加人数' })
  const waiting = await deed(writer, await write({ title: '等审签的一篇' }), 'send')
  const page = await mine(writer)
  expect(page.rows.map(row => row.title)).toEqual([
    '被退回的一篇',
    '等审签的一篇',
    '还在写的一篇',
    '已经报出的一篇',
  ])
  expect(page.rows[0]).toMatchObject({ reason: '请补充参加人数' })
  expect(page.counts).toMatchObject({ all: 4, returned: 1, review: 1, draft: 1, submitted: 1, sign: 0 })
  expect(await mine(writer, '?tab=submitted')).toMatchObject({ total: 1, rows: [{ id: sent.id }] })
  // It waits for the nearest lead alone.
  expect(await mine(lead, '?tab=sign')).toMatchObject({ total: 1, rows: [{ id: waiting.id }] })
  expect(await mine(await app.as('unit-lead@city'), '?tab=sign')).toMatchObject({ total: 0 })
  expect((await mine(await app.as('reporter@city'))).total, 'another unit’s are not mine').toBe(0)
  const work = (await lead.get('/api/work')).json()
  expect(work.groups).toContainEqual(expect.objectContaining({ kind: 'report.sign', count: 1 }))
})

test('drafts left for a day wait for their author', async () => {
  const groups = async () =>
    (await writer.get('/api/work')).json().groups as { kind: string; count: number; link: string }[]
  expect((await groups()).map(({ kind }) => kind)).not.toContain('report.draft')
  await rowsOf(app.connection.db, sql`update report set updated_at = updated_at - interval '25 hours'`)
  const drafts = (await groups()).find(({ kind }) => kind === 'report.draft')!
  expect(await mine(writer, drafts.link.replace('/reports', ''))).toMatchObject({ total: drafts.count })
})

test('the sheet holds what the list shows, and no formula', async () => {
  await write({ title: '=HYPERLINK("http://x")' })
  const answer = await writer.post('/api/reports/mine/export', { tab: 'draft' })
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const titles = book.worksheets[0]!.getColumn(1).values.filter(value => value !== undefined)
  expect(titles).toEqual(['标题', '=HYPERLINK("http://x")', '还在写的一篇'])
  expect(book.worksheets[0]!.getCell('A2').type).toBe(ExcelJs.ValueType.String)
})

test('the form knows tasks, what was done for them, who signs, and why a period is locked', async () => {
  const past = await openCampaign(app, packAround('2026-05-05', 'past'), now)
  await deed(lead, await write({ taskId: tasks['monthly'], periodNo: 202604 }), 'approve')
  const form = (await writer.get('/api/reports/form')).json<ReportForm>()
  expect(form).toMatchObject({ unitId: county, signs: false, deskName: '云岭市科协', today: '2026-05-20' })
  const campaign = form.campaigns.find(({ id }) => id === campaignId)
  const locked = form.campaigns.find(({ id }) => id === past.campaignId)
  expect(campaign!.tasks.map(task => task.name)).toEqual(['动员部署', '主题活动日'])
  expect(locked!.tasks[0]!.periods[0]).toMatchObject({ state: 'locked', lockDay: '2026-05-16' })
  expect(locked!.openers).toEqual(['本会 coordinator'])
  expect(campaign!.tasks[1]!.periods.find(({ no }) => no === 202604)).toMatchObject({
    waiting: 1,
    proven: 0,
    state: 'late',
  })
  expect((await lead.get('/api/reports/form')).json()).toMatchObject({ signs: true })
  expect((await writer.get(`/api/reports/form?unitId=${city}`)).statusCode).toBe(404)
  expect(
    (await (await app.as('reporter@city')).get(`/api/reports/form?unitId=${county}`)).json(),
  ).toMatchObject({ unitId: county })
})
