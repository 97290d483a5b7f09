import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SimilarReport } from '../contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from './report.fixture.ts'

let app: TestApp
let writer: Agent
let campaignId: string
beforeAll(async () => {
  app = await openTestApp()
  ;({ campaignId } = await openCampaign(app, packAround('2026-05-31')))
  writer = await app.as('reporter@county')
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const write = (title: string, startDay: string) =>
  writeReport(writer, { unitId: testUnits.county, campaignId, title, startDay })
async function similar(by: Agent, ask: object): Promise<SimilarReport[]> {
  const answer = await by.post('/api/reports/similar', { unitId: testUnits.county, ...ask })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<{ similar: SimilarReport[] }>().similar
}

test('the same unit, the day or the one beside, nearly the same title; never the report itself', async () => {
  const lecture = await write('溪口县科协举办科普讲座', '2026-05-10')
  await write('溪口县科协召开动员会议', '2026-05-10')
  await write('溪口县科协举办科普讲座', '2026-05-14')
  const ask = { title: '举办科普讲座活动', startDay: '2026-05-11' }
  expect(await similar(writer, ask)).toMatchObject([
    { id: lecture.id, startDay: '2026-05-10', state: 'draft' },
  ])
  expect(await similar(writer, { ...ask, exceptId: lecture.id })).toEqual([])
  expect(await similar(writer, { ...ask, startDay: '2026-05-12' }), 'two days later').toEqual([])
  const city = await app.as('reporter@city')
  expect(await similar(city, ask), 'drafts are for their own unit').toEqual([])
  const sent = await deed(await app.as('unit-lead@county'), lecture, 'approve')
  expect(await similar(city, ask)).toHaveLength(1)
  await deed(writer, sent, 'withdraw')
  expect(await similar(writer, ask), 'what was taken back can be gone on with').toMatchObject([
    { id: lecture.id, state: 'withdrawn' },
  ])
})

test('of units of one’s own only; what is no day is refused', async () => {
  const ask = { title: '举办科普讲座', startDay: '2026-05-11' }
  const stranger = await app.as('reporter@sister')
  const url = '/api/reports/similar'
  expect((await stranger.post(url, { ...ask, unitId: testUnits.county })).statusCode).toBe(404)
  expect((await stranger.post(url, ask)).statusCode, 'their own unit when none is named').toBe(200)
  for (const wrong of [
    { startDay: '2026-02-30' },
    { startDay: '5月1日' },
    { title: '' },
    { title: '字'.repeat(201) },
  ])
    expect((await writer.post(url, { ...ask, ...wrong })).statusCode).toBe(400)
})
