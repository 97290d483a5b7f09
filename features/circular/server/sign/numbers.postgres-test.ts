/** Many signatures at once on a real PostgreSQL server: one number each, and none is left out. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestServers, type TestServers } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addItem, deed, draft, openLedgerRows } from '../missive.fixture.ts'

let servers: TestServers
beforeAll(async () => {
  servers = await openTestServers()
}, 120_000)
afterAll(() => servers?.close())

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

test('sixteen documents signed at once on two servers, one of them twice', async () => {
  const [app] = servers.apps
  const coordinator = await app!.as('coordinator')
  const ledger = await openLedgerRows(servers.db)
  const item = await addItem(servers.db, ledger)
  const ids: string[] = []
  for (const _ of upTo(16)) {
    const { ids: made } = await draft(coordinator, { kind: 'supervision', items: [item], replyDueDay: null })
    ids.push(made[0]!)
    await deed(coordinator, made[0]!, 'submit')
  }
  const asked = [...ids, ids[0]!]
  const answers = await Promise.all(
    asked.map(async (id, at) => {
      const signatory = await servers.apps[at % servers.apps.length]!.as('signatory')
      return (await signatory.post(`/api/missives/${id}/issue`, { version: 1 })).statusCode
    }),
  )
  expect(answers.toSorted()).toEqual([...upTo(16).map(() => 200), 409])
  const given = await rowsOf<{ no: number }>(
    servers.db,
    sql`select no from missive where no is not null order by no`,
  )
  expect(given.map(({ no }) => no)).toEqual(upTo(16))
  await Promise.all(servers.apps.map(each => each.missives.settle()))
  const [sent] = await rowsOf<{ count: number }>(
    servers.db,
    sql`select count(*)::int as count from delivery where missive_id is not null`,
  )
  expect(sent!.count, 'two servers make each once').toBe(16)
}, 120_000)
