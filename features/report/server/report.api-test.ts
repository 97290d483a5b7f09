/** A report over HTTP, from its unit to the desks above. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report, ReportPage } from '../contract/index.ts'
import { deed, draftOf, openCampaign, packAround, writeReport } from './report.fixture.ts'

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

const { city, county, root } = testUnits
const write = (written = {}) => writeReport(writer, { unitId: county, campaignId, ...written })
const read = async (by: Agent, id: string) => by.get(`/api/reports/${id}`)
const statesOf = async (id: string): Promise<string | undefined> =>
  (
    await rowsOf<{ states: string }>(
      app.connection.db,
      sql`select i.states from item i join report r on r.task_id = i.task_id and r.unit_id = i.unit_id where r.id = ${id}`,
    )
  )[0]?.states

test('from the county to the province: signed, forwarded, adopted, with its history and its proof', async () => {
  const draft = await write({ taskId: tasks['opening'], periodNo: 1 })
  expect(draft).toMatchObject({ state: 'draft', version: 0, unitName: '溪口县科协' })
  expect(draft.actions).toEqual(['edit', 'send', 'remove'])
  expect((await read(await app.as('editor@city'), draft.id)).statusCode, 'a draft is for its unit').toBe(404)
  expect((await read(lead, draft.id)).statusCode).toBe(200)

  const sent = await deed(writer, draft, 'send')
  expect(sent).toMatchObject({ state: 'review', actions: ['withdraw'] })
  expect(await statesOf(draft.id)).toBe('p')
  const signed = await deed(lead, sent, 'approve')
  expect(signed).toMatchObject({ state: 'submitted', deskName: '云岭市科协' })

  const [cityDesk, topDesk] = [await app.as('editor@city'), await app.as('editor')]
  expect(
    (await topDesk.post(`/api/reports/${draft.id}/accept`, { version: signed.version })).statusCode,
  ).toBe(404)
  const forwarded = await deed(cityDesk, signed, 'forward')
  expect(forwarded).toMatchObject({ state: 'submitted', deskId: root, actions: [] })
  expect(await statesOf(draft.id), 'the city took it').toBe('d')
  const adopted = await deed(topDesk, forwarded, 'adopt', { column: 'news', title: '溪口举办讲座' })
  expect(adopted).toMatchObject({ state: 'adopted', actions: ['revoke', 'correct'] })

  const mine = (await read(writer, draft.id)).json<Report>()
  expect(mine.steps.map(step => step.action)).toEqual(['begin', 'send', 'approve', 'forward', 'adopt'])
  expect(mine.adoptions).toMatchObject([
    { columnKey: 'news', title: '溪口举办讲座', unitName: '本会', issue: null },
  ])
  const notices = (await writer.get('/api/notices')).json()
  expect(notices.rows.map((row: { kind: string }) => row.kind)).toEqual([
    'report.adopt',
    'report.forward',
    'report.approve',
  ])
  const back = await deed(topDesk, adopted, 'revoke', { reason: '与另一篇重复' })
  expect(back).toMatchObject({ state: 'accepted', adoptions: [{ revokeReason: '与另一篇重复' }] })
})

test('what is returned comes back with its reason, and goes again', async () => {
  const desk = await app.as('editor@city')
  const first = await deed(lead, await write(), 'approve')
  expect((await desk.post(`/api/reports/${first.id}/return`, { version: first.version })).statusCode).toBe(
    400,
  )
  const returned = await deed(desk, first, 'return', { reason: '请补充参加人数' })
  expect(returned.state).toBe('returned')
  const mine = (await read(writer, first.id)).json<Report>()
  expect(mine.steps.at(-1)).toMatchObject({
    action: 'return',
    reason: '请补充参加人数',
    unitName: '云岭市科协',
  })
  const changed = await writer.request({
    method: 'PUT',
    url: `/api/reports/${first.id}`,
    payload: draftOf({
      unitId: county,
      campaignId,
      version: mine.version,
      body: '改好的正文，一百二十人参加。',
    }),
  })
  expect(changed.statusCode, changed.body).toBe(200)
  const again = await deed(lead, changed.json<Report>(), 'approve')
  expect(again).toMatchObject({ state: 'submitted', submittedAt: first.submittedAt })
})

test('saving: the same twice is once, a stale page learns who changed what, an id of others is not there', async () => {
  const id = randomUUID()
  const put = (by: Agent, body: object) =>
    by.request({ method: 'PUT', url: `/api/reports/${id}`, payload: body as never })
  const draft = draftOf({ unitId: county, campaignId })
  expect((await put(writer, draft)).json()).toMatchObject({ version: 0 })
  expect((await put(writer, draft)).json(), 'sent again over a bad line').toMatchObject({ version: 0 })
  expect((await put(lead, { ...draft, version: 0, title: '单位负责人改的标题' })).json().version).toBe(1)
  const stale = await put(writer, { ...draft, version: 0, title: '信息员改的标题' })
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'report-stale'])
  expect(stale.json().detail).toContain('unit_lead.county')
  expect(stale.json().detail).toContain('标题')
  const sister = await app.as('reporter@sister')
  expect((await put(sister, draftOf({ unitId: testUnits.sister, campaignId }))).statusCode).toBe(404)
  expect((await put(sister, draftOf({ unitId: county, campaignId }))).statusCode).toBe(404)
})

test('nothing leaves that is not whole: day ahead, figure without measure, task of others, locked period', async () => {
  const send = async (written: object) => {
    const { id, version } = await write(written)
    return (await lead.post(`/api/reports/${id}/approve`, { version })).json()
  }
  const figure = { id: randomUUID(), value: 12.5, unit: '人', qualifier: 'exact', of: null, surface: null }
  expect(await send({ startDay: '2026-05-21' })).toMatchObject({ code: 'report-incomplete' })
  expect((await send({ title: '', type: 'unknown' })).detail).toMatch(/标题.*活动类型/)
  expect((await send({ figures: [{ ...figure, measure: 'noise' }] })).detail).toContain('计量项目')
  expect((await send({ figures: [{ ...figure, measure: 'people' }] })).detail).toContain('整数')
  expect(await send({ taskId: tasks['towns'], periodNo: 1 })).toMatchObject({ code: 'task-not-binding' })
  expect((await send({ taskId: tasks['monthly'], periodNo: null })).detail).toContain('期次')
  const past = await openCampaign(app, packAround('2026-03-31', 'past'), now)
  const locked = await send({ campaignId: past.campaignId, taskId: past.tasks['opening'], periodNo: 1 })
  expect(locked).toMatchObject({ code: 'report-locked' })
  expect(locked.detail).toMatch(/2026-03-31.*2026-04-11.*本会 coordinator/)
})

test('a list holds what one may see, by its filters', async () => {
  const [one, two] = [
    await write({ title: '清溪夜校开课第一讲' }),
    await write({ title: '清溪夜校开课第二讲' }),
  ]
  await deed(lead, two, 'approve')
  const list = async (by: Agent, query: string) => (await by.get(`/api/reports?${query}`)).json<ReportPage>()
  const q = `q=${encodeURIComponent('清溪夜校')}`
  expect((await list(writer, q)).rows.map(row => row.id).toSorted()).toEqual([one.id, two.id].toSorted())
  expect((await list(await app.as('editor@city'), q)).rows.map(row => row.id)).toEqual([two.id])
  expect(await list(await app.as('editor@city'), `${q}&mine=true&state=submitted`)).toMatchObject({
    total: 1,
  })
  expect(await list(await app.as('editor'), `${q}&mine=true`)).toMatchObject({ total: 0 })
  expect(
    await list(await app.as('editor'), `${q}&under=${city}&state=submitted&state=adopted`),
  ).toMatchObject({ total: 1 })
  expect(await list(await app.as('editor@sister'), q)).toMatchObject({ total: 0 })
  expect((await (await app.as('auditor')).get('/api/reports')).statusCode).toBe(404)
})

test('what a tally says of a list is what the list holds, whoever looks, also after a unit moved', async () => {
  const agree = async (persona: Persona): Promise<void> => {
    const by = await app.as(persona)
    for (const query of ['', 'state=submitted&state=returned', `under=${county}`]) {
      const page = (await by.get(`/api/reports?pageSize=100&${query}`)).json<ReportPage>()
      if (page.rows) expect([persona, query, page.total]).toEqual([persona, query, page.rows.length])
    }
  }
  const readers = ['editor', 'editor@city', 'reporter@county', 'unit-lead@city', 'inspector'] as const
  for (const persona of readers) await agree(persona)
  const lying = await deed(lead, await write({ title: '搬走之前报出的一篇' }), 'approve')
  expect(lying.deskName).toBe('云岭市科协')
  const keeper = await app.as('system-administrator')
  const { version } = (await keeper.get(`/api/units/${county}`)).json()
  const moved = await keeper.post(`/api/units/${county}/move`, {
    version,
    parentId: testUnits.sister,
    position: 0,
  })
  expect(moved.statusCode, moved.body).toBe(200)
  for (const persona of [...readers, 'editor@sister'] as const) await agree(persona)
  const there = (await read(await app.as('editor'), lying.id)).json<Report>()
  expect([there.deskName, there.actions.includes('accept')], 'no desk keeps what it cannot see').toEqual([
    '本会',
    true,
  ])
})
