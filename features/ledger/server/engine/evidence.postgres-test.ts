/** Proof that falls at the very moment at which somebody goes by it, on real connections. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerItem } from '../../contract/index.ts'
import { addReport } from '../ledger.fixture.ts'
import { bring, doTo, getItem, openLedgerOf } from './engine.fixture.ts'

let servers: TestServers
let keeper: Agent
let lead: Agent
let ledgerId: string
beforeAll(async () => {
  servers = await openTestServers(2)
  const [one, other] = servers.apps
  ;[keeper, lead] = [await other!.as('coordinator'), await other!.as('unit-lead@city')]
  ledgerId = await openLedgerOf(one!.connection.db)
})
afterAll(async () => {
  expect(servers.apps.flatMap(({ errors }) => errors)).toEqual([])
  await servers.close()
})

/** An item at work whose one proof is a report. */
async function proven(): Promise<{ item: LedgerItem; reportId: string }> {
  const [app] = servers.apps
  const { id, version } = await bring(app!, { ledgerId, state: 'doing' })
  const reportId = await addReport(servers.db, { unitId: testUnits.city })
  const answer = await lead.post(`/api/ledger-items/${id}/evidence`, { version, reportIds: [reportId] })
  return { item: answer.json(), reportId }
}

/** Until somebody waits for what is held. */
const waited = () =>
  expect
    .poll(() => rowsOf(servers.db, sql`select from pg_stat_activity where wait_event_type = 'Lock'`))
    .not.toEqual([])

test('an item is not closed by proof that falls while the button is pressed', async () => {
  const { item, reportId } = await proven()
  const { version } = await doTo(lead, item.id, 'feedback', { words: '已办完' })
  const closing = await servers.db.transaction(async tx => {
    await tx.execute(sql`update report set state = 'returned' where id = ${reportId}`)
    const pressed = keeper.post(`/api/ledger-items/${item.id}/close`, { version })
    await waited()
    return { pressed }
  })
  const answer = await closing.pressed
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'item-evidence'])
  expect(await getItem(keeper, item.id)).toMatchObject({ state: 'feedback', evidence: 0, summary: null })
})

test('who proves and who takes the report back do not wait for each other in a ring', async () => {
  const { item, reportId } = await proven()
  const proving = await servers.db.transaction(async tx => {
    await tx.execute(sql`select from report where id = ${reportId} for update`)
    const pressed = lead.post(`/api/ledger-items/${item.id}/evidence`, {
      version: item.version,
      reportIds: [reportId],
    })
    await waited()
    await tx.execute(sql`update report set state = 'returned' where id = ${reportId}`)
    return { pressed }
  })
  const answer = await proving.pressed
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'item-proof'])
  expect(await getItem(lead, item.id)).toMatchObject({ state: 'doing', evidence: 0 })
})

test('a part is not taken up again under what is closed meanwhile, nor closed away under an open part', async () => {
  const [app] = servers.apps
  const county = await app!.as('unit-lead@county')
  const { id } = await bring(app!, { ledgerId, state: 'doing' })
  await doTo(lead, id, 'decompose', { parts: [{ unitId: testUnits.county }] })
  const partId = (await getItem(lead, id)).children[0]!.id
  await doTo(county, partId, 'acknowledge')
  const reportIds = [await addReport(servers.db, { unitId: testUnits.county })]
  await doTo(county, partId, 'evidence', { reportIds })
  await doTo(county, partId, 'feedback', { words: '已办完' })
  await doTo(lead, partId, 'close')
  await doTo(lead, id, 'evidence', { reportIds })
  const whole = await doTo(lead, id, 'feedback', { words: '已办完' })
  const part = await getItem(lead, partId)
  const dueDay = part.dueDay
  const [closed, again] = await Promise.all([
    keeper.post(`/api/ledger-items/${id}/close`, { version: whole.version }),
    (await app!.as('coordinator@city')).post(`/api/ledger-items/${partId}/reopen`, {
      ...{ version: part.version, words: '没有做实', dueDay },
    }),
  ])
  expect([closed.statusCode, again.statusCode].filter(status => status === 200)).toHaveLength(1)
  const open = await rowsOf(
    servers.db,
    sql`select c.id from ledger_item c join ledger_item p on p.id = c.parent_id
      where p.id = ${id} and p.state = 'closed' and c.state not in ('closed', 'settled', 'cancelled')`,
  )
  expect(open).toEqual([])
})
