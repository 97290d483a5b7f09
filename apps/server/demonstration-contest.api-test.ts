import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { ensureDemonstrationContests } from './demonstration-contest.ts'
import { ensureDemonstrationPeople } from './demonstration-people.ts'
import { ensureDemonstrationStaff } from './demonstration-staff.ts'
import { loadUnits } from './load-units.ts'

test('three contests stand in the demonstration, once, and every number of them follows from their papers', async () => {
  const app = await openTestApp()
  const { db } = app.connection
  const clock = { now: () => new Date() }
  const services = { db, clock, sealer: app.sealer, secret: 'demonstration' }
  expect(await ensureDemonstrationContests(services), 'without the people nothing is written').toBe(0)
  await loadUnits(services, 'demonstration')
  await ensureDemonstrationPeople({ ...services, signIn: app.signIn })
  await ensureDemonstrationStaff(services, 'jianbao-demo')
  expect(await ensureDemonstrationContests(services)).toBe(3)
  expect(await ensureDemonstrationContests(services)).toBe(0)

  const contests = await rowsOf<Record<string, number | string>>(
    db,
    sql`select c.slug, c.state,
        (select count(*)::int from contest_player p where p.contest_no = c.no) as players,
        (select count(distinct player_no)::int from contest_attempt a where a.contest_no = c.no) as played,
        (select coalesce(sum(t.people), 0)::int from contest_unit_tally t where t.contest_no = c.no) as people,
        (select count(*)::int from contest_attempt a where a.contest_no = c.no) as papers,
        (select coalesce(sum(h.attempts), 0)::int from contest_hour h where h.contest_no = c.no) as attempts,
        (select count(*)::int from contest_attempt a where a.contest_no = c.no and a.flags > 0
          and a.reviewed_at is null) as flagged,
        (select count(*)::int from contest_board b where b.contest_no = c.no) as boards
      from contest c order by c.slug`,
  )
  expect(contests.map(({ slug, state }) => `${slug} ${state}`)).toEqual([
    'fangzai published',
    'kepuri draft',
    'suzhi open',
  ])
  for (const its of contests.filter(({ state }) => state !== 'draft')) {
    expect(its['people']).toBe(its['played'])
    expect(its['attempts']).toBe(its['papers'])
    expect(Number(its['papers'])).toBeGreaterThan(Number(its['people']))
    expect(Number(its['boards'])).toBeGreaterThan(0)
  }
  const open = contests.find(({ slug }) => slug === 'suzhi')!
  expect(Number(open['people'])).toBeGreaterThan(1000)
  expect(Number(open['flagged'])).toBeGreaterThan(0)
  const limits = await rowsOf(
    db,
    sql`select 1 from contest_attempt a join contest c on c.no = a.contest_no
      where a.nth >= (c.rules -> 'attempts' ->> 'perDay')::int or a.handed_in_at > now()
        or a.started_at < (c.rules ->> 'opensAt')::timestamptz`,
  )
  expect(limits).toEqual([])
  await app.close()
}, 120_000)
