import type { Clock } from '@jianbao/platform/clock'
import { migrate, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { ensureDemonstrationPeople } from './demonstration-people.ts'
import { ensureDemonstrationReports } from './demonstration-reports.ts'
import { loadCampaign } from './load-campaign.ts'
import { loadUnits } from './load-units.ts'
import { allMigrations } from './open-installation.ts'

test('the demonstration tells a year of reports, once, and every state can be seen', async () => {
  const clock: Clock = { now: () => new Date('2026-11-25T02:00:00Z') }
  const connection = await openEmbedded({})
  await migrate(connection, await allMigrations())
  const app = await openTestApp({ clock, connection })
  const { db } = app.connection
  const services = { db, clock, signIn: app.signIn }
  await loadUnits(services, 'demonstration')
  await ensureDemonstrationPeople(services)
  expect(await ensureDemonstrationReports(services), 'without a campaign there is nothing to report').toBe(0)
  await loadCampaign(services)
  const written = await ensureDemonstrationReports(services)
  expect(written).toBeGreaterThan(500)
  expect(await ensureDemonstrationReports(services)).toBe(0)
  const states = await rowsOf<{ state: string; n: number }>(
    db,
    sql`select state, count(*)::int as n from report group by 1 order by 1`,
  )
  expect(states.map(({ state }) => state)).toEqual([
    'accepted',
    'adopted',
    'draft',
    'kept',
    'returned',
    'review',
    'submitted',
  ])
  const [items] = await rowsOf<Record<string, number>>(
    db,
    sql`select count(*)::int as all, count(*) filter (where states like '%d%')::int as done,
      count(*) filter (where states like '%l%')::int as late from item`,
  )
  expect(items!['done']).toBeGreaterThan(300)
  expect(items!['late']).toBeGreaterThan(20)
  const reporter = await rowsOf(
    db,
    sql`select from report r join person p on p.id = r.created_by
    where p.username = 'xinxiyuan'`,
  )
  expect(reporter.length).toBeGreaterThan(5)
  await app.close()
  await connection.close()
})
