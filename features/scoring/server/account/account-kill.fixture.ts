/** A process that reckons the points of many units, to be killed while it does. */
import { randomUUID } from 'node:crypto'
import { rootUnitId } from '@jianbao/organisation/server'
import { systemClock } from '@jianbao/platform/clock'
import { migrate, openDatabase, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openScored, packWith, scheme } from './history.fixture.ts'
import { openAccounts } from './open-accounts.ts'

const [folder = '', count = '0'] = process.argv.slice(2)
const connection = await openDatabase({ folder })
const { db } = connection
await migrate(connection, await allMigrations())
const units = Array.from({ length: Number(count) }, () => randomUUID())
for (const [at, id] of units.entries())
  await db.execute(sql`insert into unit (id, path, parent_id, code, kind, name, search, created_at, updated_at)
    values (${id}, ${`1/${1000 + at}/`}, ${rootUnitId}, ${`K${at}`}, 'society', ${`第${at}学会`}, '', now(), now())`)
const campaignId = await openScored(db, packWith(await scheme('3-penalties')))
await db.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, title, state, desk_id, created_by,
    created_name, edited_name, sent_at, submitted_at, arrived_at, created_at, updated_at)
  select gen_random_uuid(), id, '', ${campaignId}, '稿件', 'submitted', ${rootUnitId}, 'x', '甲', '甲', '2021-05-01',
    '2021-05-01', '2021-05-01', '2021-05-01', '2021-05-01' from unit where code like 'K%'`)
await db.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, by_id, by_name, at)
  select gen_random_uuid(), id, ${rootUnitId}, 'news', '', '', 'x', '乙', '2021-05-02' from report`)
await db.execute(sql`delete from score_due`)
await db.execute(sql`insert into score_due (unit_id) select id from unit where code like 'K%'`)
await openAccounts({ connection, clock: systemClock, onError: error => console.error(error) }).start()
console.log('started')
