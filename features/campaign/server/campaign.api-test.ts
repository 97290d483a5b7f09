/** Packs, plans, openings and commitments over HTTP, as the people who work with them. */
import { createHash } from 'node:crypto'
import { localDay, nextDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits, uploadBody, zipFile } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  Campaign,
  CampaignPage,
  CommitmentPage,
  PackPreview,
  TaskDetail,
  UnitTaskList,
} from '../contract/index.ts'
import { openPackZip } from './pack/open-source.ts'
import { packOf, smallFiles } from './pack/pack.fixture.ts'
import { readPack } from './pack/read-pack.ts'

let app: TestApp
let keeper: Agent
const now = new Date('2026-02-20T02:00:00Z')
const clock = { now: () => now }
const today = localDay(now)
beforeAll(async () => {
  app = await openTestApp({ clock })
  keeper = await app.as('coordinator')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})
const { root, city, county, sister } = testUnits
type Files = Readonly<Record<string, string>>
const filesNamed = (id: string, more: Files = {}): Files => ({
  ...smallFiles,
  'campaign.yaml': smallFiles['campaign.yaml'].replace('study-2026', id),
  ...more,
})

async function send(url: string, files: Files, by = keeper) {
  const content = zipFile(Object.entries(files).map(([name, text]) => ({ name, content: text })))
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: '方案.zip', content }])
  return by.upload(payload, contentType, url)
}
const check = async (files: Files, by = keeper): Promise<PackPreview> =>
  (await send('/api/campaign-packs/check', files, by)).json()
async function make(id: string, more: Files = {}): Promise<Campaign> {
  const made = (await send('/api/campaign-packs', filesNamed(id, more))).json<Campaign>()
  const opened = await keeper.post(`/api/campaigns/${made.id}/open`, { version: made.version })
  expect(opened.statusCode, opened.body).toBe(200)
  return opened.json()
}
const code = (answer: { json(): { code: string } }): string => answer.json().code
const notices = async (name: string) =>
  (
    await rowsOf<{ kind: string }>(
      app.connection.db,
      sql`select n.kind from notice n join person p on p.id = n.person_id where p.name = ${name} order by n.id`,
    )
  ).map(row => row.kind)

test('a pack is looked at, loaded as a draft, published, and renewed; what was looked at is what is done', async () => {
  const preview = await check(filesNamed('looked-at'))
  expect(preview).toMatchObject({
    ...{ unitId: root, unitName: '本会', campaignId: null, version: null, faults: [] },
    campaign: { key: 'looked-at', tasks: 2 },
  })
  expect(preview.changes.filter(({ part }) => part === 'task')).toHaveLength(2)
  const made = (await send('/api/campaign-packs', filesNamed('looked-at'))).json<Campaign>()
  expect(made).toMatchObject({ state: 'draft', version: 0, actions: ['load', 'open', 'renew'] })
  const reader = await app.as('reporter@county')
  const seen = async () =>
    (await reader.get('/api/campaigns?pageSize=100')).json<CampaignPage>().rows.map(({ key }) => key)
  expect(await seen()).not.toContain('looked-at')
  expect((await reader.get(`/api/campaigns/${made.id}`)).statusCode).toBe(404)
  await keeper.post(`/api/campaigns/${made.id}/open`, { version: 0 })
  expect(await seen()).toContain('looked-at')
  const read = (await reader.get(`/api/campaigns/${made.id}`)).json<Campaign>()
  expect(read).toMatchObject({ unitName: '本会', actions: [], today })
  expect(
    read.tasks.map(({ key, bound }) => [key, bound]),
    'as far as they see',
  ).toEqual([
    ['monthly', 1],
    ['once', 0],
  ])
  expect((await check(filesNamed('looked-at'))).changes).toEqual([])
  const changed = filesNamed('looked-at', {
    'tasks.yaml': smallFiles['tasks.yaml'].replace('每月一学', '每月两学'),
  })
  const again = await check(changed)
  expect(again).toMatchObject({ campaignId: made.id, version: 1 })
  expect(again.changes).toEqual([
    { part: 'task', key: 'monthly', name: '每月两学', change: 'changed', fields: ['name'] },
  ])
  expect(code(await send('/api/campaign-packs?version=0', changed))).toBe('changed-meanwhile')
  expect(code(await send('/api/campaign-packs', changed))).toBe('changed-meanwhile')
  expect((await send('/api/campaign-packs?version=1', changed)).json()).toMatchObject({ version: 2 })
})

test('with one fault nothing is loaded, and all are told in the language of the page', async () => {
  const bad = filesNamed('with-faults', {
    'tasks.yaml': smallFiles['tasks.yaml']
      .replace('2026-03-31', '2027-03-31')
      .replace('[sisters]', '[sister]'),
  })
  expect((await check(bad)).faults).toMatchObject([
    { file: 'tasks.yaml', line: 13, place: 'tasks[2]（动员会）.groups[1]' },
    { file: 'tasks.yaml', line: 14, text: expect.stringContaining('2027-03-31 不在活动期间') },
  ])
  expect(code(await send('/api/campaign-packs', bad))).toBe('pack-invalid')
  const found = await rowsOf(app.connection.db, sql`select 1 from campaign where key = 'with-faults'`)
  expect(found).toEqual([])
  const elsewhere = await check(filesNamed('elsewhere'), await app.as('coordinator@city'))
  expect(elsewhere.faults).toMatchObject([{ file: 'campaign.yaml', text: expect.stringContaining('990200') }])
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'a.zip', content: 'no ZIP' }])
  expect(code(await keeper.upload(payload, contentType, '/api/campaign-packs/check'))).toBe('file-not-zip')
})

test('a plan is closed and opened, saved as the pack it came from, and made anew for another year', async () => {
  const campaign = await make('a-year-2026')
  const act = (action: string, body: object) => keeper.post(`/api/campaigns/${campaign.id}/${action}`, body)
  const saved = await act('pack', {})
  const { pack } = readPack(await openPackZip(saved.rawPayload, 'a.zip'))
  expect(pack).toEqual(packOf(filesNamed('a-year-2026')))
  expect(code(await act('open', { version: campaign.version }))).toBe('not-now')
  expect(code(await act('close', { version: 0 }))).toBe('changed-meanwhile')
  const closed = (await act('close', { version: campaign.version })).json<Campaign>()
  expect(closed).toMatchObject({ state: 'closed', actions: ['open', 'renew'] })
  const next = (await act('renew', { year: 2027 })).json<Campaign>()
  expect(next).toMatchObject({
    key: 'a-year-2027',
    name: '2027年学习',
    state: 'draft',
    fromDay: '2027-01-01',
  })
  expect(code(await act('renew', { year: 2027 }))).toBe('campaign-exists')
  expect(code(await act('renew', { year: 2026 }))).toBe('campaign-exists')
  const trail = await rowsOf<{ action: string }>(
    app.connection.db,
    sql`select action from audit_entry where object in (${campaign.id}, ${next.id}) and outcome = 'done' order by id`,
  )
  expect(trail.map(entry => entry.action)).toEqual(
    ['load', 'open', 'save', 'close', 'renew'].map(verb => `campaign.${verb}`),
  )
})

test('a locked period is opened for one unit, whose people hear of it, and closed again', async () => {
  const campaign = await make('openings')
  const taskId = campaign.tasks[0]!.id
  const get = async () => (await keeper.get(`/api/tasks/${taskId}`)).json<TaskDetail>()
  expect((await get()).periods.map(({ no, state }) => [no, state])).toEqual([
    [202601, 'locked'],
    [202602, 'open'],
    [202603, 'coming'],
  ])
  const open = (more: object, by = keeper) =>
    by.post(`/api/tasks/${taskId}/openings`, {
      ...{ periodNo: 202601, unitId: city, untilDay: nextDay(today, 3), reason: '停电' },
      ...more,
    })
  expect(code(await open({ periodNo: 202602 }))).toBe('not-now')
  expect(code(await open({ untilDay: nextDay(today, -1) }))).toBe('bad-request')
  expect(code(await open({ reason: '  停 ' }))).toBe('bad-request')
  expect((await open({ unitId: root })).statusCode, 'not bound').toBe(404)
  expect((await open({}, await app.as('coordinator@city'))).statusCode, 'not their campaign').toBe(404)
  expect((await open({})).statusCode).toBe(204)
  expect(await notices('unit_lead.city')).toContain('task.period-opened')
  expect(await notices('unit_lead.county')).not.toContain('task.period-opened')
  const units = async (query = '') =>
    (await keeper.get(`/api/tasks/${taskId}/units?${query}`)).json().rows as {
      id: string
      openings: object[]
    }[]
  expect((await units('opened=true')).map(({ id }) => id)).toEqual([city])
  expect((await units('opened=true'))[0]!.openings).toMatchObject([
    { periodNo: 202601, untilDay: nextDay(today, 3), reason: '停电', byName: 'coordinator', over: false },
  ])
  expect((await units('kind=county')).map(({ id }) => id)).toEqual([county])
  const own = (await (await app.as('reporter@city')).get('/api/unit-tasks')).json<UnitTaskList>()
  const period = own.tasks.find(({ id }) => id === taskId)!.periods[0]
  expect(period).toMatchObject({ state: 'late', openUntil: nextDay(today, 3), standing: 'none' })
  const close = () => keeper.post(`/api/tasks/${taskId}/openings/close`, { periodNo: 202601, unitId: city })
  expect((await close()).statusCode).toBe(204)
  expect((await close()).statusCode).toBe(404)
  expect(await units('opened=true')).toEqual([])
  expect((await get()).openings).toBe(0)
})

test('a unit sees how far it is with what it has to do', async () => {
  const campaign = await make('standing')
  const taskId = campaign.tasks[0]!.id
  await app.connection.db.execute(
    sql`update item set states = 'dl.' where task_id = ${taskId} and unit_id = ${county}`,
  )
  const list = (await (await app.as('reporter@county')).get('/api/unit-tasks')).json<UnitTaskList>()
  expect(list.unit.name).toBe('溪口县科协')
  const task = list.tasks.find(({ id }) => id === taskId)!
  expect(task.periods.map(({ standing }) => standing)).toEqual(['done', 'done-late', 'none'])
  expect((await (await app.as('reporter@county')).get(`/api/unit-tasks?unit=${city}`)).statusCode).toBe(404)
})

test('a commitment is issued, read, signed by the lead of the unit alone, and kept with its hash', async () => {
  const campaign = await make('commitments')
  const issue = () => keeper.post(`/api/campaigns/${campaign.id}/commitments`, { key: 'duty' })
  expect((await issue()).json()).toEqual({ units: 2 })
  expect((await issue()).json()).toEqual({ units: 0 })
  expect(await notices('unit_lead.city')).toContain('commitment.issued')
  const lead = await app.as('unit-lead@city')
  const query = `/api/commitments?campaign=${campaign.id}`
  const list = async (by: Agent, more = '') => (await by.get(`${query}${more}`)).json<CommitmentPage>().rows
  const [row] = await list(lead, '&own=true')
  expect(row).toMatchObject({ unitName: '云岭市科协', state: 'unsigned', actions: ['sign'] })
  const url = `/api/commitments/${row!.id}`
  const read = (await lead.get(url)).json()
  expect(read.paragraphs).toEqual(['云岭市科协负全责。', '按时报送。'])
  const text = await lead.get(`${url}/text`)
  expect(text.body).toBe('责任书\n云岭市科协负全责。\n按时报送。\n')
  expect(createHash('sha256').update(text.rawPayload).digest('hex')).toBe(read.sha256)
  const sign = (by: Agent, more: object = {}) =>
    by.post(`${url}/sign`, { version: 0, sha256: read.sha256, ...more })
  expect((await sign(await app.as('unit-lead'))).statusCode, 'the lead above').toBe(404)
  expect(code(await sign(lead, { sha256: 'a'.repeat(64) }))).toBe('changed-meanwhile')
  expect(code(await sign(lead, { version: 1 }))).toBe('changed-meanwhile')
  expect((await sign(lead)).statusCode).toBe(204)
  expect(code(await sign(lead))).toBe('commitment-signed')
  expect((await lead.get(url)).json()).toMatchObject({
    ...{ state: 'signed', signedByName: 'unit_lead.city', signedSha256: read.sha256, actions: [] },
  })
  const [told] = await rowsOf(
    app.connection.db,
    sql`select after from audit_entry where action = 'commitment.sign' and object = ${row!.id} and outcome = 'done'`,
  )
  expect(JSON.stringify(told)).toContain(read.sha256)
  const tallies = (await keeper.get(`/api/campaigns/${campaign.id}/commitments`)).json()
  expect(tallies.rows).toMatchObject([{ bound: 2, issued: 2, signed: 1, overdue: 0 }])
  for (const [state, count] of [
    ['signed', 1],
    ['unsigned', 1],
    ['overdue', 0],
  ] as const)
    expect(await list(keeper, `&state=${state}`), state).toHaveLength(count)
  expect(
    (await keeper.post(`/api/campaigns/${campaign.id}/commitments/remind`, { key: 'duty' })).json(),
  ).toEqual({
    units: 1,
  })
  expect(await notices('unit_lead.sister')).toContain('commitment.due')
  const order = async (sort: string) => (await list(keeper, `&sort=${sort}`)).map(({ unitId }) => unitId)
  expect([await order('unit'), await order('-unit'), await order('signed')]).toEqual([
    [city, sister],
    [sister, city],
    [city, sister],
  ])
  const book = new ExcelJs.Workbook()
  const sheet = await keeper.post('/api/commitments/export', { campaign: campaign.id })
  await book.xlsx.load(sheet.rawPayload as never)
  const rows = book.worksheets[0]!.getSheetValues()
    .slice(1)
    .map(line => (line as string[]).slice(1, 5))
  expect(rows).toEqual([
    ['单位', '责任书', '工作', '状态'],
    ['海州市科协', '责任书', '2026年学习', '未签署'],
    ['云岭市科协', '责任书', '2026年学习', '已签署'],
  ])
})

test('new words reach those who did not sign; what was signed stays as it was', async () => {
  const campaign = await make('new-words')
  const issue = () => keeper.post(`/api/campaigns/${campaign.id}/commitments`, { key: 'duty' })
  await issue()
  const query = `/api/commitments?campaign=${campaign.id}`
  const lead = await app.as('unit-lead@city')
  const [row] = (await lead.get(query)).json<CommitmentPage>().rows
  const { sha256 } = (await lead.get(`/api/commitments/${row!.id}`)).json()
  await lead.post(`/api/commitments/${row!.id}/sign`, { version: 0, sha256 })
  const more = smallFiles['commitments.yaml'].replace('按时报送。', '按月报送。')
  await send(
    `/api/campaign-packs?version=${campaign.version}`,
    filesNamed('new-words', { 'commitments.yaml': more }),
  )
  expect((await issue()).json()).toEqual({ units: 1 })
  const texts = await rowsOf<{ unit: string; text: string }>(
    app.connection.db,
    sql`select unit_id as unit, paragraphs->>1 as text from commitment where campaign_id = ${campaign.id}`,
  )
  expect(Object.fromEntries(texts.map(({ unit, text }) => [unit, text]))).toEqual({
    [city]: '按时报送。',
    [sister]: '按月报送。',
  })
  const other = await app.as('unit-lead@sister')
  const [unsigned] = (await other.get(query)).json<CommitmentPage>().rows
  const stale = await other.post(`/api/commitments/${unsigned!.id}/sign`, { version: 0, sha256 })
  expect(code(stale), 'read before the words changed').toBe('changed-meanwhile')
})
