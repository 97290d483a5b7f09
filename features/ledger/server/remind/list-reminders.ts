import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { OwnDigests, Reminder, ReminderFilter, ReminderQuery, RemindLine } from '../../contract/index.ts'

/** So many of a person's digests are shown; what was longer ago is past. */
const digestsShown = 20

export type ReminderList = {
  readonly rows: Reminder[]
  readonly total: number
  readonly counts: {
    readonly all: number
    readonly automatic: number
    readonly manual: number
    readonly unreached: number
  }
}

/** What units in the scope were told, the newest first, one page. */
export async function listReminders(
  tx: Database,
  scope: Scope,
  { page = 1, pageSize = 50, ...filter }: ReminderQuery,
  now: Date,
): Promise<ReminderList> {
  const common = commonConditions(scope, filter)
  const own = [
    filter.way ? sql`r.way = ${filter.way}` : sql`true`,
    filter.unreached ? sql`r.people = 0` : sql`true`,
  ]
  const [counts] = await rowsOf<ReminderList['counts'] & { total: number }>(
    tx,
    sql`select count(*)::int as "all", count(*) filter (where r.way = 'automatic')::int as automatic,
        count(*) filter (where r.way = 'manual')::int as manual, count(*) filter (where r.people = 0)::int as unreached,
        count(*) filter (where ${sql.join(own, sql` and `)})::int as total
      from reminder r where ${common}`,
  )
  const { total, ...rest } = counts!
  const rows = await rowsOf<Omit<Reminder, 'at'> & { at: Date | string }>(
    tx,
    sql`select r.id, r.unit_id as "unitId", u.name as "unitName", r.kind, r.campaign_id as "campaignId",
        r.task_id as "taskId", t.name as "taskName", r.period_no as "periodNo",
        case when t.rhythm is not null then p.name end as "periodName", r.way, r.by_name as by, r.words, r.at,
        r.at > ${now.toISOString()} as waiting, r.people
      from reminder r join unit u on u.id = r.unit_id left join task t on t.id = r.task_id
      left join task_period p on p.task_id = r.task_id and p.no = r.period_no
      where ${common} and ${sql.join(own, sql` and `)}
      order by r.at desc, r.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  return { rows: rows.map(row => ({ ...row, at: new Date(row.at).toISOString() })), total, counts: rest }
}

function commonConditions(scope: Scope, { under, kind, task, from, to }: ReminderFilter): SQL {
  const conditions = [within(scope, sql`r.scope_path`)]
  if (under)
    conditions.push(sql`exists (select from unit above where above.id = ${under} and ${within(scope, sql`above.path`)}
      and starts_with(r.scope_path, above.path))`)
  if (kind) conditions.push(sql`r.kind = ${kind}`)
  if (task) conditions.push(sql`r.task_id = ${task}`)
  if (from) conditions.push(sql`r.day >= ${from}`)
  if (to) conditions.push(sql`r.day <= ${to}`)
  return sql.join(conditions, sql` and `)
}

/** The newest digests of a person; `tx` is in the scope of that person. */
export async function listOwnDigests(tx: Database, personId: string): Promise<Static<typeof OwnDigests>> {
  const rows = await rowsOf<{
    day: string
    at: Date | string
    lines: RemindLine[]
  }>(
    tx,
    sql`select day::text as day, at, lines from reminder_digest where person_id = ${personId}
      order by reminder_digest.day desc limit ${digestsShown}`,
  )
  return { digests: rows.map(row => ({ ...row, at: new Date(row.at).toISOString() })) }
}
