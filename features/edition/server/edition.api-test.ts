import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deed, openCampaign, packAround, writeReport } from '../../report/server/report.fixture.ts'
import { docOf, type Edition, type EditionContent, type EditionPage, itemLimit } from '../contract/index.ts'
import { addTo, beginEdition, openSeries } from './edition.fixture.ts'

let app: TestApp
let seriesId: string
let campaignId: string
beforeAll(async () => {
  app = await openTestApp()
  campaignId = (await openCampaign(app, packAround('2026-06-30'))).campaignId
  seriesId = await openSeries(app)
})
afterAll(() => app.close())

/** A report of the city, adopted at the top; answers the adoption. */
async function adopted(title: string, body: string): Promise<{ adoptionId: string; reportId: string }> {
  const [lead, editor] = [await app.as('unit-lead@city'), await app.as('editor')]
  const report = await writeReport(lead, { title, body, campaignId })
  const sent = await deed(lead, report, 'approve')
  const taken = await deed(editor, sent, 'adopt', { column: 'news', title, body })
  return { adoptionId: taken.adoptions[0]!.id, reportId: report.id }
}

it('begins an issue, takes adopted reports into its columns, and shows it whole', async () => {
  const editor = await app.as('editor')
  const edition = await beginEdition(editor, seriesId)
  expect(edition).toMatchObject({ state: 'drafting', issueNo: 1, special: false, content: [] })
  const first = await adopted('云岭市科协开展读书活动', '6月1日，云岭市科协开展读书活动。\n120人参加。')
  const second = await adopted('云岭市科协走进乡村', '6月2日，云岭市科协走进乡村。')
  const brief = {
    kind: 'article',
    headline: '',
    subtitle: '',
    contributor: '',
    doc: docOf('6月3日，云岭市科协义诊。'),
  }
  const { content } = await addTo(editor, edition.id, 'briefs', { text: brief })
  const alone = (await editor.get('/api/editions')).json<EditionPage>()
  expect(alone.rows[0]).toMatchObject({ id: edition.id, items: 1, title: '6月3日，云岭市科协义诊。' })
  await editor.request({ method: 'DELETE', url: `/api/editions/${edition.id}/items/${content[0]!.id}` })
  const lead = await addTo(editor, edition.id, 'lead', { adoptionIds: [first.adoptionId] })
  expect(lead.content[0]).toMatchObject({
    columnKey: 'lead',
    headline: '云岭市科协开展读书活动',
    contributor: '云岭市科协',
    sources: [{ reportId: first.reportId, now: 'same' }],
  })
  expect(lead.content[0]!.doc.content).toHaveLength(2)
  const both = await addTo(editor, edition.id, 'briefs', { adoptionIds: [second.adoptionId] })
  expect(both.content[1]).toMatchObject({ columnKey: 'briefs', headline: '' })
  const again = await editor.post(`/api/editions/${edition.id}/items`, {
    columnKey: 'news',
    before: null,
    adoptionIds: [second.adoptionId],
    apart: true,
  })
  expect(again.json()).toMatchObject({ code: 'adoption-placed' })
  const page = await editor.request({ method: 'GET', url: '/api/editions' })
  expect(page.json<EditionPage>().rows[0]).toMatchObject({
    id: edition.id,
    items: 2,
    title: '云岭市科协开展读书活动',
  })
})

it('moves items in front of others and into other columns, and takes them out', async () => {
  const editor = await app.as('editor')
  const edition = await beginEdition(editor, seriesId)
  let content: EditionContent['content'] = []
  for (const headline of ['甲', '乙', '丙']) {
    const text = {
      kind: 'article',
      headline,
      subtitle: '',
      contributor: '',
      doc: { type: 'doc', content: [] },
    }
    content = (await addTo(editor, edition.id, 'news', { text })).content
  }
  const [a, b, c] = content.map(({ id }) => id) as [string, string, string]
  const move = async (id: string, columnKey: string, before: string | null) => {
    const answer = await editor.post(`/api/editions/${edition.id}/items/${id}/move`, { columnKey, before })
    return answer.json<EditionContent>().content.map(item => `${item.columnKey}:${item.headline}`)
  }
  expect(await move(c, 'news', a)).toEqual(['news:丙', 'news:甲', 'news:乙'])
  expect(await move(a, 'lead', null)).toEqual(['lead:甲', 'news:丙', 'news:乙'])
  expect(await move(b, 'news', b)).toEqual(['lead:甲', 'news:丙', 'news:乙'])
  const left = await editor.request({ method: 'DELETE', url: `/api/editions/${edition.id}/items/${c}` })
  expect(left.json<EditionContent>().content.map(item => item.headline)).toEqual(['甲', '乙'])
})

it('saves the words of an item under its version, and keeps what another hand wrote', async () => {
  const editor = await app.as('editor')
  const edition = await beginEdition(editor, seriesId)
  const { content } = await addTo(editor, edition.id, 'news')
  const item = content[0]!
  const save = (version: number, headline: string) =>
    editor.request({
      method: 'PUT',
      url: `/api/editions/${edition.id}/items/${item.id}`,
      payload: {
        version,
        kind: 'article',
        headline,
        subtitle: '',
        contributor: '',
        withheld: false,
        doc: item.doc,
      },
    })
  expect((await save(0, '第一稿')).json<EditionContent>().content[0]).toMatchObject({
    headline: '第一稿',
    version: 1,
  })
  expect((await save(0, '第二稿')).json()).toMatchObject({ code: 'changed-meanwhile' })
})

it('refuses a text longer than an article may be, though each of its paragraphs is short enough', async () => {
  const editor = await app.as('editor')
  const { id } = await beginEdition(editor, seriesId)
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: '长'.repeat(10_000) }] }
  const text = (paragraphs: number) => ({
    kind: 'article',
    headline: '长文',
    subtitle: '',
    contributor: '',
    doc: { type: 'doc', content: Array.from({ length: paragraphs }, () => paragraph) },
  })
  const added = await editor.post(`/api/editions/${id}/items`, {
    ...{ columnKey: 'news', before: null, adoptionIds: [], apart: true },
    text: text(3),
  })
  expect(added.json()).toMatchObject({ code: 'article-too-long' })
  const { content } = await addTo(editor, id, 'news', { text: text(1) })
  const saved = await editor.request({
    method: 'PUT',
    url: `/api/editions/${id}/items/${content[0]!.id}`,
    payload: { version: 0, withheld: false, ...text(3) },
  })
  expect(saved.json()).toMatchObject({ code: 'article-too-long' })
})

it('holds so many pieces and no more, and says so', async () => {
  const editor = await app.as('editor')
  const { id } = await beginEdition(editor, seriesId)
  await app.connection.db.execute(sql`insert into edition_item (id, edition_id, column_key, position, kind, doc,
      edited_by, edited_name, edited_at)
    select gen_random_uuid(), ${id}, 'briefs', n, 'article', '{"type": "doc", "content": []}', 'x', '甲', now()
    from generate_series(1, ${itemLimit}::int) as n`)
  const answer = await editor.post(`/api/editions/${id}/items`, {
    ...{ columnKey: 'news', before: null, adoptionIds: [], apart: true },
  })
  expect(answer.json()).toMatchObject({ code: 'edition-full' })
})

it('is the affair of its own unit: those above look on, those below and beside see nothing', async () => {
  const own = await openSeries(app, { unitId: testUnits.city })
  const editor = await app.as('editor@city')
  const edition = await beginEdition(editor, own)
  const above = await (await app.as('editor')).request({ method: 'GET', url: `/api/editions/${edition.id}` })
  expect(above.json<Edition>()).toMatchObject({ id: edition.id, actions: [] })
  const written = await (await app.as('editor')).post(`/api/editions/${edition.id}/items`, {
    columnKey: 'news',
    before: null,
    adoptionIds: [],
    apart: true,
  })
  expect(written.statusCode).toBe(404)
  for (const persona of ['editor@county', 'editor@sister'] as const) {
    const answer = await (await app.as(persona)).request({
      method: 'GET',
      url: `/api/editions/${edition.id}`,
    })
    expect(answer.statusCode).toBe(404)
  }
})
