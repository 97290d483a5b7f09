/** Rankings made from the tallies, at most every few seconds; never for somebody who looks. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type ContestRules, maskName, type PeopleLine } from '../../contract/index.ts'

type Ranked = { readonly id: string; readonly no: number; readonly rules: ContestRules }
type GroupWish = { readonly kind: string; readonly groupNo: number | null }

/** Writes all boards of a contest as the tallies stand in this transaction. */
export async function makeBoards(tx: Database, contest: Ranked, now: Date): Promise<void> {
  const { no, rules } = contest
  const boards = new Map<string, readonly unknown[]>()
  const groups: GroupWish[] = [
    { kind: '', groupNo: null },
    ...rules.groups.map(({ key }, at) => ({ kind: `:${key}`, groupNo: at + 1 })),
  ]
  for (const { kind, groupNo } of groups) {
    boards.set(`people${kind}`, await peopleLines(tx, contest, groupNo))
    if (rules.teamSize !== null) boards.set(`teams${kind}`, await teamLines(tx, contest, groupNo))
  }
  boards.set('units', await unitLines(tx, contest, 'units'))
  boards.set('cities', await unitLines(tx, contest, 'cities'))
  await tx.execute(sql`insert into contest_board (contest_no, kind, body, made_at)
    select ${no}, b.kind, b.body, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify([...boards].map(([kind, body]) => ({ kind, body })))}::jsonb)
      as b (kind text, body jsonb)
    on conflict (contest_no, kind) do update set body = excluded.body, made_at = excluded.made_at`)
  await tx.execute(sql`update contest_fold set boards_to = folded_to where contest_no = ${no}`)
}

const usedMs: Record<ContestRules['scoring'], SQL> = {
  best: sql`t.best_ms::float8`,
  cumulative: sql`t.total_ms::float8`,
  average: sql`round(t.total_ms::numeric / t.attempts)::float8`,
}

/** The first of all, or of one group, off the index: of each group so many as the list is long. */
async function peopleLines(
  tx: Database,
  { id, no, rules }: Ranked,
  groupNo: number | null,
): Promise<PeopleLine[]> {
  const groups = groupNo === null ? Array.from({ length: rules.groups.length + 1 }, (_, at) => at) : [groupNo]
  const most = rules.ranking.people
  const rows = await rowsOf<Omit<PeopleLine, 'place'>>(
    tx,
    sql`select t.player_no as "playerNo", p.nickname as name, t.unit_no as "unitNo", u.name as "unitName",
        t.group_no as "groupNo", t.score::float8 as score, ${usedMs[rules.scoring]} as "usedMs", t.attempts
      from (select top.* from unnest(${`{${groups.join(',')}}`}::smallint[]) as g (no) cross join lateral (
          select * from contest_tally where contest_no = ${no} and group_no = g.no
          order by score desc, ms, reached_at, player_no limit ${most}) top
        order by score desc, ms, reached_at, player_no limit ${most}) t
      left join contest_player p on p.contest_no = ${no} and p.no = t.player_no
      left join contest_unit u on u.contest_id = ${id} and u.no = t.unit_no
      order by t.score desc, t.ms, t.reached_at, t.player_no`,
  )
  return rows.map((row, at) => ({ place: at + 1, ...row, name: maskName(row.name ?? '') }))
}

/** Teams by the points of their members together. */
function teamLines(tx: Database, { id, no, rules }: Ranked, groupNo: number | null): Promise<unknown[]> {
  const inGroup = groupNo === null ? sql`true` : sql`t.group_no = ${groupNo}`
  return rowsOf(
    tx,
    sql`select row_number() over (order by s.score desc, s.ms, m.no)::int as place, m.no, m.name,
        u.name as "unitName", s.people, s.score::float8 as score
      from (select p.team_no, count(*)::int as people, sum(t.score) as score,
            ${rules.ties[0] === 'earlier' ? sql`max(t.ms)` : sql`sum(t.ms)`} as ms
          from contest_player p join contest_tally t on t.contest_no = ${no} and t.player_no = p.no
          where p.contest_no = ${no} and p.team_no is not null and ${inGroup} group by p.team_no) s
        join contest_team m on m.contest_no = ${no} and m.no = s.team_no
        left join contest_unit u on u.contest_id = ${id} and u.no = m.unit_no
      order by place limit 1000`,
  )
}

const unitOrder: Record<ContestRules['ranking']['units'], SQL> = {
  people: sql`people`,
  rate: sql`rate`,
  total: sql`score`,
  average: sql`average`,
}

/** All units with people, or cities made of them; where the rule leaves two alike, more people go first. */
function unitLines(tx: Database, { id, no, rules }: Ranked, kind: 'units' | 'cities'): Promise<unknown[]> {
  const own = kind === 'units' ? sql`u.no` : sql`u.city_no`
  return rowsOf(
    tx,
    sql`select row_number() over (order by ${unitOrder[rules.ranking.units]} desc nulls last, people desc, attempts desc,
          no)::int as place, *
      from (select s.no, n.name, s.people, s.attempts, s.score, s.expected, s.average,
          case when s.expected > 0 then s.known::float8 / s.expected end as rate
        from (select ${own} as no, sum(t.people)::int as people, sum(t.attempts)::int as attempts,
            sum(t.score)::float8 as score, (sum(u.expected) filter (where u.expected > 0))::int as expected,
            coalesce(sum(t.people) filter (where u.expected > 0), 0) as known,
            coalesce(sum(t.score)::float8 / nullif(sum(t.people), 0), 0) as average
          from contest_unit u left join contest_unit_tally t on t.contest_no = ${no} and t.unit_no = u.no
          where u.contest_id = ${id} and ${own} > 0 group by 1) s
        join contest_unit n on n.contest_id = ${id} and n.no = s.no
        where s.people > 0) lines
      order by place limit 2000`,
  )
}
