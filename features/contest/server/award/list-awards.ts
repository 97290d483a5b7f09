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

/** Who may have a certificate of a rule, by the tallies; null where a place is not known yet. */
export function entitledTo(
  { scoring }: Pick<ContestRules, 'scoring'>,
  { by, bound }: ContestRules['certificates'][number],
): SQL {
  if (by === 'attempts') return sql`t.attempts >= ${bound}`
  if (by === 'rank') return sql`l.place <= ${bound}`
  return sql`t.attempts > 0 and t.score >= ${bound * (scoring === 'average' ? 100 : 1)}`
}

async function countCertificates(tx: Database, contest: HeldContest): Promise<ContestAwards['certificates']> {
  const { no, rules, state } = contest
  if (!rules.certificates.length) return []
  const counts = rules.certificates.map(
    (rule, at) => sql`count(*) filter (where ${entitledTo(rules, rule)})::int as ${sql.raw(`"k${at}"`)}`,
  )
  const [entitled] = await rowsOf<Record<string, number>>(
    tx,
    sql`select ${sql.join(counts, sql`, `)} from contest_tally t ${publicPlaces} where t.contest_no = ${no}`,
  )
  const issued = await rowsOf<{ kind: string; count: number }>(
    tx,
    sql`select kind, count(*)::int as count from contest_certificate where contest_no = ${no} group by kind`,
  )
  return rules.certificates.map((rule, at) => ({
    ...rule,
    entitled: rule.by === 'rank' && state !== 'published' ? null : (entitled?.[`k${at}`] ?? 0),
    issued: issued.find(({ kind }) => kind === rule.key)?.count ?? 0,
  }))
}

/** Places in the list that is public. */
export const publicPlaces = sql`left join contest_result r on r.contest_no = t.contest_no and r.withdrawn_at is null
  left join contest_result_line l on l.contest_no = r.contest_no and l.edition = r.edition and l.player_no = t.player_no`

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
