import { randomUUID } from 'node:crypto'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deed, openCampaign, packAround, writeReport } from '../../../report/server/report.fixture.ts'
import { type BriefDrafts, docText, type Edition } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'

let app: TestApp
let editor: Agent
let campaignId: string
let edition: Edition
beforeAll(async () => {
  app = await openTestApp()
  editor = await app.as('editor')
  campaignId = (await openCampaign(app, packAround('2026-06-30'))).campaignId
  edition = await beginEdition(editor, await openSeries(app))
})
afterAll(() => app.close())

async function adopted(unit: 'city' | 'sister', title: string, value: number): Promise<string> {
  const lead = await app.as(`unit-lead@${unit}`)
  const figure = {
    id: randomUUID(),
    measure: 'people',
    value,
    unit: '人',
    qualifier: 'over',
    of: null,
    surface: null,
  } as const
  const report = await writeReport(lead, {
    ...{ unitId: testUnits[unit], campaignId, title, body: title, startDay: '2026-06-01', endDay: null },
    ...{ place: '淇滨区', partners: [], figures: [figure] },
  })
  const sent = await deed(lead, report, 'approve')
  const taken = await deed(editor, sent, 'adopt', { column: 'news', title, body: title })
  return taken.adoptions[0]!.id
}
const drafted = async (adoptionIds: readonly string[], merge: boolean) => {
  const answer = await editor.post(`/api/editions/${edition.id}/briefs/draft`, { adoptionIds, merge })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<BriefDrafts>().drafts
}

it('drafts a brief for each report, or one for all, and keeps nothing of it', async () => {
  const ids = [
    await adopted('city', '云岭市科协举办科普讲座', 120),
    await adopted('sister', '海州市科协举办科普讲座', 80),
  ]
  const apart = await drafted(ids, false)
  expect(apart.map(({ doc }) => docText(doc))).toEqual([
    '6月1日，云岭市科协在淇滨区举办科普讲座，120余人参加。',
    '6月1日，海州市科协在淇滨区举办科普讲座，80余人参加。',
  ])
  const [merged, more] = await drafted(ids, true)
  expect(more).toBeUndefined()
  expect(docText(merged!.doc)).toBe('6月1日，云岭市、海州市科协在淇滨区分别举办科普讲座，共200余人参加。')
  expect(merged!.sources.map(({ unitName }) => unitName)).toEqual(['云岭市科协', '海州市科协'])
  const after = await editor.request({ method: 'GET', url: `/api/editions/${edition.id}` })
  expect(after.json<Edition>().content).toEqual([])
})

it('is taken into the issue with its numbers resolved', async () => {
  const id = await adopted('city', '云岭市科协开展健康义诊', 60)
  const [draft] = await drafted([id], false)
  const text = { kind: 'article', headline: '', subtitle: '', contributor: '', doc: draft!.doc }
  const { content } = await addTo(editor, edition.id, 'briefs', { adoptionIds: [id], apart: false, text })
  expect(content[0]).toMatchObject({
    columnKey: 'briefs',
    doc: draft!.doc,
    sources: [{ adoptionId: id, now: 'same' }],
  })
})

it('refuses what was never adopted by this desk, and whoever holds no post there', async () => {
  const url = `/api/editions/${edition.id}/briefs/draft`
  const wrong = await editor.post(url, { adoptionIds: [randomUUID()], merge: false })
  expect(wrong.json()).toMatchObject({ code: 'adoption-unknown' })
  const id = await adopted('city', '云岭市科协开展入户调研', 30)
  const below = await (await app.as('editor@city')).post(url, { adoptionIds: [id], merge: false })
  expect(below.statusCode).toBe(404)
})
