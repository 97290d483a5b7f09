/** What strangers write into requests: refused or cleaned, never a fault of the server, never in anybody's way. */
import { randomUUID } from 'node:crypto'
import { loadPack } from '@jianbao/campaign/server'
import { wholeScope } from '@jianbao/organisation/server'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../contract/index.ts'
import { deed, draftOf, openCampaign, packAround, writeReport } from './report.fixture.ts'

let app: TestApp
let campaignId: string
let reporter: Agent
let lead: Agent
let desk: Agent
beforeAll(async () => {
  app = await openTestApp()
  ;({ campaignId } = await openCampaign(app, packAround(`${new Date().getFullYear()}-12-31`)))
  reporter = await app.as('reporter@city')
  lead = await app.as('unit-lead@city')
  desk = await app.as('editor')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const save = (written: object, by = reporter) =>
  by.request({
    ...{ method: 'PUT', url: `/api/reports/${randomUUID()}` },
    payload: { ...draftOf({ campaignId }), ...written },
  })
const figure = { measure: 'people', value: 1, unit: '人', qualifier: 'exact', of: null, surface: null }
const days = ['0000-01-01', '0001-01-01', '9999-12-31']

test('characters, days and numbers the database does not know', async () => {
  const id = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
  for (const [written, status] of [
    [{ type: 'a\0b' }, 200],
    [{ figures: [{ ...figure, id, measure: '\ud800' }] }, 200],
    [{ figures: [{ ...figure, id, unit: '\0' }] }, 400],
    [{ figures: [id, id.toUpperCase()].map(each => ({ ...figure, id: each })) }, 422],
    [{ partners: [{ unitId: null, name: '\0', role: 'host' }] }, 400],
    [{ periodNo: 2 ** 40 }, 400],
    ...days.map(startDay => [{ startDay }, 400]),
  ] as [object, number][])
    expect((await save(written)).statusCode, JSON.stringify(written)).toBe(status)
})

test('the same in lists', async () => {
  for (const list of ['reports', 'inbox', 'commissions', 'adoptions'])
    expect((await desk.get(`/api/${list}?q=%00a`)).statusCode, list).toBe(200)
  for (const day of days)
    for (const key of ['from', 'to', 'arrivedFrom', 'arrivedTo'])
      expect((await desk.get(`/api/reports?${key}=${day}`)).statusCode, `${key} ${day}`).toBe(400)
  expect((await desk.get(`/api/reports?periodNo=${2 ** 40}`)).statusCode).toBe(400)
  expect((await desk.get(`/api/reports/urn:uuid:${randomUUID()}`)).statusCode).toBe(404)
})

test('a reason is words, also without what is no character of it', async () => {
  const sent = await deed(lead, await writeReport(reporter, { campaignId }), 'approve')
  for (const reason of ['   ', '\0\0', '改 '])
    expect(
      (await desk.post(`/api/reports/${sent.id}/return`, { version: sent.version, reason })).statusCode,
    ).toBe(400)
  const adopted = await deed(desk, sent, 'adopt', { column: 'news' })
  const back = await deed(desk, adopted, 'revoke', { reason: '版面\0调整' })
  expect(back.adoptions[0]?.revokeReason).toBe('版面调整')
})

test('what a desk adopted and handed on is not taken back; returned from above it is adopted again, once', async () => {
  const [writer, signer, city] = [
    await app.as('reporter@county'),
    await app.as('unit-lead@county'),
    await app.as('editor@city'),
  ]
  const written = await writeReport(writer, { campaignId, unitId: testUnits.county })
  const adopted = await deed(city, await deed(signer, written, 'approve'), 'adopt', { column: 'news' })
  const forwarded = await deed(city, adopted, 'forward')
  const seen = (await writer.get(`/api/reports/${written.id}`)).json<Report>()
  expect(seen.actions).not.toContain('withdraw')
  const taking = await writer.post(`/api/reports/${written.id}/withdraw`, { version: forwarded.version })
  expect(taking.json().code).toBe('report-state')
  const returned = await deed(desk, forwarded, 'return', { reason: '请补充人数' })
  const again = await deed(city, await deed(signer, returned, 'approve'), 'adopt', {
    ...{ column: 'briefs', title: '补充后的标题' },
  })
  expect(again.adoptions).toMatchObject([
    { columnKey: 'briefs', title: '补充后的标题', revokedAt: null, version: 1 },
  ])
})

test('a campaign of other units is none to report for, nor to ask for', async () => {
  const [pack, now] = [packAround(`${new Date().getFullYear()}-12-31`, 'sister'), new Date()]
  const { campaignId: sisters } = await app.connection.db.transaction(tx =>
    loadPack(tx, wholeScope, { unitId: testUnits.sister, pack, now, state: 'open' }),
  )
  expect((await save({ campaignId: sisters }, await app.as('reporter'))).json().code).toBe('report-invalid')
  const wish = { units: [testUnits.city], title: '防汛科普做法', brief: '', dueDay: '2199-12-30' }
  expect((await desk.post('/api/commissions', { ...wish, campaignId: sisters })).json().code).toBe(
    'commission-task',
  )
})
