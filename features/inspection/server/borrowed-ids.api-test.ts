/** Ids are chosen by devices: one that belongs to a record of somebody else opens nothing and changes nothing. */
import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planOf, preparedDraw } from './draw/draw.fixture.ts'
import { findingAt, personOf, planned, talkAt, tourDraft, underWay } from './inspection.fixture.ts'

let app: TestApp
let planner: Agent
let inspector: Agent
let elsewhere: { stopId: string; by: Agent }
beforeAll(async () => {
  app = await openTestApp()
  ;[planner, inspector] = [await app.as('coordinator@city'), await app.as('inspector@city')]
  const by = await app.as('coordinator@sister')
  const team = [{ personId: await personOf(app, 'inspector@sister'), leader: true }]
  const draft = { ...(await tourDraft(app)), unitId: testUnits.sister, team }
  const tour = (await by.post('/api/tours', draft)).json()
  const stops = [{ unitId: testUnits.sister, day: '2026-06-01' }]
  const { version, stopList } = (await by.post(`/api/tours/${tour.id}/stops`, { stops })).json()
  await by.post(`/api/tours/${tour.id}/open`, { version })
  elsewhere = { stopId: stopList[0].id, by: await app.as('inspector@sister') }
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

const wordsOf = (what: 'finding' | 'interview', id: string) =>
  rowsOf<{ words: string; stopId: string }>(
    app.connection.db,
    what === 'finding'
      ? sql`select problem as words, stop_id as "stopId" from inspection_finding where id = ${id}`
      : sql`select topic as words, stop_id as "stopId" from inspection_interview where id = ${id}`,
  )

test('a finding and an interview of another tour stay as they are', async () => {
  const { stopId } = await underWay(app, planner)
  const [finding, talk] = [randomUUID(), randomUUID()]
  expect(
    (await findingAt(elsewhere.by, elsewhere.stopId, finding, { problem: '别处的问题' })).statusCode,
  ).toBe(200)
  expect((await talkAt(elsewhere.by, elsewhere.stopId, talk, { topic: '别处的访谈' })).statusCode).toBe(200)
  const taken = [await findingAt(inspector, stopId, finding), await talkAt(inspector, stopId, talk)]
  expect(taken.map(answer => [answer.statusCode, answer.json().code])).toEqual(
    Array(2).fill([400, 'bad-request']),
  )
  expect(await wordsOf('finding', finding)).toEqual([{ words: '别处的问题', stopId: elsewhere.stopId }])
  expect(await wordsOf('interview', talk)).toEqual([{ words: '别处的访谈', stopId: elsewhere.stopId }])
})

test('a tour and a draw that the caller does not see are neither told of nor planned again', async () => {
  const tour = await planned(app, await app.as('coordinator@sister'), { team: [] })
  const draw = await preparedDraw(app, { by: 'coordinator@sister', plan: { rootId: testUnits.sister } })
  const again = [
    await planner.post('/api/tours', await tourDraft(app, { id: tour.id })),
    await planner.post('/api/draws', { id: draw.id, name: '借来的编号', campaignId: null, plan: planOf() }),
  ]
  expect(again.map(answer => [answer.statusCode, answer.json().code])).toEqual(
    Array(2).fill([400, 'bad-request']),
  )
})
