import { randomUUID } from 'node:crypto'
import type { Clock } from '@jianbao/platform/clock'
import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import type {
  CandidatePage,
  EditionContent,
  EditionItem,
  EditionPresence,
  EditionPreview,
  ItemClaim,
} from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

let app: TestApp
let seriesId: string
let campaignId: string
let now = new Date('2026-06-10T02:00:00Z')
const clock: Clock = { now: () => now }
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}
beforeAll(async () => {
  app = await openTestApp({ clock })
  campaignId = (await openCampaign(app, packAround('2026-06-30'))).campaignId
  seriesId = await openSeries(app)
  await app.connection.db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    select gen_random_uuid(), person_id, unit_id, scope_path, 'editor', now() from membership
    where role = 'reviser' and unit_id = ${testUnits.root}`)
})
afterAll(() => app.close())

/** A report of the city, adopted at the top; answers the adoption. */
async function adopted(title: string, column = 'news'): Promise<{ adoptionId: string; reportId: string }> {
  const [lead, editor] = [await app.as('unit-lead@city'), await app.as('editor')]
  const report = await writeReport(lead, { title, body: `${title}。120人参加。`, campaignId })
  const sent = await deed(lead, report, 'approve')
  const taken = await deed(editor, sent, 'adopt', { column, title, body: `${title}。120人参加。` })
  return { adoptionId: taken.adoptions[0]!.id, reportId: report.id }
}

const at = (id: string, itemId?: string): string =>
  `/api/editions/${id}${itemId === undefined ? '' : `/items/${itemId}`}`
const textOf = ({ version, kind, headline, subtitle, contributor, doc, withheld }: EditionItem) => ({
  ...{ version, kind, headline, subtitle, contributor, doc, withheld },
})
async function oneItem(by: Agent, column = 'news'): Promise<{ id: string; item: EditionItem }> {
  const { id } = await beginEdition(by, seriesId)
  return { id, item: (await addTo(by, id, column)).content[0]! }
}

/** A second editor of the same unit. */
const colleague = (): Promise<Agent> => app.as('reviser')

it('lists what the desk adopted and no issue has, by column, and no more once it is taken in or revoked', async () => {
  const editor = await app.as('editor')
  const { id } = await beginEdition(editor, seriesId)
  const list = async (query = ''): Promise<CandidatePage> =>
    (await editor.get(`${at(id)}/candidates${query}`)).json()
  const before = (await list()).total
  const first = await adopted('云岭市科协开展春季科普活动')
  later(1)
  const second = await adopted('云岭市科协举办专题培训', 'lead')
  const all = await list()
  expect(all.total).toBe(before + 2)
  expect(all.rows[0]).toMatchObject({
    adoptionId: second.adoptionId,
    columnKey: 'lead',
    unitName: '云岭市科协',
    together: null,
    firstThisYear: true,
  })
  expect(all.counts).toEqual(expect.arrayContaining([expect.objectContaining({ column: 'lead' })]))
  expect((await list('?column=news')).rows.map(row => row.adoptionId)).toContain(first.adoptionId)
  expect((await list(`?q=${encodeURIComponent('专题 云岭')}`)).rows.map(row => row.adoptionId)).toEqual([
    second.adoptionId,
  ])
  await addTo(editor, id, 'lead', { adoptionIds: [second.adoptionId] })
  const left = await list()
  expect(left.rows.map(row => row.adoptionId)).not.toContain(second.adoptionId)
  expect(left.rows.find(row => row.adoptionId === first.adoptionId)?.firstThisYear).toBe(false)

  const report = (await editor.get(`/api/reports/${first.reportId}`)).json()
  await deed(editor, report, 'revoke', { reason: '内容有误' })
  expect((await list()).rows.map(row => row.adoptionId)).not.toContain(first.adoptionId)
})

it('lets one window write an item at a time; another hears who, and gets it when the lease runs out', async () => {
  const [editor, other] = [await app.as('editor'), await colleague()]
  const { id, item } = await oneItem(editor)
  const [mine, theirs] = [randomUUID(), randomUUID()]
  const claim = (by: Agent, tab: string, keep = false) => by.post(`${at(id, item.id)}/claim`, { tab, keep })
  const claims = (await claim(editor, mine)).json<{ claims: ItemClaim[] }>().claims
  expect(claims).toMatchObject([{ itemId: item.id, tab: mine, askedBy: null }])
  expect((await claim(other, theirs)).json()).toMatchObject({ code: 'item-claimed' })
  const put = (by: Agent, headline: string) =>
    by.request({ method: 'PUT', url: at(id, item.id), payload: { ...textOf(item), headline } })
  expect((await put(other, '别人写的')).json()).toMatchObject({ code: 'item-claimed' })

  expect((await other.post(`${at(id, item.id)}/ask`)).statusCode).toBe(200)
  const heard = (await claim(editor, mine, true)).json<{ claims: ItemClaim[] }>().claims
  expect(heard[0]!.askedBy).not.toBeNull()
  later(61)
  expect((await claim(other, theirs)).statusCode).toBe(200)
  expect((await claim(editor, mine, true)).json()).toMatchObject({ code: 'item-claimed' })
  expect((await put(other, '别人写的')).statusCode).toBe(200)
})

it('takes an item over with a word to who was at it, and one’s own other window gives way', async () => {
  const [editor, other] = [await app.as('editor'), await colleague()]
  const { id, item } = await oneItem(editor)
  const [one, two, theirs] = [randomUUID(), randomUUID(), randomUUID()]
  const claim = (tab: string, keep: boolean) => editor.post(`${at(id, item.id)}/claim`, { tab, keep })
  expect((await claim(one, false)).statusCode).toBe(200)
  expect((await claim(two, false)).statusCode).toBe(200)
  expect((await claim(one, true)).json()).toMatchObject({ code: 'item-claimed' })
  const taken = await other.post(`${at(id, item.id)}/take-over`, { tab: theirs })
  expect(taken.json<{ claims: ItemClaim[] }>().claims).toMatchObject([{ tab: theirs }])
  const notices = (await editor.get('/api/notices')).body
  expect(notices).toContain('edition.taken-over')
  // Letting go in a window that no longer has it changes nothing.
  await editor.post(`${at(id, item.id)}/release`, { tab: two })
  const presence = (await editor.get(`${at(id)}/presence`)).json<EditionPresence>()
  expect(presence.claims).toMatchObject([{ tab: theirs }])
  await other.post(`${at(id, item.id)}/release`, { tab: theirs })
  expect((await editor.get(`${at(id)}/presence`)).json<EditionPresence>().claims).toEqual([])
})

it('tells who is on the page and what moved, and forgets who left or fell silent', async () => {
  const [editor, other] = [await app.as('editor'), await colleague()]
  const { id, item } = await oneItem(editor)
  const tab = randomUUID()
  const attend = (by: Agent, leaves: boolean, mark = tab) =>
    by.post(`${at(id)}/presence`, { tab: mark, leaves })
  await attend(editor, false)
  const both = (await attend(other, false)).json<EditionPresence>()
  expect(both.people).toHaveLength(2)
  const same = (await editor.get(`${at(id)}/presence?since=${both.version}`)).json<EditionPresence>()
  expect([same.items, same.people.length]).toEqual([null, 2])
  const { version } = (await addTo(editor, id, 'news')) as EditionContent
  const moved = (await editor.get(`${at(id)}/presence?since=${both.version}`)).json<EditionPresence>()
  expect(moved.version).toBe(version)
  expect(moved.items).toHaveLength(2)
  expect(moved.items).toContainEqual({ id: item.id, version: item.version })
  expect((await attend(other, true)).json<EditionPresence>().people).toHaveLength(1)
  later(61)
  expect((await editor.get(`${at(id)}/presence`)).json<EditionPresence>().people).toEqual([])
})

it('sets the pages with the words that are being written, and sends only those that changed', async () => {
  const editor = await app.as('editor')
  const { id, item } = await oneItem(editor)
  const preview = async (headline: string, known: string[]): Promise<EditionPreview> => {
    const { version: _, ...words } = { ...textOf(item), headline }
    const answer = await editor.post(`${at(id)}/preview`, {
      tab: randomUUID(),
      item: { id: item.id, words: { ...words, doc: { type: 'doc', content: [paragraph] } } },
      known,
    })
    expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.anything()])
    return answer.json()
  }
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: '6月1日，云岭市科协开展活动。' }] }
  const first = await preview('一个标题', [])
  expect(first.pages[0]!.svg).toMatch(/^<svg /)
  const hashes = first.pages.map(({ hash }) => hash)
  const again = await preview('一个标题', hashes)
  expect(again.pages).toEqual(hashes.map(hash => ({ hash, svg: null })))
  const changed = await preview('另一个标题', hashes)
  expect(changed.pages[0]).toMatchObject({ svg: expect.stringMatching(/^<svg /) })
  const rare = await preview('罕见的𪚥字', hashes)
  expect(rare.faults.every(({ itemId }) => itemId === null || itemId === item.id)).toBe(true)
  const kept = (await editor.get(at(id))).json()
  expect(kept.content[0].headline, 'nothing of it is kept').toBe(item.headline)
})

it('gives a draft to read on paper, and the list as a workbook', async () => {
  const editor = await app.as('editor')
  const { id } = await oneItem(editor)
  const docx = await editor.post(`${at(id)}/proof-copy`, { format: 'docx' })
  expect([docx.statusCode, docx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect(decodeURIComponent(String(docx.headers['content-disposition']))).toContain('（草稿）.docx')
  const pdf = await editor.post(`${at(id)}/proof-copy`, { format: 'pdf' })
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const sheet = await editor.post('/api/editions/export', { tab: 'open' })
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})
