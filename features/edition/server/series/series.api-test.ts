import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecipientReading, Series, SeriesChange, SeriesPage } from '../../contract/index.ts'
import { addTo, beginEdition, seriesDraft } from '../edition.fixture.ts'

let app: TestApp
let editor: Agent
beforeAll(async () => {
  app = await openTestApp()
  editor = await app.as('editor')
})
afterAll(() => app.close())

let nth = 0
async function open(written: Parameters<typeof seriesDraft>[0] = {}): Promise<Series> {
  const answer = await editor.post('/api/series', seriesDraft({ name: `青禾简报${++nth}`, ...written }))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Series>()
}
const changeOf = (series: Series, change: Partial<SeriesChange> = {}): SeriesChange => {
  const { version, name, layout, publisher, campaignId, columns, distribution, chain, settings } = series
  return { version, name, layout, publisher, campaignId, columns, distribution, chain, settings, ...change }
}
const save = (series: Series, change: Partial<SeriesChange>) =>
  editor.request({ method: 'PUT', url: `/api/series/${series.id}`, payload: changeOf(series, change) })
const get = async (id: string, by = editor): Promise<Series> =>
  (await by.request({ method: 'GET', url: `/api/series/${id}` })).json<Series>()
const act = (series: Series, deed: string, more: object = {}) =>
  editor.post(`/api/series/${series.id}/${deed}`, { version: series.version, ...more })

it('opens a series that goes on from paper, and lists what comes next', async () => {
  const series = await open({
    startAfter: { issueNo: 12, specialNo: 2, runningNo: 88 },
    settings: { ...seriesDraft().settings, runningNumbers: true },
  })
  expect(series).toMatchObject({
    next: { issueNo: 13, specialNo: 3, runningNo: 89 },
    actions: ['edit', 'number', 'compose', 'close', 'remove'],
    holders: [{ role: 'editor' }, { role: 'reviser' }, { role: 'signatory' }],
  })
  const page = (await editor.request({ method: 'GET', url: '/api/series' })).json<SeriesPage>()
  expect(page.rows.find(({ id }) => id === series.id)).toMatchObject({ columns: 3, recipients: 1, issued: 0 })
})

it('numbers of a series that does not begin anew every year go on too', async () => {
  const settings = { ...seriesDraft().settings, yearly: false }
  const series = await open({ settings, startAfter: { issueNo: 40, specialNo: 0, runningNo: 0 } })
  expect(series.next.issueNo).toBe(41)
  const yearly = await save(series, { settings: { ...settings, yearly: true } })
  expect(yearly.json<Series>().next.issueNo).toBe(41)
})

it('refuses what is there twice, upside down, or of no unit', async () => {
  const series = await open()
  const [lead, news] = series.columns as [Series['columns'][number], Series['columns'][number]]
  const refused = async (change: Partial<SeriesChange>) =>
    (await save(series, change)).json<{ code: string }>().code
  expect(await refused({ columns: [lead, lead] })).toBe('series-twice')
  expect(await refused({ columns: [lead, { ...news, name: lead.name }] })).toBe('series-twice')
  expect(await refused({ columns: [{ ...news, min: 5, max: 2 }] })).toBe('column-bounds')
  expect(await refused({ name: '　 ' })).toBe('series-name-empty')
  const nobody = { name: '无此单位', unitId: '00000000-0000-4000-8000-000000000000', email: null }
  expect(await refused({ distribution: [{ to: '发', recipients: [nobody] }] })).toBe('recipient-unknown')
  expect((await editor.post('/api/series', seriesDraft({ name: series.name }))).json()).toMatchObject({
    code: 'series-name-taken',
  })
  expect((await get(series.id)).version).toBe(0)
})

it('keeps a column in which an open issue has pieces, and names the issue', async () => {
  const series = await open()
  const edition = await beginEdition(editor, series.id)
  await addTo(editor, edition.id, 'news')
  const without = series.columns.filter(({ key }) => key !== 'news')
  const refused = await save(series, { columns: without })
  expect(refused.statusCode).toBe(409)
  expect(refused.json()).toMatchObject({ code: 'column-in-use' })
  expect(refused.body).toContain(`${series.name}第1期`)
  expect((await get(series.id)).columnsInUse).toEqual([{ key: 'news', edition: `${series.name}第1期` }])
  const unused = series.columns.filter(({ key }) => key !== 'lead')
  expect((await save(series, { columns: unused })).statusCode).toBe(200)
})

it('sets the next number with a reason, but never to one that was given', async () => {
  const series = await open()
  await app.connection.db.execute(sql`insert into edition (id, series_id, unit_id, scope_path, state, number_year,
      issue_no, created_by, created_name, edited_name, created_at, updated_at)
    values (gen_random_uuid(), ${series.id}, ${testUnits.root}, '', 'issued', ${series.next.year}, 4, 'x', '甲', '甲',
      now(), now())`)
  const ask = { kind: 'issue', next: 4, reason: '与纸质版衔接' }
  expect((await act(series, 'number', ask)).json()).toMatchObject({ code: 'number-given' })
  const set = await act(series, 'number', { ...ask, next: 9 })
  expect(set.json<Series>().next.issueNo).toBe(9)
  const back = await act(set.json<Series>(), 'number', { ...ask, next: 5 })
  expect(back.json<Series>().next.issueNo).toBe(5)
  expect((await act(series, 'number', ask)).json()).toMatchObject({ code: 'changed-meanwhile' })
})

it('shows addresses to those with a post in the unit alone, and never writes one down', async () => {
  const secret = 'zhangsan@example.org'
  const recipients = [{ name: '某处室', unitId: null, email: secret }]
  const own = await (await app.as('editor@city')).post(
    '/api/series',
    seriesDraft({ unitId: testUnits.city, name: '云岭简报', distribution: [{ to: '送', recipients }] }),
  )
  expect(own.body).toContain(secret)
  const { id } = own.json<Series>()
  const above = await get(id)
  expect(above).toMatchObject({ addressesShown: false, actions: [] })
  expect(JSON.stringify(above)).not.toContain(secret)
  const { rows } = (await app.connection.db.execute(
    sql`select * from audit_entry where action like 'series.%'`,
  )) as unknown as { rows: unknown[] }
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(app.errors.join()).not.toContain(secret)
})

it('warns of recipients whose unit is called otherwise by now', async () => {
  const recipients = [{ name: '云岭科协（旧名）', unitId: testUnits.city, email: null }]
  const series = await open({ distribution: [{ to: '发', recipients }] })
  expect(series.warnings).toEqual([{ to: '发', name: '云岭科协（旧名）', why: 'renamed', now: '云岭市科协' }])
})

it('is closed to new issues, reopened, and removed only while it has none', async () => {
  const series = await open()
  const closed = (await act(series, 'close')).json<Series>()
  expect(closed).toMatchObject({ state: 'closed', actions: ['edit', 'number', 'reopen', 'remove'] })
  const begun = await editor.post('/api/editions', { seriesId: series.id, special: false })
  expect(begun.json()).toMatchObject({ code: 'series-closed' })
  const again = (await act(closed, 'reopen')).json<Series>()
  await beginEdition(editor, series.id)
  expect((await act(again, 'remove')).json()).toMatchObject({ code: 'series-has-editions' })
  expect((await act(await open(), 'remove')).statusCode).toBe(204)
})

it('is kept by the editors of its very unit alone', async () => {
  const series = await open()
  for (const persona of ['reviser', 'editor@city'] as const) {
    const by = await app.as(persona)
    expect((await by.post(`/api/series/${series.id}/close`, { version: 0 })).statusCode).toBe(404)
  }
  expect((await editor.post('/api/series', seriesDraft({ unitId: testUnits.city }))).statusCode).toBe(404)
})

it('reads pasted lines: units by their names, addresses outside, and says what it does not know', async () => {
  const text = `报：云岭市科协、海州市科协\n某报社 news@example.org\n云岭市科学院；云岭市科协`
  const answer = await editor.post('/api/series-recipients', { text })
  expect(answer.json<RecipientReading>()).toEqual({
    recipients: [
      { name: '云岭市科协', unitId: testUnits.city, email: null },
      { name: '海州市科协', unitId: testUnits.sister, email: null },
      { name: '某报社', unitId: null, email: 'news@example.org' },
      { name: '云岭市科学院', unitId: null, email: null },
    ],
    unclear: [{ name: '云岭市科学院', why: 'unknown', near: '云岭市科协' }],
  })
})

it('shows the first and the last page as they would print', async () => {
  const { unitId: _, startAfter: __, campaignId: ___, chain: ____, ...written } = seriesDraft()
  const sample = { ...written, special: false, issueNo: 3, runningNo: null }
  const answer = await editor.post('/api/series-sample', sample)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  expect(answer.json<{ first: string }>().first).toContain('<svg')
  expect(answer.json<{ last: string }>().last).toContain('<svg')
  // 行距 and the name in the masthead are settings of the series.
  const first = async (change: object): Promise<string> => {
    const settings = { ...written.settings, ...change }
    return (await editor.post('/api/series-sample', { ...sample, settings })).json<{ first: string }>().first
  }
  expect(await first({})).toBe(answer.json<{ first: string }>().first)
  expect(await first({ linePitchPt: 28.95 })).not.toBe(await first({}))
  expect(await first({ mastheadLines: 1 })).not.toBe(await first({}))
})
