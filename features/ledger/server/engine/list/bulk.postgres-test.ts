import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BulkDone } from '../../../contract/index.ts'
import { addItems, addLedger, addMatter } from './items.fixture.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers(2)
})
afterAll(() => servers.close())

test('two who dispatch the same at once dispatch it once: no step, light or notice twice', async () => {
  const [one, other] = servers.apps
  const { db } = one!.connection
  const ledger = await addLedger(db, { unitId: testUnits.root })
  const matterId = await addMatter(db, ledger)
  const ids = await addItems(
    db,
    Array.from({ length: 600 }, (_, at) => ({
      matterId,
      unitId: [testUnits.city, testUnits.county, testUnits.sister][at % 3]!,
      state: 'ready' as const,
    })),
  )
  const agents = await Promise.all([one!.as('coordinator'), other!.as('coordinator')])
  const wishes = [
    { deed: 'dispatch', filter: { matter: matterId } },
    { deed: 'dispatch', items: ids.toReversed().map(id => ({ id, version: 0 })) },
  ]
  const answers = await Promise.all(
    agents.map((agent, at) => agent.post('/api/ledger-items/bulk', wishes[at])),
  )
  const done = answers.map(answer => answer.json<BulkDone>())
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(done.reduce((sum, each) => sum + each.done, 0)).toBe(600)
  const [counted] = await rowsOf(
    db,
    sql`select count(*)::int as steps, count(distinct s.item_id)::int as items,
        (select count(*)::int from ledger_item where matter_id = ${matterId} and version = 1 and state = 'dispatched') as moved
      from ledger_step s join ledger_item i on i.id = s.item_id where i.matter_id = ${matterId} and s.action = 'dispatch'`,
  )
  expect(counted).toEqual({ steps: 600, items: 600, moved: 600 })
  const told = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from notice n join person p on p.id = n.person_id
      where p.username = 'unit_lead.city' and n.kind = 'ledger.dispatch'`,
  )
  expect(told[0]!.count).toBe(1)
})
