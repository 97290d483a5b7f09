import { sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServiceRecord } from '../../../contract/index.ts'
import { addServiceItem } from '../service.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

test('words that wait are read by those who look through them alone, also within the unit that keeps the item', async () => {
  const { id } = await addServiceItem(app.connection.db, { state: 'closed', unitId: testUnits.root })
  for (const state of ['waiting', 'shown', 'hidden'])
    await app.connection.db.execute(sql`insert into service_word (item_id, unit_id, scope_path, round, words, day, state)
      select id, keeper_id, '', reopened, ${state}, current_date, ${state} from ledger_item where id = ${id}`)
  const read = async (persona: 'coordinator' | 'reporter' | 'unit-lead') =>
    (await (await app.as(persona)).get(`/api/services/${id}`))
      .json<ServiceRecord>()
      .satisfaction?.words.map(({ words }) => words)
      .sort()
  expect(await read('coordinator')).toEqual(['hidden', 'shown', 'waiting'])
  expect(await read('reporter')).toEqual(['shown'])
  expect(await read('unit-lead')).toEqual(['shown'])
})
