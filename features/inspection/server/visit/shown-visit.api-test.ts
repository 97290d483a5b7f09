/** A visit that was not announced is shown as soon as its unit is told what was found, and not before. */
import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding, VisitPage } from '../../contract/index.ts'
import { findingAt, personOf, underWay } from '../inspection.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('what the notice of a confirmed finding leads to is there', async () => {
  const [planner, inspector] = [await app.as('coordinator@city'), await app.as('inspector@city')]
  const visited = await app.as('unit-lead@county')
  const { stopId } = await underWay(app, planner, { announced: false })
  const id = randomUUID()
  const { version } = (await findingAt(inspector, stopId, id)).json<Finding>()
  expect((await visited.get('/api/visits')).json<VisitPage>().total).toBe(0)
  expect((await visited.get(`/api/visits/${stopId}`)).statusCode).toBe(404)
  await planner.post('/api/findings/confirm', { findings: [{ id, version }] })
  const told = await rowsOf<{ link: string }>(
    app.connection.db,
    sql`select link from notice where person_id = ${await personOf(app, 'unit-lead@county')}`,
  )
  expect(told).toEqual([{ link: `/visits/${stopId}` }])
  const visit = await visited.get(`/api/visits/${stopId}`)
  expect(visit.statusCode).toBe(200)
  expect(visit.json()).toMatchObject({ findingList: [{ id }] })
  expect((await visited.get('/api/visits')).json<VisitPage>().total).toBe(1)
})
