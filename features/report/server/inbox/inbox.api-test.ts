/** The inbox of a desk over HTTP: what lies there, who is at it, many at once, and what makes one piece. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  InboxClaim,
  InboxDone,
  InboxPage,
  InboxSimilar,
  InboxWords,
  Report,
} from '../../contract/index.ts'
import { deed, openCampaign, packAround } from '../report.fixture.ts'
import { bringIn, bringToCity, sharedActivity } from './inbox.fixture.ts'

let now = new Date('2026-05-20T02:00:00Z').getTime()
const clock: Clock = { now: () => new Date(now) }
const minutes = (count: number) => count * 60_000
let app: TestApp
let campaignId: string
let desk: Agent
let other: Agent

beforeAll(async () => {
  app = await openTestApp({ clock })
  ;({ campaignId } = await openCampaign(app, packAround('2026-05-31'), clock.now()))
  desk = await app.as('editor')
  // A second editor of the same desk.
  await app.connection.db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    select gen_random_uuid(), p.id, ${testUnits.root}, '', 'editor', now() from person p where p.name = 'reviser'`)
  other = await app.as('reviser')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const list = async (by: Agent, query = '') => (await by.get(`/api/inbox${query}`)).json<InboxPage>()
const many = (by: Agent, what: string, reports: readonly Report[], more = {}) =>
  by.post(`/api/inbox/${what}`, { reports: reports.map(({ id, version }) => ({ id, version })), ...more })
const states = async (reports: readonly { id: string }[]) =>
  Promise.all(reports.map(async ({ id }) => (await desk.get(`/api/reports/${id}`)).json<Report>().state))

test('the tally of a desk is what a count of its rows gives, after all that can happen to reports', async () => {
  const reports = []
  for (let at = 0; at < 6; at++)
    reports.push(await bringIn(app, campaignId, { title: `第${at}次主题活动情况` }))
  const [one, two, three, four, five] = reports as [Report, Report, Report, Report, Report]
  await deed(desk, one, 'accept')
  await deed(desk, two, 'adopt', { column: 'news' })
  const kept = await deed(desk, three, 'keep')
  await deed(desk, four, 'return', { reason: '请补充人数' })
  await deed(await app.as('reporter@city'), five, 'withdraw')
  await deed(desk, kept, 'reopen')
  const forwarded = await bringToCity(app, campaignId)
  await deed(await app.as('editor@city'), forwarded, 'forward')
  const brute = async (inbox: string) =>
    rowsOf(
      app.connection.db,
      sql`select state, count(*)::int as count from report where coalesce(desk_id, returned_by) = ${inbox}
        group by 1 order by 1`,
    )
  const tally = async (inbox: string) =>
    rowsOf(
      app.connection.db,
      sql`select state, sum(difference)::int as count from inbox_tally where inbox_id = ${inbox}
        group by 1 having sum(difference) <> 0 order by 1`,
    )
  for (const inbox of [testUnits.root, testUnits.city]) expect(await tally(inbox)).toEqual(await brute(inbox))
  const { counts } = await list(desk)
  expect(counts).toEqual({ submitted: 2, accepted: 2, adopted: 1, kept: 0, returned: 1, all: 6 })
  expect((await list(desk, '?figures=false')).counts, 'the same counted under a filter').toEqual(counts)
  expect((await list(desk, '?tab=returned')).rows.map(row => row.id)).toEqual([four.id])
})

test('the tally is folded now and then, and says the same', async () => {
  const report = await bringIn(app, campaignId, { title: '来回改动的一篇' })
  const differences = async () =>
    (
      await rowsOf<{ rows: number; sum: number }>(
        app.connection.db,
        sql`select count(*)::int as rows, sum(difference)::int as sum from inbox_tally
          where inbox_id = ${testUnits.root}`,
      )
    )[0]!
  const before = await differences()
  for (let at = 0; at < 250; at++)
    for (const state of ['accepted', 'submitted'])
      await app.connection.db.execute(sql`update report set state = ${state} where id = ${report.id}`)
  const after = await differences()
  expect(after.sum).toBe(before.sum)
  // Without folding a thousand rows would have come to it.
  expect(after.rows).toBeLessThan(before.rows + 900)
  expect(await deed(await app.as('reporter@city'), report, 'withdraw')).toMatchObject({ state: 'withdrawn' })
})

test('it holds what lies on the caller’s desk alone, by its filters', async () => {
  const mark = '清溪夜校'
  const mine = await bringIn(app, campaignId, {
    title: `${mark}开课`,
    unitId: testUnits.sister,
    type: 'service',
  })
  await bringToCity(app, campaignId, { title: `${mark}县里开课` })
  const q = `q=${encodeURIComponent(mark)}`
  expect((await list(desk, `?${q}`)).rows.map(row => row.id)).toEqual([mine.id])
  expect((await list(await app.as('editor@city'), `?${q}`)).total).toBe(1)
  expect((await list(await app.as('editor@sister'), `?${q}`)).total).toBe(0)
  const total = async (more: string) => (await list(desk, `?${q}&${more}`)).total
  expect(await total(`under=${testUnits.sister}&type=service`)).toBe(1)
  expect(await total(`under=${testUnits.city}`)).toBe(0)
  expect(await total('type=study')).toBe(0)
  expect(await total('arrivedFrom=2026-05-20&arrivedTo=2026-05-20')).toBe(1)
  expect(await total('arrivedTo=2026-05-19')).toBe(0)
  expect(await total('photos=true')).toBe(0)
  expect(await total('tab=all&commissioned=false')).toBe(1)
  expect(
    (await desk.get(`/api/inbox?desk=${testUnits.city}`)).json<InboxPage>().total,
    'no desk of theirs',
  ).toBe(0)
  expect((await desk.get('/api/inbox?under=%27%3B--')).statusCode).toBe(400)
  expect((await desk.get(`/api/inbox?q=${encodeURIComponent("%_\\' or 1=1")}`)).json<InboxPage>().total).toBe(
    0,
  )
  const words = (await desk.get('/api/inbox/words')).json<InboxWords>()
  expect(words.desks).toEqual([{ id: testUnits.root, name: '本会', top: true }])
  expect(words.campaigns[0]).toMatchObject({ name: '青禾行动', open: true })
})

test('who is at a report holds it for ten minutes; another waits or takes over, and the first learns of it', async () => {
  const report = await bringIn(app, campaignId)
  const url = (path: string) => `/api/inbox/${report.id}/${path}`
  expect((await desk.post(url('claim'))).json<InboxClaim>()).toMatchObject({ claim: { byName: 'editor' } })
  const refused = await other.post(url('claim'))
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'report-held'])
  expect((await other.post(`/api/reports/${report.id}/keep`, { version: report.version })).json().code).toBe(
    'report-held',
  )
  now += minutes(8)
  expect((await desk.post(url('claim'))).statusCode, 'renewed').toBe(200)
  now += minutes(8)
  expect((await other.post(url('claim'))).statusCode).toBe(409)
  expect((await list(other, '?claim=others')).rows.map(row => row.claim?.byName)).toEqual(['editor'])
  expect((await other.post(url('release'))).json<InboxClaim>().claim?.byName, 'not theirs to let go').toBe(
    'editor',
  )
  expect((await other.post(url('take-over'))).json<InboxClaim>().claim?.byName).toBe('reviser')
  const notices = (await desk.get('/api/notices')).json()
  expect(notices.rows[0]).toMatchObject({ kind: 'report.taken-over', details: { by: 'reviser' } })
  expect((await desk.post(url('claim'))).json().code).toBe('report-held')
  now += minutes(11)
  expect((await desk.post(url('claim'))).statusCode, 'the other fell silent').toBe(200)
  const [entry] = await rowsOf<{ count: number }>(
    app.connection.db,
    sql`select count(*)::int as count from audit_entry where object = ${report.id} and action like '%take-over'`,
  )
  expect(entry?.count).toBe(1)
  await desk.post(url('release'))
})

test('many at once: all that can be done is done, the others are named, each report has its entry', async () => {
  const reports = []
  for (let at = 0; at < 4; at++) reports.push(await bringIn(app, campaignId, { title: `第${at}场讲座情况` }))
  const [fresh, stale, held, gone] = reports as [Report, Report, Report, Report]
  await deed(desk, stale, 'accept')
  await other.post(`/api/inbox/${held.id}/claim`)
  await deed(await app.as('reporter@city'), gone, 'withdraw')
  const absent = { ...fresh, id: randomUUID() }
  const answer = await many(desk, 'adopt', [fresh, stale, held, gone, absent, fresh], { column: 'briefs' })
  const done = answer.json<InboxDone>()
  expect(done.done).toEqual([{ id: fresh.id, version: fresh.version + 1 }])
  expect(done.refused.map(each => [each.id, each.code])).toEqual([
    [stale.id, 'report-stale'],
    [held.id, 'report-held'],
    [gone.id, 'not-found'],
    [absent.id, 'not-found'],
  ])
  expect(done.refused[0]).toMatchObject({ title: '第1场讲座情况' })
  expect(await states([fresh, stale, held])).toEqual(['adopted', 'accepted', 'submitted'])
  const entries = await rowsOf(
    app.connection.db,
    sql`select outcome from audit_entry where action = 'report.adopt' and object = ${fresh.id}`,
  )
  const [tried] = await rowsOf<{ after: { refused: number; reports: string } }>(
    app.connection.db,
    sql`select after from audit_entry where action = 'report.adopt' and object is null order by id desc limit 1`,
  )
  expect(tried?.after.refused).toBe(4)
  expect(tried?.after.reports).toContain(`${absent.id} not-found`)
  expect(entries).toEqual([{ outcome: 'done' }])
  expect((await many(desk, 'return', [held], { reason: '' })).statusCode).toBe(400)
  expect((await many(desk, 'adopt', [held], { column: 'nothing' })).json<InboxDone>().refused[0]?.code).toBe(
    'report-held',
  )
  expect(
    (await many(await app.as('editor@sister'), 'keep', [stale])).json<InboxDone>().refused[0],
  ).toMatchObject({ code: 'not-found', title: '' })
})

test('two units tell of one evening: they are found together and adopted as one piece, all or none', async () => {
  const [one, two] = [
    await bringIn(app, campaignId, sharedActivity[0]!),
    await bringIn(app, campaignId, sharedActivity[1]!),
  ]
  const unlike = await bringIn(app, campaignId, {
    unitId: testUnits.sister,
    title: '海州市科协召开年度工作会议',
    body: '5月12日，海州市科协召开年度工作会议，总结上年工作，部署新一年任务。',
    startDay: '2026-05-12',
  })
  const { similar } = (await desk.get(`/api/inbox/${one.id}/similar`)).json<InboxSimilar>()
  expect(similar.map(row => row.id)).toEqual([two.id])
  const shown = (await list(desk, '?from=2026-05-12&to=2026-05-12')).rows
  expect(new Map(shown.map(row => [row.id, row.similar]))).toEqual(
    new Map([
      [one.id, 1],
      [two.id, 1],
      [unlike.id, 0],
    ]),
  )
  const piece = {
    column: 'briefs',
    title: '多地联合举办防汛科普夜校',
    body: '云岭、海州联合举办防汛科普夜校。',
  }
  const accepted = await deed(desk, two, 'accept')
  const refused = await many(desk, 'composite', [one, two], piece)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'composite-refused'])
  expect(refused.json().detail).toContain(two.title)
  expect(await states([one, two]), 'nothing was adopted').toEqual(['submitted', 'accepted'])
  expect((await many(desk, 'composite', [one], piece)).statusCode).toBe(400)
  const { compositeId } = (await many(desk, 'composite', [one, accepted], piece)).json()
  const rows = await rowsOf(
    app.connection.db,
    sql`select title from adoption where composite_id = ${compositeId} and revoked_at is null`,
  )
  expect(rows).toEqual([{ title: piece.title }, { title: piece.title }])
})

test('the workbook holds what the page shows: its rows, its order, its columns', async () => {
  const answer = await desk.post('/api/inbox/export', {
    tab: 'all',
    sort: 'arrived',
    columns: ['title', 'state'],
  })
  expect(answer.statusCode).toBe(200)
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const lines = sheet.getSheetValues().slice(1) as unknown[][]
  expect(lines[0]?.slice(1)).toEqual(['标题', '状态'])
  const page = await list(desk, '?tab=all&sort=arrived&pageSize=100')
  expect(lines.slice(1).map(line => line[1])).toEqual(page.rows.map(row => row.title))
})
