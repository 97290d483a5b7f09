/** What was asked of units and fell due: required tasks, by period, and commissions of the desk. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { CircularFigures, CircularTask } from '../../contract/index.ts'
import { type Counted, commissionOutcome, commissionsDueIn, itemsDueIn } from './counted.ts'
import { distinctName } from './distinct-name.ts'
import { namesOfTask } from './name-words.ts'

export async function countDuties(
  tx: Database,
  counted: Counted,
): Promise<Pick<CircularFigures, 'tasks' | 'commissions'>> {
  return { tasks: await countTasks(tx, counted), commissions: await countCommissions(tx, counted) }
}

type TaskRow = Omit<CircularTask, 'silent'> & { readonly silent: CircularTask['silent'] | null }

async function countTasks(tx: Database, counted: Counted): Promise<CircularTask[]> {
  const rows = await rowsOf<TaskRow>(
    tx,
    sql`select t.id as "taskId", p.no as "periodNo",
        case when t.rhythm is null then t.name else t.name || '（' || p.name || '）' end as name,
        to_char(p.due_day, 'YYYY-MM-DD') as "dueDay", count(*)::int as expected,
        (count(*) filter (where letter = 'd'))::int as "onTime", (count(*) filter (where letter = 'l'))::int as late,
        (count(*) filter (where letter not in ('d', 'l')))::int as "silentCount",
        json_agg(json_build_object('unitId', u.id, 'name', ${distinctName}) order by u.path)
          filter (where letter not in ('d', 'l')) as silent
      ${itemsDueIn(counted)}
      group by t.id, t.position, p.no, p.name, p.due_day order by p.due_day, t.position, p.no`,
  )
  return rows.map(row => ({ ...row, silent: row.silent?.slice(0, namesOfTask) ?? [] }))
}

async function countCommissions(tx: Database, counted: Counted): Promise<CircularFigures['commissions']> {
  const rows = await rowsOf<{ unitId: string; name: string; outcome: string; count: number }>(
    tx,
    sql`select u.id as "unitId", ${distinctName} as name, ${commissionOutcome} as outcome, count(*)::int as count
      ${commissionsDueIn(counted)} group by u.id, u.name, u.kind, u.parent_id, u.path, 3 order by u.path`,
  )
  const sum = (list: typeof rows): number => list.reduce((all, { count }) => all + count, 0)
  const of = (outcome: string) => rows.filter(row => row.outcome === outcome)
  const named = (outcome: string) => of(outcome).map(({ unitId, name, count }) => ({ unitId, name, count }))
  return { due: sum(rows), onTime: sum(of('on-time')), late: named('late'), missed: named('missed') }
}
