/** What stands behind a period of a unit: proofs, and what somebody is at. */
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Pending, Proof } from '../../contract/index.ts'

/** A period of a task for a unit. */
export type Asked = { readonly unitId: string; readonly taskId: string; readonly periodNo: number }
export type Behind = { readonly proofs: readonly Proof[]; readonly pending: readonly Pending[] }

export const behindKey = ({ unitId, taskId, periodNo }: Asked): string => `${unitId} ${taskId} ${periodNo}`

const asked = (all: readonly Asked[]): SQL => sql`json_to_recordset(${JSON.stringify(all)}::json)
  as a("unitId" uuid, "taskId" uuid, "periodNo" int)`
const key = sql`a."unitId" || ' ' || a."taskId" || ' ' || a."periodNo" as key`

/** Of each period asked for, by `behindKey`. What the caller may not read is told without its title. */
export async function readBehind(
  tx: Database,
  scope: Scope,
  all: readonly Asked[],
): Promise<Map<string, Behind>> {
  if (!all.length) return new Map()
  const proofs = [...(await reportProofs(tx, scope, all)), ...(await importedProofs(tx, scope, all))]
  const pending = [...(await reportsUnderWay(tx, scope, all)), ...(await openCommissions(tx, scope, all))]
  const [proofsOf, pendingOf] = [Map.groupBy(proofs, row => row.key), Map.groupBy(pending, row => row.key)]
  return new Map(
    all.map(each => {
      const own = behindKey(each)
      return [
        own,
        {
          proofs: (proofsOf.get(own) ?? [])
            .map(({ key: _, ...proof }) => proof)
            .sort((one, other) => (one.day < other.day ? -1 : 1)),
          pending: (pendingOf.get(own) ?? []).map(({ key: _, ...row }) => row),
        },
      ]
    }),
  )
}

type Keyed<T> = T & { readonly key: string }

const reportProofs = (tx: Database, scope: Scope, all: readonly Asked[]): Promise<Keyed<Proof>[]> =>
  rowsOf(
    tx,
    sql`select ${key}, 'report' as kind, r.id, r.title,
        to_char(r.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from ${asked(all)} join task t on t.id = a."taskId"
      join report r on r.task_id = a."taskId" and r.unit_id = a."unitId" and r.period_no = a."periodNo"
      where r.accepted_at is not null and (t.types = '{}' or r.type = any (t.types))
        and ${within(scope, sql`r.scope_path`)}`,
  )

/** An article is read where its issue lies, or once it is published; that it proves something is the unit's own. */
const importedProofs = (tx: Database, scope: Scope, all: readonly Asked[]): Promise<Keyed<Proof>[]> =>
  rowsOf(
    tx,
    sql`select ${key}, 'imported' as kind, e.article_id as id, coalesce(c.headline, left(e.text, 40)) as title,
        to_char(m.day, 'YYYY-MM-DD') as day
      from ${asked(all)} join imported_proof m
        on m.task_id = a."taskId" and m.unit_id = a."unitId" and m.period_no = a."periodNo"
      left join event e on e.id = m.event_id and (e.published or ${within(scope, sql`e.scope_path`)})
      left join article c on c.id = e.article_id
      where ${within(scope, sql`m.scope_path`)}`,
  )

const reportsUnderWay = (tx: Database, scope: Scope, all: readonly Asked[]): Promise<Keyed<Pending>[]> =>
  rowsOf(
    tx,
    sql`select ${key}, 'report' as kind, r.id, r.title, r.state, (select d.name from unit d where d.id = r.desk_id) as at from ${asked(all)}
      join report r on r.task_id = a."taskId" and r.unit_id = a."unitId" and r.period_no = a."periodNo"
      where r.state in ('review', 'submitted', 'returned') and r.accepted_at is null
        and ${within(scope, sql`r.scope_path`)} order by r.updated_at`,
  )

const openCommissions = (tx: Database, scope: Scope, all: readonly Asked[]): Promise<Keyed<Pending>[]> =>
  rowsOf(
    tx,
    sql`select ${key}, 'commission' as kind, m.id, m.title, m.state, to_char(m.due_day, 'YYYY-MM-DD') as at
      from ${asked(all)} join commission m
        on m.task_id = a."taskId" and m.unit_id = a."unitId" and coalesce(m.period_no, a."periodNo") = a."periodNo"
      where m.state = 'open' and ${within(scope, sql`m.scope_path`)} order by m.due_day`,
  )
