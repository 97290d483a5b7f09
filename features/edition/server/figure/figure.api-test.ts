/** Numbers that name their sources, over HTTP: what may be referenced, what they come to, what became of them. */
import { randomUUID } from 'node:crypto'
import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import type {
  EditionContent,
  EditionFigures,
  EditionItem,
  FigureAnswers,
  FigureFactPage,
} from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { adoptedReport, counted, docWith, figureNode, saveDoc } from './figure.fixture.ts'

let app: TestApp
let editor: Agent
let seriesId: string
let campaignId: string
beforeAll(async () => {
  app = await openTestApp()
  campaignId = (await openCampaign(app, packAround('2026-06-30'))).campaignId
  seriesId = await openSeries(app)
  editor = await app.as('editor')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

/** An edition with one item made of two reports: 120 people and 300 copies; 80 people, 500 attendances. */
async function begun() {
  const edition = await beginEdition(editor, seriesId)
  const [people, copies] = [counted(120), counted(300, '份', 'about')]
  const [others, attendances] = [counted(80, '人', 'over'), counted(500, '人次')]
  const first = await adoptedReport(app, campaignId, [people, copies])
  const second = await adoptedReport(app, campaignId, [others, attendances], '云岭市科协走进乡村')
  const adoptionIds = [first.adoptionId, second.adoptionId]
  const { content } = await addTo(editor, edition.id, 'news', { adoptionIds, apart: false })
  const from = (report: { id: string }, figure: { id: string }) => ({
    reportId: report.id,
    figureId: figure.id,
  })
  return {
    id: edition.id,
    item: content[0]!,
    reports: [first.report, second.report] as const,
    people: from(first.report, people),
    copies: from(first.report, copies),
    others: from(second.report, others),
    attendances: from(second.report, attendances),
  }
}
const figuresOf = async (id: string) =>
  (await editor.get(`/api/editions/${id}/figures`)).json<EditionFigures>()
const itemOf = (content: EditionContent, { id }: EditionItem) => content.content.find(each => each.id === id)!
const resolve = async (id: string, figures: object[]) =>
  (await editor.post(`/api/editions/${id}/figures/resolve`, { figures })).json<FigureAnswers>().figures

it('offers the figures of the reports of an item, of the issue, or of all the desk may see, with filters', async () => {
  const { id, item } = await begun()
  const ask = async (query: string) =>
    (await editor.get(`/api/editions/${id}/figures/sources?${query}`)).json<FigureFactPage>()
  const ofItem = await ask(`reach=item&itemId=${item.id}`)
  expect(ofItem).toMatchObject({ total: 4, reports: 2, campaigns: [{ id: campaignId }] })
  expect(ofItem.measures).toContainEqual({ key: 'people', name: '人数', unit: '人', count: 2 })
  expect(ofItem.rows.find(({ unit }) => unit === '人次')).toMatchObject({
    ...{ value: 500, measure: 'attendances', measureName: '人次', unitName: '云岭市科协' },
    ...{ title: '云岭市科协走进乡村', day: '2026-05-10' },
  })
  expect((await ask('reach=edition&measure=people')).total).toBe(2)
  expect((await ask('reach=edition&unit=份')).rows).toMatchObject([{ value: 300, qualifier: 'about' }])
  expect((await ask(`reach=edition&q=${encodeURIComponent('乡村')}`)).total).toBe(2)
  expect((await ask('reach=edition&from=2026-05-11')).total).toBe(0)
  expect((await ask('reach=all&pageSize=1&page=2')).rows).toHaveLength(1)
  // What was never handed in is nobody's number.
  const draft = await writeReport(await app.as('reporter@city'), { campaignId, figures: [counted(7777)] })
  expect((await ask('reach=all&pageSize=200')).rows.map(({ reportId }) => reportId)).not.toContain(draft.id)
})

it('says what numbers come to, with every report behind them, and refuses what does not go together', async () => {
  const { id, people, copies, others, attendances } = await begun()
  const people2 = { op: 'sum', measure: 'people', sources: [people, others] }
  const answers = await resolve(id, [
    people2,
    { op: 'one', measure: 'copies', sources: [copies] },
    {
      op: 'count',
      measure: null,
      sources: [people, others].map(({ reportId }) => ({ reportId, figureId: null })),
    },
    {
      op: 'distinct',
      measure: null,
      sources: [people, others].map(({ reportId }) => ({ reportId, figureId: null })),
    },
    { op: 'sum', measure: 'people', sources: [people, attendances] },
    { op: 'sum', measure: 'people', sources: [people, people] },
    { op: 'one', measure: 'people', sources: [{ reportId: people.reportId, figureId: randomUUID() }] },
    { op: 'one', measure: 'people', sources: [{ reportId: randomUUID(), figureId: people.figureId }] },
  ])
  expect(answers[0]).toMatchObject({ value: 200, unit: '人', qualifier: 'over', measureName: '人数' })
  expect(answers[0]!.origins).toMatchObject([
    { value: 120, gone: false, title: '云岭市科协开展读书活动' },
    { value: 80, qualifier: 'over', gone: false },
  ])
  expect(answers[1]).toMatchObject({ value: 300, unit: '份', qualifier: 'about' })
  expect(answers[2]).toMatchObject({ value: 2, unit: '篇' })
  expect(answers[3]).toMatchObject({ value: 1, unit: '家' })
  expect(answers.slice(4)).toEqual([null, null, null, null])
})

it('lists the numbers of an issue, those that need somebody first, and typed ones nothing stands behind', async () => {
  const { id, item, people, others } = await begun()
  const good = figureNode('120人', [people])
  const wrong = figureNode('320人', [people, others], { op: 'sum' })
  const answer = await saveDoc(editor, id, item, docWith('有', good, '和', wrong, '，发放图书3000册。'))
  expect(answer.statusCode, answer.body).toBe(200)
  const { figures, loose } = await figuresOf(id)
  expect(figures).toMatchObject([
    { id: wrong.id, state: 'worded', value: 200, fresh: '200余人', block: 0 },
    { id: good.id, state: 'same', value: 120, now: { value: 120 }, origins: [{ value: 120, gone: false }] },
  ])
  expect(loose).toMatchObject([{ itemId: item.id, surface: '3000册', block: 0, value: 3000 }])
})

it('keeps a text although its report was corrected or taken back, tells of it, and renews it in one go', async () => {
  const { id, item, people, others, reports } = await begun()
  const [one, two] = [figureNode('120名', [people]), figureNode('80余人', [others])]
  const saved = await saveDoc(editor, id, item, docWith('有', one, '和', two, '参加。'))
  const db = app.connection.db
  await db.execute(sql`update report_figure set value = 130 where id = ${people.figureId}`)
  await db.execute(sql`update report set state = 'withdrawn', desk_id = null where id = ${reports[1].id}`)
  expect((await figuresOf(id)).figures).toMatchObject([
    { id: two.id, state: 'gone', now: null, fresh: null, origins: [{ gone: true }] },
    { id: one.id, state: 'changed', value: 120, now: { value: 130 }, fresh: '130名' },
  ])
  // Written on in the same text: nothing is lost, and it is still told.
  const next = itemOf(saved.json(), item)
  const again = await saveDoc(editor, id, next, docWith('有', one, '和', two, '参加了活动。'))
  expect(again.statusCode, again.body).toBe(200)
  expect((await figuresOf(id)).figures.map(({ state }) => state)).toEqual(['gone', 'changed'])
  const version = again.json<EditionContent>().version
  const wanted = [one, two].map(figure => ({ itemId: item.id, id: figure.id }))
  const renewed = await editor.post(`/api/editions/${id}/figures/refresh`, { version, figures: wanted })
  expect(renewed.statusCode, renewed.body).toBe(200)
  expect(itemOf(renewed.json(), item).doc.content[0]).toMatchObject({
    content: [
      { text: '有' },
      { attrs: { shown: '130名' } },
      { text: '和' },
      { attrs: { shown: '80余人' } },
      {},
    ],
  })
  expect((await figuresOf(id)).figures).toMatchObject([
    { id: two.id, state: 'gone' },
    { id: one.id, state: 'same', value: 130 },
  ])
  const stale = await editor.post(`/api/editions/${id}/figures/refresh`, { version, figures: wanted })
  expect(stale.json()).toMatchObject({ code: 'changed-meanwhile' })
})

it('refuses a new number of reports the desk does not have, and of one that was taken back', async () => {
  const { id, item, people, others, reports } = await begun()
  const own = await openSeries(app, { unitId: testUnits.county })
  const below = await app.as('editor@county')
  const theirs = await beginEdition(below, own)
  const { content } = await addTo(below, theirs.id, 'news')
  const stolen = await saveDoc(below, theirs.id, content[0]!, docWith(figureNode('120人', [people])))
  expect(stolen.json()).toMatchObject({ code: 'figure-unknown' })
  await app.connection.db.execute(
    sql`update report set state = 'withdrawn', desk_id = null where id = ${reports[1].id}`,
  )
  const gone = await saveDoc(editor, id, item, docWith(figureNode('80余人', [others])))
  expect(gone.json()).toMatchObject({ code: 'figure-unknown' })
  expect((await saveDoc(editor, id, item, docWith(figureNode('120人', [people])))).statusCode).toBe(200)
})

it('takes no text but its closed shape, and keeps rare letters and emoji as they are', async () => {
  const { id, item, people } = await begun()
  const paragraph = (content: unknown) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
  const attrs = figureNode('120人', [people])
  for (const doc of [
    { type: 'doc', content: [{ type: 'codeBlock', content: [] }] },
    { type: 'doc', content: [{ type: 'paragraph', attrs: { style: 'x' } }] },
    { type: 'doc', content: [{ type: 'heading', attrs: { level: 4 } }] },
    { type: 'doc', content: Array.from({ length: 401 }, () => ({ type: 'paragraph' })) },
    paragraph([{ type: 'text', text: '字', marks: [{ type: 'bold' }] }]),
    paragraph([{ type: 'text', text: '字'.repeat(20_001) }]),
    paragraph([{ type: 'text', text: '' }]),
    paragraph([{ type: 'figure', attrs: { ...attrs, sources: [] } }]),
    paragraph([{ type: 'figure', attrs: { ...attrs, shown: '' } }]),
    paragraph([{ type: 'figure', attrs: { ...attrs, value: 9 } }]),
    { type: 'doc', content: [{ type: 'picture', attrs: { pictureId: '../../etc', caption: '', alt: '' } }] },
  ])
    expect((await saveDoc(editor, id, item, doc)).statusCode, JSON.stringify(doc).slice(0, 80)).toBe(400)
  const text = '㙦浉燚穡𠀀𠮷👍🏽e\u0301\u202eabc'
  const saved = await saveDoc(editor, id, item, docWith(`${text}\u0000\ud800尾`))
  expect(saved.statusCode, saved.body).toBe(200)
  expect(itemOf(saved.json(), item).doc.content[0]).toMatchObject({ content: [{ text: `${text}\ufffd尾` }] })
})
