import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Report } from '../../../report/contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import type { DeliveryPage, Erratum, SourceChangePage } from '../../contract/index.ts'
import { issueEdition } from '../distribution/distribution.fixture.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

let app: TestApp
let campaignId: string
beforeAll(async () => {
  app = await openTestApp()
  campaignId = (await openCampaign(app, packAround('2026-06-30'))).campaignId
})
afterAll(() => app.close())

const people = (value: number) => ({
  ...{ id: randomUUID(), measure: 'people', value, unit: '人' },
  ...{ qualifier: 'exact' as const, of: null, surface: null },
})

/** A report with one figure, adopted at the top, and an issue whose one article prints the figure. */
async function printed({ issue = true, linked = true } = {}) {
  const [lead, editor] = [await app.as('unit-lead@city'), await app.as('editor')]
  const figure = people(120)
  const written = await writeReport(lead, { campaignId, figures: [figure], title: '云岭市科协开展活动' })
  const sent = await deed(lead, written, 'approve')
  const report = await deed(editor, sent, 'adopt', { column: 'news' })
  const seriesId = await openSeries(app)
  const edition = await beginEdition(editor, seriesId)
  const sources = [{ reportId: report.id, figureId: figure.id }]
  const attrs = { id: randomUUID(), op: 'one', measure: 'people', sources, shown: '120人' }
  const content = [
    { type: 'text', text: '活动办了一天。共' },
    linked ? { type: 'figure', attrs } : { type: 'text', text: '120人' },
    { type: 'text', text: '参加。' },
  ]
  const doc = { type: 'doc', content: [{ type: 'paragraph', content }] }
  const added = await addTo(editor, edition.id, 'news', { adoptionIds: [report.adoptions[0]!.id] })
  const item = added.content[0]!
  const saved = await editor.request({
    method: 'PUT',
    url: `/api/editions/${edition.id}/items/${item.id}`,
    payload: {
      ...{ version: item.version, kind: 'article', headline: '云岭开展活动', subtitle: '', contributor: '' },
      ...{ withheld: false, doc },
    },
  })
  expect(saved.statusCode, saved.body).toBe(200)
  if (issue) await issueEdition(app, edition.id)
  return { report, figure, editionId: edition.id, itemId: item.id, refId: attrs.id, seriesId }
}
const correct = async ({ id, version }: Report, figureId: string, value: number | null, as = 'editor') =>
  (await app.as(as as 'editor')).post(`/api/reports/${id}/correct`, {
    version,
    reason: '核对签到表后更正',
    figures: [{ id: figureId, to: value === null ? null : { value, unit: '人', qualifier: 'exact' } }],
  })
const changes = async (query: string): Promise<SourceChangePage> =>
  (await (await app.as('editor')).get(`/api/source-changes?${query}`)).json()

it('a desk corrects a figure with its reason: history, author and every issue that prints it hear of it', async () => {
  const { report, figure, editionId, itemId, refId } = await printed()
  const refused = await correct(report, figure.id, 150, 'editor@city')
  expect(refused.statusCode).toBe(404)
  expect((await correct(report, randomUUID(), 150)).json()).toMatchObject({ code: 'figure-not-there' })
  expect((await correct(report, figure.id, 120)).json()).toMatchObject({ code: 'figure-not-there' })
  expect((await changes(`edition=${editionId}&tab=issued`)).total).toBe(0)

  const answer = await correct(report, figure.id, 150)
  expect(answer.json()).toMatchObject({
    state: 'adopted',
    figures: [{ value: 150 }],
    version: report.version + 1,
  })
  expect(answer.json<Report>().steps.at(-1)).toMatchObject({
    action: 'correct',
    reason: '核对签到表后更正',
    details: { changes: '120人 → 150人' },
  })
  expect((await (await app.as('unit-lead@city')).get('/api/notices')).body).toContain('report.correct')
  expect((await changes(`edition=${editionId}&tab=issued`)).rows).toMatchObject([
    {
      itemId,
      causes: ['figures'],
      headline: '云岭开展活动',
      columnName: '学教动态',
      numbers: [{ refId, shown: '120人', before: '120人', now: '150人', context: '共120人参加' }],
      actions: ['draft', 'dismiss'],
    },
  ])
  const work = await (await app.as('editor')).get('/api/work')
  expect(work.body).toContain('change.open')

  const back = await correct(answer.json<Report>(), figure.id, 120)
  expect(back.statusCode).toBe(200)
  expect((await changes(`edition=${editionId}&tab=issued`)).total, 'what is right again is no change').toBe(0)
})

it('a correction is told to issues that print the number as mere text too', async () => {
  const { report, figure, editionId, itemId } = await printed({ linked: false })
  expect((await changes(`edition=${editionId}&tab=issued`)).total).toBe(0)
  expect((await correct(report, figure.id, 150)).statusCode).toBe(200)
  expect((await changes(`edition=${editionId}&tab=issued`)).rows).toMatchObject([
    { itemId, causes: ['figures'], numbers: [], actions: ['draft', 'dismiss'] },
  ])
})

it('a taken back adoption and a report sent back show in open issues, until somebody leaves them with a reason', async () => {
  const { report, figure, editionId } = await printed({ issue: false })
  const corrected = (await correct(report, figure.id, null)).json<Report>()
  const [row] = (await changes(`edition=${editionId}&tab=open`)).rows
  expect(row).toMatchObject({ numbers: [{ now: null }], actions: ['dismiss'] })
  const revoked = await deed(await app.as('editor'), corrected, 'revoke', { reason: '重复' })
  await deed(await app.as('editor'), revoked, 'return', { reason: '请核对数据' })
  expect((await changes(`edition=${editionId}&tab=open`)).rows[0]!.causes).toEqual([
    'figures',
    'revoked',
    'withdrawn',
  ])
  const dismissed = await (await app.as('editor')).post(`/api/source-changes/${row!.id}/dismiss`, {
    reason: '本期不再刊登',
  })
  expect(dismissed.json()).toMatchObject({ settledReason: '本期不再刊登', actions: [] })
  expect((await changes(`edition=${editionId}&tab=settled`)).total).toBe(1)
})

it('an erratum is drafted from facts, approved by who signs, published to readers and recipients, and reprinted', async () => {
  const { report, figure, editionId, itemId, refId, seriesId } = await printed()
  await correct(report, figure.id, 150)
  const [change] = (await changes(`edition=${editionId}&tab=issued`)).rows
  const [editor, signatory] = [await app.as('editor'), await app.as('signatory')]
  const files = await rowsOf(app.connection.db, sql`select files, model from issue where id = ${editionId}`)
  const body = {
    ...{ editionId, changeId: change!.id, refId, itemId, place: '', words: '' },
    ...{ was: '120人', isNow: '150人', reason: '来源单位更正' },
  }
  expect((await (await app.as('editor@city')).post('/api/errata', body)).statusCode).toBe(404)
  const drafted = (await editor.post('/api/errata', body)).json<Erratum>()
  expect(drafted).toMatchObject({
    place: '云岭开展活动',
    state: 'draft',
    actions: ['edit', 'drop'],
    recipients: 1,
  })
  expect(drafted.words).toMatch(/第1期“学教动态”栏目《云岭开展活动》一文中“120人”应为“150人”。$/)
  const act = (by: typeof editor, { id, version }: Erratum, action: string, more = {}) =>
    by.post(`/api/errata/${id}/${action}`, { version, ...more })

  expect((await act(editor, drafted, 'approve')).statusCode).toBe(409)
  expect((await act(signatory, drafted, 'publish')).json()).toMatchObject({ code: 'erratum-settled' })
  expect((await (await app.as('signatory')).get('/api/work')).body).toContain('erratum.approve')
  const approved = (await act(signatory, drafted, 'approve')).json<Erratum>()
  expect(approved).toMatchObject({ state: 'approved', approvedName: 'signatory' })
  expect((await act(editor, drafted, 'publish')).json()).toMatchObject({ code: 'changed-meanwhile' })
  const published = (await act(editor, approved, 'publish')).json<Erratum>()
  expect(published).toMatchObject({ state: 'published', actions: ['reprint'] })

  const recorded = await rowsOf(
    app.connection.db,
    sql`select article_id, was, is_now, place from issue_erratum where issue_id = ${editionId}`,
  )
  expect(recorded).toEqual([{ article_id: itemId, was: '120人', is_now: '150人', place: '云岭开展活动' }])
  expect(
    await rowsOf(app.connection.db, sql`select files, model from issue where id = ${editionId}`),
  ).toEqual(files)
  expect((await changes(`edition=${editionId}&tab=issued`)).total).toBe(0)
  const reader = await app.as('reporter@city')
  expect((await reader.get('/api/notices')).body).toContain('erratum.published')
  const [delivery] = (await reader.get(`/api/deliveries?edition=${editionId}`)).json<DeliveryPage>().rows
  expect((await reader.get(`/api/deliveries/${delivery!.id}`)).json()).toMatchObject({
    errata: 1,
    corrections: [{ words: published.words }],
  })

  expect((await act(editor, published, 'reprint')).json()).toMatchObject({ code: 'erratum-no-edition' })
  const next = await beginEdition(editor, seriesId)
  const reprinted = (await act(editor, published, 'reprint')).json<Erratum>()
  expect(reprinted).toMatchObject({ reprintedIn: next.id, actions: [] })
  const { content } = (await editor.get(`/api/editions/${next.id}`)).json()
  expect(content).toMatchObject([{ headline: '勘误', columnKey: 'news' }])
})

it('an erratum by hand is given back and dropped with reasons, and is nobody’s below or beside', async () => {
  const { editionId } = await printed()
  const [editor, signatory] = [await app.as('editor'), await app.as('signatory')]
  const places = (await editor.get(`/api/editions/${editionId}/erratum-places`)).json()
  expect(places).toMatchObject({ may: true, places: [{ columnName: '学教动态', headline: '云岭开展活动' }] })
  const body = {
    ...{ editionId, changeId: null, refId: null, itemId: null, place: '', words: '' },
    ...{ was: '云岭', isNow: '云岭市', reason: '读者指出' },
  }
  const drafted = (await editor.post('/api/errata', body)).json<Erratum>()
  const approved = (await signatory.post(`/api/errata/${drafted.id}/approve`, { version: 0 })).json<Erratum>()
  const back = `/api/errata/${drafted.id}/return`
  expect((await signatory.post(back, { version: approved.version })).statusCode).toBe(400)
  const returned = await signatory.post(back, { version: approved.version, reason: '再核一遍' })
  expect(returned.json()).toMatchObject({ state: 'draft', note: '再核一遍', approvedName: null })
  const edited = await editor.request({
    method: 'PUT',
    url: `/api/errata/${drafted.id}`,
    payload: {
      ...{ version: 2, itemId: null, place: '刊名下', was: '云岭', isNow: '云岭市', reason: '' },
      words: '“云岭”应为“云岭市”。',
    },
  })
  expect(edited.json()).toMatchObject({ words: '“云岭”应为“云岭市”。', version: 3 })
  const dropped = await editor.post(`/api/errata/${drafted.id}/drop`, { version: 3, reason: '读者看错' })
  expect(dropped.json()).toMatchObject({ state: 'dropped', actions: [] })
  for (const persona of ['editor@county', 'editor@sister'] as const)
    expect((await (await app.as(persona)).get(`/api/errata/${drafted.id}`)).statusCode).toBe(404)
  expect(testUnits.city).not.toBe(testUnits.root)
})
