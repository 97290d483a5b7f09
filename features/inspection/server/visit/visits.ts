/** Stops as the visited unit sees them: announced ones, those that took place, and what was confirmed there. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { Visit, VisitPage, VisitQuery, VisitSummary } from '../../contract/index.ts'
import { viewItems } from '../finding/ledger-items.ts'
import { selectTeam } from '../tour/tour.store.ts'

type Row = Omit<VisitSummary, 'findings'> & {
  readonly findings: number
  readonly tourId: string
  readonly purpose: string
  readonly reason: string | null
}

const from = sql`from inspection_stop s join inspection_tour t on t.id = s.tour_id`
const confirmed = sql`f.stop_id = s.id and f.state in ('confirmed', 'raised')`
/** The first lock, and what a visit is: the unit was told of it, before or by what was found. */
const visible = (scope: Scope): SQL => sql`${within(scope, sql`s.scope_path`)} and (s.state = 'done'
  or (t.announced and t.opened_at is not null) or exists (select from inspection_finding f where ${confirmed}))`

const columns = sql`s.id, t.id as "tourId", t.name as "tourName", t.state as "tourState",
  (select o.name from offices_by_id(array[t.unit_id]) o) as "byUnitName",
  (select m.name from inspection_member m where m.tour_id = t.id and m.leader) as "leaderName",
  (select o.name from offices_by_id(array[s.unit_id]) o) as "unitName", s.day::text as day, s.state,
  (select count(*)::int from inspection_finding f where ${confirmed}) as findings, t.purpose, t.reason`

function inTime(time: VisitQuery['time'], today: string): SQL {
  if (time === undefined) return sql`true`
  const coming = sql`(s.day >= ${today} and s.state <> 'done' and t.state = 'open')`
  return time === 'coming' ? coming : sql`not ${coming}`
}

/** Those to come the soonest first, those that were the latest first. */
export async function listVisits(
  tx: Database,
  scope: Scope,
  { page = 1, pageSize = 20, time }: VisitQuery,
  today: string,
): Promise<VisitPage> {
  const order = time === 'coming' ? sql`s.day, s.id` : sql`s.day desc, s.id`
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${columns} ${from} where ${visible(scope)} and ${inTime(time, today)} order by ${order}
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counts] = await rowsOf<{ coming: number; past: number }>(
    tx,
    sql`select count(*) filter (where ${inTime('coming', today)})::int as coming,
        count(*) filter (where ${inTime('past', today)})::int as past ${from} where ${visible(scope)}`,
  )
  const { coming, past } = counts!
  const total = time === 'coming' ? coming : time === 'past' ? past : coming + past
  return { rows: rows.map(summaryOf), total, page, pageSize, counts: { coming, past } }
}

function summaryOf({ tourId: _tour, purpose: _purpose, reason: _reason, ...summary }: Row): VisitSummary {
  return summary
}

/** Throws `not-found` also for what was not announced and has not taken place. */
export async function viewVisit(tx: Database, scope: Scope, id: string): Promise<Visit> {
  const [row] = await rowsOf<Row>(tx, sql`select ${columns} ${from} where ${visible(scope)} and s.id = ${id}`)
  if (!row) throw new Problem('not-found')
  const team = await selectTeam(tx, row.tourId)
  const findings = await rowsOf<Visit['findingList'][number] & { itemId: string | null }>(
    tx,
    sql`select f.id, f.problem, f.basis, f.seriousness, f.measure, f.due_day::text as "dueDay", f.state,
        f.item_id as "itemId"
      from inspection_finding f join inspection_stop s on s.id = f.stop_id
      where s.id = ${id} and ${confirmed} order by f.at, f.id`,
  )
  const items = await viewItems(
    tx,
    scope,
    findings.flatMap(({ itemId }) => itemId ?? []),
  )
  return {
    ...summaryOf(row),
    purpose: row.purpose,
    reason: row.reason,
    team: team.map(({ name }) => name),
    findingList: findings.map(({ itemId, ...finding }) => ({
      ...finding,
      item: (itemId && items.get(itemId)) || null,
    })),
  }
}
