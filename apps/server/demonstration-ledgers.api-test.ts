/** The invented ledger stands everywhere between proposed and rechecked, written once, by the deeds of those it is for. */
import { systemClock } from '@jianbao/platform/clock'
import { migrate, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { openSealer } from '@jianbao/platform/seal'
import { temporaryFolder } from '@jianbao/testkit'
import { expect, test } from 'vitest'
import { ensureDemonstrationLedgers } from './demonstration-ledgers.ts'
import { ensureDemonstrationReports } from './demonstration-reports.ts'
import { ensureDemonstrationStaff } from './demonstration-staff.ts'
import { loadCampaign } from './load-campaign.ts'
import { loadUnits } from './load-units.ts'
import { allMigrations } from './open-installation.ts'

test('forty items in every state, with proof, parts, wishes for more time, a flag and somebody who left', async () => {
  const connection = await openEmbedded({})
  await migrate(connection, await allMigrations())
  const { db } = connection
  const services = { db, clock: systemClock }
  expect(await ensureDemonstrationLedgers(services), 'without a campaign there is nothing to write').toBe(0)
  const folder = await temporaryFolder()
  await loadUnits(services, 'demonstration')
  await ensureDemonstrationStaff({ ...services, sealer: await openSealer(folder.path) }, 'jianbao-demo')
  await db.execute(sql`update person set username = 'gongzuozu' where id = (select m.person_id from membership m
    where m.role = 'coordinator' limit 1)`)
  const [again] = await rowsOf<{ unit: string }>(
    db,
    sql`insert into person (id, unit_id, scope_path, name, username, search, created_at, updated_at)
      select 'k', unit_id, '', '工作组小组', 'other', 'k', now(), now() from membership where role = 'coordinator'
      returning unit_id as unit`,
  )
  await db.execute(sql`insert into membership (id, person_id, unit_id, scope_path, role, granted_at)
    values (gen_random_uuid(), 'k', ${again!.unit}, '', 'coordinator', now())`)
  await loadCampaign(services)
  await ensureDemonstrationReports(services)
  const items = await ensureDemonstrationLedgers(services)
  expect(items).toBeGreaterThanOrEqual(40)
  expect(await ensureDemonstrationLedgers(services)).toBe(0)
  const states = await rowsOf<{ state: string; items: number }>(
    db,
    sql`select state, count(*)::int as items from ledger_item where parent_id is null and task_id is null group by 1`,
  )
  expect(new Set(states.map(({ state }) => state)).size).toBe(9)
  const [facts] = await rowsOf(
    db,
    sql`select (select count(*)::int from ledger_item where parent_id is not null) > 0 as parts,
      (select count(*)::int from ledger_item where flag is not null) as flagged,
      (select count(*)::int from ledger_item i join person p on p.id = i.owner_id where p.state = 'left') as left,
      (select count(distinct coalesce(decision, 'open'))::int from ledger_extension) as wishes,
      (select count(*)::int from ledger_item where reopened > 0) as reopened,
      (select count(*)::int from ledger_item i where state in ('feedback', 'closed', 'settled')
        and not exists (select from ledger_evidence e where e.item_id = i.id)) as bare,
      (select count(*)::int from ledger_step where at > now()) as future,
      (select count(*)::int from notice where kind like 'ledger.%' and read_at is null) as unread`,
  )
  expect(facts).toEqual({
    ...{ parts: true, flagged: 1, left: 1, wishes: 3, reopened: 1, bare: 0, future: 0, unread: 0 },
  })
  await connection.close()
  await folder.remove()
}, 240_000)
