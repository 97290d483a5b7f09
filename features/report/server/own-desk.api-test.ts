/** What a desk does with a report, and what it asks for, is written by nobody below it: the policies alone say so. */
import { randomUUID } from 'node:crypto'
import { enterScope } from '@jianbao/platform/access'
import { rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommissionAsked } from '../contract/index.ts'
import { deed, openCampaign, packAround, writeReport } from './report.fixture.ts'

let app: TestApp
let reportId: string
let commissionId: string
const { city, county } = testUnits
beforeAll(async () => {
  app = await openTestApp()
  const { campaignId } = await openCampaign(app, packAround(`${new Date().getFullYear()}-12-31`))
  const as = (persona: Parameters<TestApp['as']>[0]): Promise<Agent> => app.as(persona)
  const written = await writeReport(await as('reporter@county'), { campaignId, unitId: county })
  const sent = await deed(await as('unit-lead@county'), written, 'approve')
  await deed(await as('editor@city'), sent, 'adopt', { column: 'news' })
  reportId = sent.id
  const asked = await (await as('editor@city')).post('/api/commissions', {
    ...{ units: [county], title: '防汛科普做法', brief: '', dueDay: '2199-12-30' },
  })
  commissionId = asked.json<CommissionAsked>().commissions[0]!.id
})
afterAll(() => app.close())

/** How many rows it changes as somebody in a unit; throws what the policies throw. */
async function change(unitId: string, statement: SQL): Promise<number> {
  const { db } = app.connection
  const [unit] = await rowsOf<{ path: string }>(db, sql`select path from unit where id = ${unitId}`)
  return db.transaction(async tx => {
    await enterScope(tx, { scope: { roots: [{ unitId, path: unit!.path }], content: true }, personId: null })
    return (await rowsOf(tx, statement)).length
  })
}
const adopting = (
  deskId: string,
) => sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
  values (${randomUUID()}, ${reportId}, ${deskId}, 'news', '', '', 'x', 'x', now()) returning id`
const asking = sql`insert into commission (id, batch_id, unit_id, scope_path, desk_id, title, due_day, state, by_id, by_name, created_at)
  values (${randomUUID()}, ${randomUUID()}, ${county}, '', ${city}, '约稿', '2199-12-30', 'open', 'x', 'x', now()) returning id`

test('a unit does not adopt, revoke or ask in the name of a desk above', async () => {
  await expect(change(county, adopting(city))).rejects.toMatchObject({ cause: { code: '42501' } })
  await expect(change(county, asking)).rejects.toMatchObject({ cause: { code: '42501' } })
  for (const [unit, rows] of [
    [county, 0],
    [city, 1],
  ] as const) {
    const touched = sql`update adoption set revoked_at = null where report_id = ${reportId} returning id`
    expect(await change(unit, touched)).toBe(rows)
    expect(
      await change(unit, sql`update commission set late = false where id = ${commissionId} returning id`),
    ).toBe(rows)
  }
  expect(await change(county, sql`delete from adoption where report_id = ${reportId} returning id`)).toBe(0)
  expect(await change(county, sql`delete from commission where id = ${commissionId} returning id`)).toBe(0)
  const seen = sql`select from adoption where report_id = ${reportId}`
  expect(await change(county, seen), 'what became of it is read').toBe(1)
})
