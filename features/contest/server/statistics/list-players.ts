/** Players behind a number, by masked name; nothing else of them is shown. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type ContestPlayerPage,
  type ContestPlayerRow,
  type ContestPlayersQuery,
  maskName,
} from '../../contract/index.ts'
import { type CountedContest, findPlace, getCountedContest, instant, ofUnits } from './counted-contest.ts'
import { spanOf } from './day-span.ts'
import { pointsOf, scoreRange } from './points.rules.ts'

type Row = Omit<ContestPlayerRow, 'lastAt' | 'groupName'> & { group: number; lastAt: string | Date }

const orders = {
  rank: sql`t.score desc, t.ms, t.reached_at, t.player_no`,
  '-attempts': sql`t.attempts desc, t.player_no`,
  last: sql`t.last_at desc, t.player_no`,
} as const

/** Throws `not-found`. */
export async function listContestPlayers(
  tx: Database,
  scope: Scope,
  id: string,
  query: ContestPlayersQuery,
): Promise<ContestPlayerPage> {
  const contest = await getCountedContest(tx, scope, id)
  const { page = 1, pageSize = 20 } = query
  const { unitNos, named } = await findPlace(tx, contest, query)
  const where = wherePlayers(contest, query, unitNos)
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from contest_tally t where ${where}`,
  )
  return {
    rows: await selectPlayers(tx, contest, query, {
      ...{ unitNos, from: (page - 1) * pageSize, most: pageSize },
    }),
    ...{ total: counted!.total, page, pageSize },
    title: contest.head.title,
    placeName: named?.name ?? null,
  }
}

export async function selectPlayers(
  tx: Database,
  contest: CountedContest,
  query: ContestPlayersQuery,
  { unitNos, from, most }: { unitNos: readonly number[] | undefined; from: number; most: number },
): Promise<ContestPlayerRow[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`with paged as (select t.* from contest_tally t where ${wherePlayers(contest, query, unitNos)}
        order by ${orders[query.order ?? 'rank']} limit ${most} offset ${from})
      select t.player_no as no, coalesce(p.nickname, '') as name, u.name as "unitName", t.group_no as "group",
        t.attempts, t.days, t.best, t.score::float8 as score, t.last_at as "lastAt"
      from paged t left join contest_player p on p.contest_no = t.contest_no and p.no = t.player_no
        left join contest_unit u on u.contest_id = ${contest.id} and u.no = t.unit_no
      order by ${orders[query.order ?? 'rank']}`,
  )
  const { groups, scoring } = contest.rules
  return rows.map(({ group, lastAt, score, name, ...row }) => ({
    ...row,
    name: maskName(name),
    score: pointsOf(score, scoring),
    groupName: groups[group - 1]?.name ?? null,
    lastAt: instant(lastAt),
  }))
}

function wherePlayers(
  contest: CountedContest,
  query: ContestPlayersQuery,
  unitNos: readonly number[] | undefined,
): SQL {
  const { group, day, hour } = query
  const { from, to } = scoreRange(query, contest.rules.scoring)
  const all = [sql`t.contest_no = ${contest.no} and t.attempts > 0`, ofUnits(sql`t.unit_no`, unitNos)]
  if (group !== undefined) all.push(sql`t.group_no = ${group}`)
  if (from !== null) all.push(sql`t.score >= ${from}`)
  if (to !== null) all.push(sql`t.score <= ${to}`)
  if (day !== undefined) all.push(onDay(contest, day, hour))
  return sql.join(all, sql` and `)
}

/** With an attempt that counts on this day; with an hour: whose first of the day began in it. */
function onDay({ no }: CountedContest, day: string, hour: number | undefined): SQL {
  const { from, to } = spanOf(day, hour)
  const first =
    hour === undefined
      ? sql`true`
      : sql`not exists (select from contest_attempt b where b.contest_no = a.contest_no and b.day = a.day
          and b.player_no = a.player_no and b.n < a.n and not b.voided)`
  return sql`t.player_no in (select a.player_no from contest_attempt a where a.contest_no = ${no} and not a.voided
    and a.started_at >= ${from.toISOString()}::timestamptz and a.started_at < ${to.toISOString()}::timestamptz
    and ${first})`
}
