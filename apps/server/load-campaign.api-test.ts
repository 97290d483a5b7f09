/** The pack of the demonstration, loaded from nothing as its first start does. */
import { packProblemLine } from '@jianbao/campaign/contract'
import { inYear, listTasks, openPackFolder, readPack } from '@jianbao/campaign/server'
import { unitKinds } from '@jianbao/organisation/contract'
import { type Connection, migrate, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCampaign } from './load-campaign.ts'
import { loadUnits } from './load-units.ts'
import { allMigrations } from './open-installation.ts'

let connection: Connection
const now = new Date('2027-04-10T02:00:00Z')
const clock = { now: () => now }
beforeAll(async () => {
  connection = await openEmbedded({})
  await migrate(connection, await allMigrations())
  await loadUnits({ db: connection.db, clock }, 'demonstration')
})
afterAll(() => connection.close())

const folder = new URL('../../demo/campaign', import.meta.url).pathname

test('it has no fault, and is the same in its own year', async () => {
  const { pack, problems } = readPack(await openPackFolder(folder))
  expect(problems.map(problem => packProblemLine(problem, 'zh'))).toEqual([])
  expect(inYear(pack!, 2021)).toEqual(pack)
})

test('it is loaded into this year, open, once; every kind of unit below the top has something to do', async () => {
  const { db } = connection
  expect(await loadCampaign({ db, clock })).toBe(16)
  expect(await loadCampaign({ db, clock })).toBe(0)
  const campaigns = await rowsOf(
    db,
    sql`select key, name, state, to_char(from_day, 'YYYY') as "from", to_char(to_day, 'YYYY') as "to" from campaign`,
  )
  expect(campaigns).toEqual([
    { key: 'party-history-2027', name: '2027年党史学习教育', state: 'open', from: '2027', to: '2027' },
  ])
  const units = await rowsOf<{ id: string; kind: string }>(
    db,
    sql`select distinct on (kind) id, kind from unit where state = 'active' and parent_id is not null order by kind, path`,
  )
  const bound = new Map<string, number>()
  for (const { id, kind } of units) bound.set(kind, (await listTasks(db, id, '2027-04-10')).length)
  const idle = unitKinds.filter(kind => kind !== 'province' && !bound.get(kind))
  expect(idle).toEqual([])
  const days = await rowsOf(
    db,
    sql`select count(*)::int as periods, min(to_char(due_day, 'YYYY')) as first from task_period`,
  )
  expect(days).toEqual([{ periods: expect.any(Number), first: '2027' }])
  const items = await rowsOf<{ count: number }>(db, sql`select count(*)::int as count from item`)
  expect(items[0]!.count, 'the ledger has an item for each').toBeGreaterThan(1000)
})
