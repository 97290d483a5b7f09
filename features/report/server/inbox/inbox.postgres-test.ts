/** Two editors, two servers, one desk: whatever they do at once, each report is done once and every number stays true. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, openTestServers, type TestServers, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommissionAsked, InboxDone, Report } from '../../contract/index.ts'
import { openCampaign, packAround } from '../report.fixture.ts'
import { bringIn } from './inbox.fixture.ts'

let servers: TestServers
let campaignId: string
let one: Agent
let other: Agent
beforeAll(async () => {
  servers = await openTestServers()
  const year = new Date().getFullYear()
  ;({ campaignId } = await openCampaign(servers.apps[0]!, packAround(`${year}-12-31`)))
  await servers.db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    select gen_random_uuid(), p.id, ${testUnits.root}, '', 'editor', now() from person p where p.name = 'reviser'`)
  one = await servers.apps[0]!.as('editor')
  other = await servers.apps[1]!.as('reviser')
})
afterAll(async () => {
  for (const app of servers.apps) expect(app.errors).toEqual([])
  await servers.close()
})

const bring = async (count: number): Promise<Report[]> => {
  const reports: Report[] = []
  const startDay = `${new Date().getFullYear()}-01-02`
  for (let at = 0; at < count; at++)
    reports.push(await bringIn(servers.apps[0]!, campaignId, { title: `第${at}次主题活动`, startDay }))
  return reports
}
const versioned = (reports: readonly Report[]) => reports.map(({ id, version }) => ({ id, version }))
const adoptions = async (reports: readonly Report[]) =>
  rowsOf<{ id: string; title: string }>(
    servers.db,
    sql`select report_id as id, title from adoption where revoked_at is null
      and report_id in ${reports.map(({ id }) => id)}`,
  )

test('both adopt the same twenty at once: each is adopted once, and the two answers tell who did which', async () => {
  const reports = await bring(20)
  const adopt = (by: Agent, column: string, list: readonly Report[]) =>
    by.post('/api/inbox/adopt', { column, reports: versioned(list) })
  const answers = await Promise.all([
    adopt(one, 'news', reports),
    adopt(other, 'briefs', reports.toReversed()),
  ])
  const [a, b] = answers.map(answer => answer.json<InboxDone>()) as [InboxDone, InboxDone]
  const done = [...a.done, ...b.done].map(({ id }) => id)
  expect(done.toSorted()).toEqual(reports.map(({ id }) => id).toSorted())
  for (const { code } of [...a.refused, ...b.refused])
    expect(['report-stale', 'report-state']).toContain(code)
  expect(await adoptions(reports)).toHaveLength(20)
})

test('two pieces made of the same reports, named in opposite order: one is made, the other nowhere in part', async () => {
  for (let round = 0; round < 5; round++) {
    const reports = await bring(4)
    const make = (by: Agent, title: string, list: readonly Report[]) =>
      by.post('/api/inbox/composite', {
        ...{ column: 'briefs', title, body: '合写的一条。', reports: versioned(list) },
      })
    const answers = await Promise.all([
      make(one, '甲写的综合', reports),
      make(other, '乙写的综合', reports.toReversed()),
    ])
    expect(answers.map(answer => answer.statusCode).toSorted()).toEqual([200, 409])
    const rows = await adoptions(reports)
    expect([rows.length, new Set(rows.map(({ title }) => title)).size]).toEqual([4, 1])
  }
})

test('of two who claim one report at once one has it', async () => {
  const [report] = await bring(1)
  const claims = await Promise.all([one, other].map(by => by.post(`/api/inbox/${report!.id}/claim`)))
  expect(claims.map(claim => claim.statusCode).toSorted()).toEqual([200, 409])
})

test('a day passes at two servers: each piece is missed once, and told once', async () => {
  const asked = await one.post('/api/commissions', {
    ...{ units: [testUnits.city, testUnits.county, testUnits.sister], title: '年终总结', brief: '' },
    dueDay: '2199-12-31',
  })
  const { batchId } = asked.json<CommissionAsked>()
  await servers.db.execute(sql`update commission set due_day = '2020-01-01' where batch_id = ${batchId}`)
  await Promise.all(servers.apps.map(app => app.commissions.look()))
  for (const app of servers.apps) await app.commissions.queue.idle()
  await expect
    .poll(() =>
      rowsOf(servers.db, sql`select distinct state, late from commission where batch_id = ${batchId}`),
    )
    .toEqual([{ state: 'missed', late: true }])
  const told = await rowsOf<{ count: number }>(
    servers.db,
    sql`select count(*)::int as count from notice where kind = 'commission.missed' group by person_id, link`,
  )
  expect(new Set(told.map(({ count }) => count))).toEqual(new Set([1]))
})

test('after all of it the tally is what a count gives', async () => {
  const [wrong] = await rowsOf<{ count: number }>(
    servers.db,
    sql`select count(*)::int as count from (
        select inbox_id, state, count(*) as number from report where inbox_id is not null group by 1, 2) counted
      full join (select inbox_id, state, sum(difference) as number from inbox_tally group by 1, 2
        having sum(difference) <> 0) tallied using (inbox_id, state)
      where counted.number is distinct from tallied.number`,
  )
  expect(wrong?.count).toBe(0)
})
