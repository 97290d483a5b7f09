/** All awards of a contest in one, as its page at the desk shows them. */
import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type ContestAwards,
  type ContestRules,
  contestFlow,
  type LotteryDraw,
  lotteryActs,
} from '../../contract/index.ts'
import type { HeldContest } from './contest-of-office.ts'
import { type ContestDraw, listDraws } from './lottery/find-public-draws.ts'

/** Who may draw, reveal and void: those who close and publish contests. */
export const awardKeepers = contestFlow.publish.by

export async function viewAwards(
  tx: Database,
  contest: HeldContest,
  person: Pick<Person, 'posts'>,
): Promise<ContestAwards> {
  const { id, slug, title, unitName, state, rules, keyCommitment } = contest
  const keeps = person.posts.some(
    ({ role, path }) => contest.path.startsWith(path) && awardKeepers.some(each => each === role),
  )
  const ended = state === 'closed' || state === 'published'
  const draws = await listDraws(tx, id)
  return {
    ...{ id, slug, title, unitName, state, keyCommitment },
    certificates: await countCertificates(tx, contest),
    results: await listEditions(tx, contest.no),
    lottery: rules.lottery && { ...rules.lottery, days: await listDays(tx, contest, draws) },
    draws: draws.map(draw => viewDraw(draw, keeps)),
    actions: [
      ...(keeps && rules.lottery && (state === 'open' || ended) ? (['draw'] as const) : []),
      ...(keeps && ended ? (['reveal-key'] as const) : []),
    ],
  }
}

export function viewDraw(draw: ContestDraw, keeps: boolean): LotteryDraw {
  const { committedAt, drawnAt, voidedAt, ...rest } = draw
  const open = draw.state === 'committed'
  return {
    ...rest,
    winners: [...rest.winners],
    committedAt: committedAt.toISOString(),
    drawnAt: drawnAt?.toISOString() ?? null,
    voidedAt: voidedAt?.toISOString() ?? null,
    actions: keeps ? lotteryActs.filter(act => (act === 'run' ? open : draw.state !== 'void')) : [],
  }
}

type Rule = ContestRules['certificates'][number]

/**
 * Who may have a certificate: tallies `t` by a condition. A place comes from the list that is public, and from nothing
 * else; the others need no look at it.
 */
export function fromEntitled({ no, rules }: Pick<HeldContest, 'no' | 'rules'>, { by, bound }: Rule): SQL {
  if (by === 'rank')
    return sql`from contest_result r
      join contest_result_line l on l.contest_no = r.contest_no and l.edition = r.edition and l.place <= ${bound}
      join contest_tally t on t.contest_no = l.contest_no and t.player_no = l.player_no
      where r.contest_no = ${no} and r.withdrawn_at is null`
  const reached =
    by === 'attempts'
      ? sql`t.attempts >= ${bound}`
      : sql`t.attempts > 0 and t.score >= ${bound * (rules.scoring === 'average' ? 100 : 1)}`
  return sql`from contest_tally t where t.contest_no = ${no} and ${reached}`
}

async function countCertificates(tx: Database, contest: HeldContest): Promise<ContestAwards['certificates']> {
  const { no, rules, state } = contest
  const issued = await rowsOf<{ kind: string; count: number }>(
    tx,
    sql`select kind, count(*)::int as count from contest_certificate where contest_no = ${no} group by kind`,
  )
  const counted: ContestAwards['certificates'] = []
  for (const rule of rules.certificates) {
    const known = rule.by !== 'rank' || state === 'published'
    const [row] = known
      ? await rowsOf<{ count: number }>(tx, sql`select count(*)::int as count ${fromEntitled(contest, rule)}`)
      : []
    counted.push({
      ...rule,
      entitled: row?.count ?? null,
      issued: issued.find(({ kind }) => kind === rule.key)?.count ?? 0,
    })
  }
  return counted
}

async function listEditions(tx: Database, contestNo: number): Promise<ContestAwards['results']> {
  const rows = await rowsOf<
    Omit<ContestAwards['results'][number], 'madeAt' | 'withdrawnAt'> & {
      madeAt: string | Date
      withdrawnAt: string | Date | null
    }
  >(
    tx,
    sql`select edition, root, sha256, lines, size_bytes::float8 as "sizeBytes", made_at as "madeAt",
        withdrawn_at as "withdrawnAt"
      from contest_result where contest_no = ${contestNo} order by edition desc limit 100`,
  )
  return rows.map(row => ({
    ...row,
    madeAt: new Date(row.madeAt).toISOString(),
    withdrawnAt: row.withdrawnAt && new Date(row.withdrawnAt).toISOString(),
  }))
}

/** Days on which somebody played, by what was counted: nothing is read from the log. */
async function listDays(
  tx: Database,
  { no }: HeldContest,
  draws: readonly ContestDraw[],
): Promise<{ day: string; people: number; draws: number }[]> {
  const days = await rowsOf<{ day: string; people: number }>(
    tx,
    sql`select to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(people)::int as people
      from contest_hour where contest_no = ${no} group by 1 order by 1 desc limit 400`,
  )
  return days.map(each => ({
    ...each,
    draws: draws.filter(({ day, state }) => day === each.day && state !== 'void').length,
  }))
}
