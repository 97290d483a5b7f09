/** What changes without anybody doing anything: deadlines pass, months end, new rules begin. */
import type { Pack } from '@jianbao/campaign/contract'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { periodOf } from '../../contract/index.ts'

/** Notes the units that days which have passed since it was looked last make a difference to. `today` is an ISO day. */
export async function passDays(tx: Database, today: string): Promise<void> {
  const [seen] = await rowsOf<{ day: string }>(tx, sql`select day::text as day from score_day`)
  if (seen && seen.day >= today) return
  const [held] = await rowsOf<{ day: string }>(
    tx,
    sql`insert into score_day (day) values (${today}) on conflict (only_row) do update set day = score_day.day
      returning day::text as day`,
  )
  const last = held!.day
  if (last >= today) return
  await tx.execute(sql`insert into score_due (unit_id) select distinct i.unit_id from item i
    join task_period p on p.task_id = i.task_id and p.due_day >= ${last} and p.due_day < ${today}`)
  for (const { path, scoring } of await listRules(tx))
    if (scoring && turns(scoring, last, today))
      await tx.execute(sql`insert into score_due (unit_id) select id from unit
        where starts_with(path, ${path})`)
  await tx.execute(sql`update score_day set day = ${today}`)
}

/** Whether between two days a version began, or a month ended that may be short of its minimum. */
function turns({ versions }: NonNullable<Pack['scoring']>, last: string, today: string): boolean {
  if (versions.some(version => version.from > last && version.from <= today)) return true
  const short = versions.some(version => version.minimum?.some(rule => rule.short !== undefined))
  return short && periodOf(last, 'month') !== periodOf(today, 'month')
}

function listRules(tx: Database): Promise<{ path: string; scoring: Pack['scoring'] }[]> {
  return rowsOf(
    tx,
    sql`select scope_path as path, pack -> 'scoring' as scoring from campaign where state <> 'draft'`,
  )
}
