/** Ledgers follow the pack of their campaign, and never lose what stands in them. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LedgerRules, ordinaryRules } from '../../../contract/index.ts'
import { addCampaign } from '../../ledger.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const db = () => app.connection.db
const { work, rectification, service } = ordinaryRules
const load = (id: string, ledgers: readonly LedgerRules[]) =>
  db().execute(sql`update campaign set pack = ${JSON.stringify({ ledgers })}::jsonb where id = ${id}`)
const open = (id: string) => db().execute(sql`update campaign set state = 'open' where id = ${id}`)
const ledgersOf = (id: string) =>
  rowsOf<{ id: string; key: string; kind: string; name: string; state: string; rules: LedgerRules }>(
    db(),
    sql`select id, key, kind, name, state, rules from ledger where campaign_id = ${id} order by key`,
  )
const propose = (ledger: string) =>
  db().execute(sql`with l as (update ledger set last_no = last_no + 1 where id = ${ledger} returning id, last_no)
    insert into ledger_matter (id, ledger_id, no, title, created_by, created_name, created_at)
      select gen_random_uuid(), id, last_no, '事项', '', '', now() from l`)

test('a draft has none, a campaign that is published has those of its pack, of its own unit', async () => {
  const id = await addCampaign(db(), { unitId: testUnits.city, state: 'draft' })
  await load(id, [work, rectification])
  expect(await ledgersOf(id)).toEqual([])
  await open(id)
  const ledgers = await ledgersOf(id)
  expect(ledgers.map(({ key, kind, rules }) => [key, kind, rules])).toEqual([
    ['rectification', 'rectification', rectification],
    ['work', 'work', work],
  ])
  const units = await rowsOf(db(), sql`select distinct unit_id from ledger where campaign_id = ${id}`)
  expect(units).toEqual([{ unit_id: testUnits.city }])
})

test('a pack that is loaded again changes the rules of the same ledgers, and the same pack nothing', async () => {
  const id = await addCampaign(db())
  await load(id, [work, rectification])
  const before = await ledgersOf(id)
  await load(id, [work, rectification])
  expect(await ledgersOf(id)).toEqual(before)
  await load(id, [{ ...work, nearDays: 9, name: '工作总台账' }, rectification])
  const after = await ledgersOf(id)
  expect(after.map(each => each.id)).toEqual(before.map(each => each.id))
  expect(after[1]).toMatchObject({ name: '工作总台账', rules: { nearDays: 9 } })
})

test('a ledger that is left out goes while nothing was in it; else it is closed and may come back', async () => {
  const id = await addCampaign(db())
  await load(id, [work, rectification, service])
  const [kept] = await ledgersOf(id)
  await propose(kept!.id)
  await load(id, [work])
  expect((await ledgersOf(id)).map(({ key, state }) => [key, state])).toEqual([
    ['rectification', 'closed'],
    ['work', 'open'],
  ])
  await load(id, [work, rectification])
  expect((await ledgersOf(id))[0]).toMatchObject({ id: kept!.id, state: 'open' })
})

test('what a ledger holds keeps its kind, whatever the pack says', async () => {
  const id = await addCampaign(db())
  await load(id, [rectification])
  const [ledger] = await ledgersOf(id)
  await load(id, [{ ...service, id: 'rectification' }])
  expect((await ledgersOf(id))[0]).toMatchObject({ id: ledger!.id, kind: 'service' })
  await propose(ledger!.id)
  await load(id, [{ ...rectification, nearDays: 8 }])
  expect((await ledgersOf(id))[0]).toMatchObject({
    kind: 'service',
    rules: { kind: 'service', nearDays: 8 },
  })
})

test('campaigns of two years keep ledgers of the same key each for itself', async () => {
  const ids = [await addCampaign(db()), await addCampaign(db())]
  for (const id of ids) await load(id, [work])
  expect(await Promise.all(ids.map(async id => (await ledgersOf(id)).length))).toEqual([1, 1])
})
