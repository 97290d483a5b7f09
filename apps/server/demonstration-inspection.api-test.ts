import { rootUnitId } from '@jianbao/organisation/server'
import { systemClock } from '@jianbao/platform/clock'
import { migrate, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { expect, test } from 'vitest'
import { ensureDemonstrationInspection } from './demonstration-inspection.ts'
import { loadUnits } from './load-units.ts'
import { allMigrations } from './open-installation.ts'

test('two tours are there, written once; the ended one has its findings, nobody was told', async () => {
  const connection = await openEmbedded({})
  await migrate(connection, await allMigrations())
  const { db } = connection
  const services = { db, clock: systemClock }
  expect(await ensureDemonstrationInspection(services), 'without the people there is nothing to write').toBe(
    0,
  )
  await loadUnits(services, 'demonstration')
  await db.execute(sql`insert into person (id, unit_id, scope_path, name, username, search, created_at, updated_at)
    values ('d', ${rootUnitId}, '', '督导老督', 'dudao', 'd', now(), now())`)
  await db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    values (gen_random_uuid(), 'd', ${rootUnitId}, '', 'inspector', now())`)
  expect(await ensureDemonstrationInspection(services)).toBe(2)
  expect(await ensureDemonstrationInspection(services)).toBe(0)
  const rows = await rowsOf(
    db,
    sql`select t.state, count(distinct s.id)::int as stops, count(f.id)::int as findings from inspection_tour t
      join inspection_stop s on s.tour_id = t.id left join inspection_finding f on f.stop_id = s.id
      group by t.id order by t.from_day`,
  )
  expect(rows).toEqual([
    { state: 'done', stops: 2, findings: 2 },
    { state: 'open', stops: 3, findings: 0 },
  ])
  expect(await rowsOf(db, sql`select from notice`)).toEqual([])
  await connection.close()
}, 120_000)
