/** From a random draw to a tour: its stops are what was drawn, and a void draw makes none. */
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tour } from '../../contract/index.ts'
import { committedDraw, finishedDraw } from '../draw/draw.fixture.ts'
import { tourDraft } from '../inspection.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const plan = { rootId: testUnits.city, count: 1 }
const days = { fromDay: '2026-06-01', toDay: '2026-06-05' }

test('the tour visits what was drawn, in that order, over its days; sent twice it is planned once', async () => {
  const by = await app.as('coordinator')
  const draw = await finishedDraw(app, {
    name: '抽两家',
    by: 'coordinator',
    plan: { rootId: testUnits.root, count: 2 },
  })
  const draft = { ...(await tourDraft(app, days)), drawId: draw.id }
  const answer = await by.post('/api/tours', draft)
  expect(answer.statusCode, answer.body).toBe(201)
  const { stopList } = answer.json<Tour>()
  expect(stopList.map(({ unitId, day }) => [unitId, day])).toEqual([
    [draw.result[0]!.unitId, '2026-06-01'],
    [draw.result[1]!.unitId, '2026-06-02'],
  ])
  const again = await by.post('/api/tours', draft)
  expect(again.json<Tour>().stopList.map(({ id }) => id)).toEqual(stopList.map(({ id }) => id))
})

test('nothing is planned of a draw that is void, not drawn yet, or somebody else’s', async () => {
  const by = await app.as('coordinator@city')
  const refused = async (drawId: string) => {
    const draft = { ...(await tourDraft(app, days)), drawId }
    const answer = await by.post('/api/tours', draft)
    expect((await by.get(`/api/tours/${draft.id}`)).statusCode).toBe(404)
    return [answer.statusCode, answer.json().code]
  }
  const drawn = await finishedDraw(app, { name: '作废的抽查', plan })
  const voided = await by.post(`/api/draws/${drawn.id}/void`, {
    version: drawn.version,
    reason: '名册有误',
  })
  expect(voided.statusCode, voided.body).toBe(200)
  expect(await refused(drawn.id)).toEqual([409, 'tour-draw-void'])
  expect(await refused((await committedDraw(app, { name: '还没有抽', plan })).id)).toEqual([
    409,
    'draw-settled',
  ])
  const elsewhere = await finishedDraw(app, {
    name: '全会抽查',
    by: 'coordinator',
    plan: { rootId: testUnits.root, count: 1 },
  })
  expect(await refused(elsewhere.id)).toEqual([404, 'not-found'])
})
