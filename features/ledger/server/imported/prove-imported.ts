/** Facts of imported bulletins as proof of tasks: what should stand in imported_proof is worked out and written. */
import { readUnitNames } from '@jianbao/organisation/server'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type FindUnit, unitFinder } from './name-units.ts'

/** An issue whose facts were written, or a campaign whose plan changed. */
export type Due = { readonly id: string; readonly what: 'issue' | 'campaign' }

/** Those who did it; who was given something or only took part in another's does not report it as its own. */
const doers = ['host', 'co-host', 'organise', 'undertake', 'lead', 'initiate'] as const

type Fact = {
  readonly taskId: string
  readonly periodNo: number
  readonly eventId: string
  readonly day: string
  readonly name: string
}

/** Works as the owner of the tables: whose proof it is has nothing to do with who looks. */
export async function proveImported(tx: Database, { id, what }: Due): Promise<void> {
  const part = what === 'issue' ? sql`e.issue_id = ${id}` : sql`t.campaign_id = ${id}`
  const facts = await rowsOf<Fact>(
    tx,
    sql`select distinct t.id as "taskId", p.no as "periodNo", e.id as "eventId",
        to_char(e.day, 'YYYY-MM-DD') as day, u.name
      from campaign c join task t on t.campaign_id = c.id and not t.dropped
        and (t.imported_types <> '{}' or t.imported_words <> '{}')
      join task_period p on p.task_id = t.id
      join event e on e.day between p.from_day and p.to_day and e.origin = 'imported' and e.modality = 'done'
        -- A month proved by the day of the issue would as a rule be the wrong one.
        and (not e.assumed or t.rhythm is null)
        and (coalesce(t.imported_types, '{}') = '{}' or e.type = any (t.imported_types))
        and (coalesce(t.imported_words, '{}') = '{}'
          or exists (select from unnest(t.imported_words) as w(word) where strpos(e.text, w.word) > 0))
      join event_unit u on u.event_id = e.id and not u.generic and u.role in ${doers}
      where c.state <> 'draft' and ${part}`,
  )
  const wanted = placed(facts, unitFinder(await readUnitNames(tx)))
  const rows = sql`json_to_recordset(${JSON.stringify(wanted)}::json)
    as w("taskId" uuid, "periodNo" int, "eventId" uuid, day date, path text)`
  await tx.execute(sql`delete from imported_proof m using event e, task t
    where e.id = m.event_id and t.id = m.task_id and ${part} and not exists (
      select from ${rows} join unit u on u.path = w.path where w."taskId" = m.task_id and u.id = m.unit_id
        and w."eventId" = m.event_id and w."periodNo" = m.period_no and w.day = m.day)`)
  await tx.execute(sql`insert into imported_proof (task_id, period_no, unit_id, scope_path, event_id, day)
    select distinct w."taskId", w."periodNo", u.id, '', w."eventId", w.day from ${rows} join unit u on u.path = w.path
      join item i on i.task_id = w."taskId" and i.unit_id = u.id
    on conflict (task_id, unit_id, event_id) do nothing`)
}

type Placed = Omit<Fact, 'name'> & { readonly path: string }

function placed(facts: readonly Fact[], find: FindUnit): Placed[] {
  return facts.flatMap(({ name, ...fact }) => {
    const path = find(name)
    return path === null ? [] : [{ ...fact, path }]
  })
}

/** Takes one out of what is due and does it; nothing when it was done meanwhile. */
export async function settleDue(tx: Database, id: string): Promise<void> {
  const [due] = await rowsOf<Due>(tx, sql`delete from proof_due where id = ${id} returning id, what`)
  if (due) await proveImported(tx, due)
}

/** Everything that is due, what has waited longest first. */
export async function listDue(db: Database, condition: SQL = sql`true`): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select id from proof_due where ${condition} order by at, id limit 1000`,
  )
  return rows.map(row => row.id)
}
