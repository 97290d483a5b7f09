/** What everybody may know of contests: those that are on, coming or over, and what was counted of each. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ContestRules, type ContestState, type Measured, openingAt } from '../../contract/index.ts'

/** 正在进行, 即将开始, 已经结束. */
export type ContestTime = 'on' | 'coming' | 'past'

export type ListedContest = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly about: string
  readonly unitName: string
  readonly state: ContestState
  readonly rules: ContestRules
  /** When nothing begins any more. */
  readonly endsAt: Date
  readonly updatedAt: Date
  readonly total: Measured
}
type Row = Omit<ListedContest, 'endsAt' | 'updatedAt' | 'total'> &
  Measured & { closedAt: string | Date | null; updatedAt: string | Date }

const shown = sql`c.state in ('open', 'closed', 'published')`
const columns = sql`c.id, c.slug, c.title, c.about, c.state, c.rules, c.closed_at as "closedAt",
  c.updated_at as "updatedAt", (select o.name from offices_by_id(array[c.unit_id]) o) as "unitName",
  t.people::float8 as people, t.attempts::float8 as attempts, t.views::float8 as views`
const from = sql`contest c left join lateral contest_totals(c.no) t on true`
const most = 200

/** The latest first. */
export async function listShownContests(tx: Database): Promise<ListedContest[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${columns} from ${from} where ${shown} order by c.rules ->> 'opensAt' desc, c.id limit ${most}`,
  )
  return rows.map(whole)
}

export async function findListedContest(tx: Database, slug: string): Promise<ListedContest | null> {
  const [row] = await rowsOf<Row>(tx, sql`select ${columns} from ${from} where ${shown} and c.slug = ${slug}`)
  return row ? whole(row) : null
}

function whole({ closedAt, updatedAt, people, attempts, views, ...row }: Row): ListedContest {
  const ends = new Date(row.rules.closesAt)
  const closed = closedAt === null ? ends : new Date(closedAt)
  return {
    ...row,
    endsAt: closed < ends ? closed : ends,
    updatedAt: new Date(updatedAt),
    total: { people: people ?? 0, attempts: attempts ?? 0, views: views ?? 0 },
  }
}

/** Where a contest stands at a moment, by its state and its window. */
export function timeOf(
  { state, rules, endsAt }: Pick<ListedContest, 'state' | 'rules' | 'endsAt'>,
  now: Date,
): ContestTime {
  if (state !== 'open' || now >= endsAt) return 'past'
  return now < new Date(rules.opensAt) ? 'coming' : 'on'
}

/** When a paper may begin next, where none may now although the contest is on: outside its hours, between its sessions. */
export function pausedUntil({ rules }: Pick<ListedContest, 'rules'>, now: Date): Date | null {
  if (rules.sessions.length > 0) return null
  const opening = openingAt(rules, null, now.getTime())
  return opening.open || opening.nextAt === null ? null : new Date(opening.nextAt)
}
