/** Ranking, accounts and registering over HTTP. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account, AccountList, RankingPage, Recognition, RecognitionPage } from '../contract/index.ts'
import { openScored, packWith, scheme } from './account/history.fixture.ts'

const now = new Date('2021-07-02T02:00:00Z')
const clock: Clock = { now: () => now }
const { root, city, county, sister } = testUnits
let app: TestApp
let campaign: string
let editor: Agent
beforeAll(async () => {
  app = await openTestApp({ clock })
  campaign = await openScored(app.connection.db, packWith(await scheme('3-penalties')))
  editor = await app.as('editor')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

async function report(
  unitId: string,
  day: string,
  { title = '举办讲座', signed = true } = {},
): Promise<string> {
  const [id, at] = [randomUUID(), `${day}T02:00:00Z`]
  await app.connection.db.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, title, state, desk_id,
      created_by, created_name, edited_name, sent_at, submitted_at, arrived_at, created_at, updated_at)
    values (${id}, ${unitId}, '', ${campaign}, ${title}, 'submitted', ${root}, 'x', '甲', '甲', ${at}, ${at}, ${at},
      ${at}, ${at})`)
  if (signed)
    await app.connection.db.execute(sql`insert into report_step (report_id, seq, action, state, by_id, by_name, at)
      values (${id}, 0, 'approve', 'submitted', 'x', '乙', ${at})`)
  return id
}
async function adopt(reportId: string, column: string, day: string): Promise<string> {
  const id = randomUUID()
  await app.connection.db.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id,
      by_name, at)
    values (${id}, ${reportId}, ${root}, ${column}, '', '', 'x', '丙', ${`${day}T03:00:00Z`})`)
  return id
}
const ranking = async (by: Agent, query = ''): Promise<RankingPage> => {
  const answer = await by.get(`/api/scoring/ranking?campaign=${campaign}&period=2021${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const account = async (by: Agent, unitId: string, period = '2021'): Promise<Account> => {
  const answer = await by.get(`/api/scoring/accounts/${unitId}?campaign=${campaign}&period=${period}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('units are ranked by what they earned; everybody sees their own, and where it stands in the whole', async () => {
  const [a, b, c] = [
    await report(city, '2021-03-02'),
    await report(city, '2021-03-03'),
    await report(sister, '2021-03-04'),
  ]
  await report(county, '2021-04-05')
  await adopt(a, 'practice', '2021-03-08')
  await adopt(b, 'briefs', '2021-04-09')
  await adopt(c, 'news', '2021-04-10')
  await app.scoring.settle()
  const whole = await ranking(editor, '&order=rank')
  const told = (page: RankingPage) => page.rows.map(row => [row.unitName, row.placed, row.rank, row.points])
  expect(told(whole).slice(0, 2)).toEqual([
    ['云岭市科协', 1, 1, 11],
    ['海州市科协', 2, 2, 3],
  ])
  expect(whole.rows.find(row => row.unitId === county)).toMatchObject({
    points: 0,
    reported: 1,
    adopted: 0,
    named: [
      { name: '季度零采用', period: '2021-Q1', open: false },
      { name: '季度零采用', period: '2021-Q2', open: false },
    ],
  })
  expect(whole).toMatchObject({ partial: false, sums: { points: 14, reported: 4, adopted: 3, adoptions: 3 } })
  // Below the city two units, and where they stand among all four.
  const below = await ranking(await app.as('unit-lead@city'))
  expect(below).toMatchObject({ total: 2, sums: { points: 11, reported: 3 } })
  expect(below.rows[1]).toMatchObject({ unitId: county, placed: 2, rank: 3, of: 4 })
  expect(below.partial).toBe(true)
  const own = await ranking(await app.as('reporter@county'))
  expect(told(own)).toEqual([['溪口县科协', 1, 3, 0]])
  expect(told(await ranking(editor, `&under=${city}&silence=no-adoption`))).toEqual([['溪口县科协', 2, 3, 0]])
  expect(told(await ranking(editor, `&q=${encodeURIComponent('海州')}`))).toEqual([['海州市科协', 2, 2, 3]])
  const april = await editor.get(`/api/scoring/ranking?campaign=${campaign}&period=2021-04`)
  expect(told(april.json())[0]).toEqual(['海州市科协', 1, 1, 3])
  const elsewhere = await (await app.as('editor@sister')).get(
    `/api/scoring/ranking?campaign=${campaign}&period=2021&under=${city}`,
  )
  expect(elsewhere.statusCode).toBe(404)
})

test('an account tells each point, and each of its figures opens a list of that length', async () => {
  const mine = await account(await app.as('reporter@city'), city)
  expect(mine.lines.map(line => [line.day, line.ruleName, line.points])).toEqual([
    ['2021-03-08', '专题稿', 10],
    ['2021-04-09', '短讯', 1],
  ])
  expect(mine.lines[0]).toMatchObject({
    report: { title: '举办讲座' },
    source: { deskName: '本会', columnName: '经验交流' },
    versionName: '采用与扣分',
    why: { base: 10 },
  })
  expect(mine.unit).toMatchObject({ rank: 1, of: 4, points: 11, reported: 2, adopted: 2 })
  expect(mine.months.map(month => month.month)).toEqual([1, 2, 3, 4, 5, 6, 7].map(month => `2021-0${month}`))
  expect(mine.months[2]).toMatchObject({ points: 10, reported: 2, adopted: 1 })
  for (const thing of ['reported', 'adopted', 'adoptions', 'late', 'omitted'] as const)
    for (const by of ['reporter@city', 'editor'] as const) {
      const answer = await (await app.as(by)).get(
        `/api/scoring/accounts/${city}/list?campaign=${campaign}&period=2021&of=${thing}`,
      )
      expect(answer.json<AccountList>().total, `${thing} for ${by}`).toBe(mine.unit[thing])
    }
  const omitted = await editor.get(
    `/api/scoring/accounts/${city}/list?campaign=${campaign}&period=2021&of=omitted`,
  )
  expect(omitted.json<AccountList>().rows.at(-1)).toMatchObject({
    day: '2021-02-05',
    source: { taskName: '主题活动日', periodName: expect.stringContaining('1月') },
  })
  const deskOfAdopted = await (await app.as('reporter@city')).get(
    `/api/scoring/accounts/${city}/list?campaign=${campaign}&period=2021&of=adopted`,
  )
  expect(deskOfAdopted.json<AccountList>().rows[0]!.source.deskName).toBe('本会')
})

test('what only people know is registered, counts, and is taken back without a trace in the points', async () => {
  await app.connection.db.execute(sql`update campaign set pack = jsonb_set(pack, '{scoring,versions,0,bulletins}',
      '[{"id": "central", "name": "中央刊物", "forms": [{"id": "single", "name": "单篇"}]}, {"id": "plain", "name": "省刊"}]')
    where id = ${campaign}`)
  await app.connection.db.execute(sql`update campaign set pack = jsonb_set(jsonb_set(pack,
      '{scoring,versions,0,above}', '[{"id": "up", "name": "上级采用", "bulletins": ["central", "plain"], "points": 50}]'),
      '{scoring,versions,0,leaders}', '[{"id": "chief", "name": "主要领导"}]')
    where id = ${campaign}`)
  await app.scoring.settle()
  const id = await report(sister, '2021-05-06', { title: '粮仓科技行' })
  const above = {
    reportId: id,
    bulletin: 'central',
    form: 'single',
    issue: '第 8 期',
    day: '2021-05-20',
    link: null,
    note: '',
  }
  const before = (await account(editor, sister)).unit.points
  const registered = await editor.post('/api/scoring/outside-adoptions', above)
  expect(registered.statusCode, registered.body).toBe(201)
  expect(registered.json()).toMatchObject({
    name: '中央刊物',
    detail: '第 8 期 单篇',
    actions: ['revoke'],
    points: null,
  })
  const instruct = (day: string) =>
    editor.post('/api/scoring/instructions', {
      reportId: id,
      leader: 'chief',
      office: '主要负责同志',
      day,
      note: '',
    })
  // A button pressed twice gives points once.
  const pressed = await Promise.all([instruct('2021-05-25'), instruct('2021-05-25')])
  expect(pressed.map(answer => answer.statusCode).toSorted()).toEqual([201, 409])
  const first = pressed.find(answer => answer.statusCode === 201)!.json<Recognition>()
  expect((await instruct('2021-05-25')).json().code).toBe('instruction-twice')
  expect((await instruct('2021-05-26')).statusCode).toBe(201)
  await app.scoring.settle()
  const lines = (await account(editor, sister, '2021-05')).lines
  expect(lines.map(line => [line.kind, line.points, line.why.ordinal?.no])).toEqual([
    ['above', 50, undefined],
    ['instruction', 10, 1],
    ['instruction', 5, 2],
  ])
  const code = async (change: object) => {
    const answer = await editor.post('/api/scoring/outside-adoptions', { ...above, ...change })
    return answer.json().code
  }
  expect(await code({})).toBe('recognition-twice')
  expect(await code({ bulletin: 'unknown' })).toBe('recognition-unknown')
  expect(await code({ form: null, issue: '9' })).toBe('recognition-form')
  expect(await code({ bulletin: 'plain', form: 'single' })).toBe('recognition-form')
  expect(await code({ day: '2021-07-03' })).toBe('recognition-day-ahead')
  expect(await code({ day: '2020-05-01' })).toBe('recognition-unknown')
  expect(await code({ link: 'javascript:alert(1)' })).toBe('bad-request')
  const outsider = await app.as('editor@city')
  expect((await outsider.post('/api/scoring/outside-adoptions', above)).statusCode).toBe(404)
  expect((await (await app.as('coordinator')).post('/api/scoring/outside-adoptions', above)).statusCode).toBe(
    404,
  )

  const list = async (by: Agent) =>
    (await by.get(`/api/scoring/recognitions?campaign=${campaign}`)).json<RecognitionPage>()
  expect(
    (await list(await app.as('reporter@sister'))).rows.map(row => [row.kind, row.points, row.actions]),
  ).toEqual([
    ['instruction', 5, []],
    ['instruction', 10, []],
    ['above', 50, []],
  ])
  expect((await list(outsider)).total).toBe(0)

  const revoke = (what: string, of: string) =>
    editor.post(`/api/scoring/${what}/${of}/revoke`, { reason: '登记有误' })
  expect((await revoke('instructions', first.id)).json()).toMatchObject({
    revokeReason: '登记有误',
    actions: [],
  })
  expect((await revoke('instructions', first.id)).json().code).toBe('recognition-revoked')
  await app.scoring.settle()
  // The second is the first now.
  expect((await account(editor, sister, '2021-05')).lines.map(line => line.points)).toEqual([50, 10])
  await revoke('outside-adoptions', registered.json<Recognition>().id)
  const rest = (await list(editor)).rows.find(row => row.actions.length)!
  await revoke('instructions', rest.id)
  await app.scoring.settle()
  expect((await account(editor, sister)).unit.points).toBe(before)
  const own = { ...above, reportId: await report(city, '2021-06-10', { title: '自己单位的稿件' }) }
  expect(
    (await outsider.post('/api/scoring/outside-adoptions', own)).statusCode,
    'no points of one’s own',
  ).toBe(404)
  expect((await editor.post('/api/scoring/outside-adoptions', own)).statusCode).toBe(201)
})

test('sheets hold what the page shows; texts stay texts', async () => {
  await report(county, '2021-06-01', { title: '=HYPERLINK("http://x")' })
  const titled = await report(county, '2021-06-02', { title: '=1+1' })
  await adopt(titled, 'news', '2021-06-03')
  await app.scoring.settle()
  const open = async (url: string, body: object): Promise<ExcelJs.Worksheet> => {
    const answer = await editor.post(url, body)
    expect(answer.statusCode, answer.body).toBe(200)
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
    return book.worksheets[0]!
  }
  const page = await ranking(editor)
  const sheet = await open('/api/scoring/ranking/export', { campaign, period: '2021' })
  expect(sheet.rowCount).toBe(1 + page.total)
  expect(sheet.getRow(2).getCell(4).value).toBe(page.rows[0]!.unitName)
  const lines = await open(`/api/scoring/accounts/${county}/export`, { campaign, period: '2021' })
  const cell = lines.getRow(2).getCell(3)
  expect([cell.value, cell.type]).toEqual(['=1+1', ExcelJs.ValueType.String])
  expect(lines.getRow(2).getCell(8).value).toBe(3)
})

test('who is silent is counted; everybody is reckoned anew on request', async () => {
  const silent = (await ranking(editor, '&silence=no-report')).rows
  expect(silent.map(row => row.unitId)).toEqual([root])
  const quarter = await editor.get(`/api/scoring/ranking?campaign=${campaign}&period=2021-Q1`)
  // The sister reported in it and was adopted later; the county and the top did neither.
  expect(quarter.json<RankingPage>().silent).toEqual({ 'no-adoption': 3, 'no-report': 2 })
  await app.connection.db.execute(sql`update score_entry set points = 999`)
  const recounted = await (await app.as('coordinator@city')).post('/api/scoring/recount', {})
  expect(recounted.json()).toEqual({ units: 2 })
  await app.scoring.settle()
  expect((await account(editor, city)).lines.map(line => line.points)).not.toContain(999)
  expect((await account(editor, sister)).lines.map(line => line.points)).toContain(999)
  expect((await (await app.as('reporter')).post('/api/scoring/recount', {})).statusCode).toBe(404)
  await editor.post('/api/scoring/recount', {})
  await app.scoring.settle()
  expect((await account(editor, sister)).lines.map(line => line.points)).not.toContain(999)
})
