import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemPage } from '../../../contract/index.ts'
import { addItems, addLedger, addMatter, addParty } from './items.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function partsOf(persona: Persona, query = ''): Promise<ItemPage> {
  const answer = await (await app.as(persona)).get(`/api/ledger-items?as=part${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ItemPage>()
}
const idsOf = async (persona: Persona, query = '') => (await partsOf(persona, query)).rows.map(({ id }) => id)

test('units that lead or assist see the item elsewhere, and only they', async () => {
  const { db } = app.connection
  const matterId = await addMatter(db, await addLedger(db, { unitId: testUnits.root }))
  const [id, hidden] = await addItems(db, [
    { matterId, unitId: testUnits.sister },
    { matterId, unitId: testUnits.sister, state: 'ready' },
  ])
  await addParty(db, id!, testUnits.county, 'lead')
  await addParty(db, hidden!, testUnits.county, 'lead')
  for (const persona of ['reporter@county', 'coordinator@city'] as const)
    expect(await idsOf(persona)).toEqual([id])
  expect(await idsOf('coordinator@city', `&lead=${testUnits.county}`)).toEqual([id])
  expect(await idsOf('coordinator@city', `&lead=${testUnits.city}`)).toEqual([])
  expect(await idsOf('reporter@sister'), 'its own are in the other list').toEqual([])
  expect(await idsOf('coordinator')).toEqual([])
  const [row] = (await partsOf('coordinator@city')).rows
  expect(row).toMatchObject({ leadName: '溪口县科协', unitName: '海州市科协', actions: [] })
})

test('an item of a ledger beside the line of a unit that assists is shown with its name', async () => {
  const { db } = app.connection
  const ledger = await addLedger(db, { unitId: testUnits.sister, name: '海州整改台账' })
  const [id] = await addItems(db, [{ matterId: await addMatter(db, ledger), unitId: testUnits.sister }])
  await addParty(db, id!, testUnits.county, 'assist')
  const page = await partsOf('reporter@county', '&order=updated')
  expect(page.rows.find(row => row.id === id)).toMatchObject({ ledgerName: '海州整改台账', actions: [] })
  expect(page.total).toBe(page.rows.length)
})
