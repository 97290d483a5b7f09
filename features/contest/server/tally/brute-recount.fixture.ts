/** The tallies of a contest as somebody with a pencil would have them: from the raw log, one row after the other. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type ContestRules, maskName } from '../../contract/index.ts'
import { drawPaper } from '../play/draw-paper.ts'
import type { LiveContest } from '../play/live-contest.ts'

type Raw = {
  player: number
  n: number
  day: string
  unit: number
  group: number
  withdrawn: number
  startedAt: number
  handedInAt: number
  usedMs: number
  score: number
  right: number
  answers: (number[] | string[])[]
  late: boolean
}
type RawShare = { player: number; points: number; at: number }
type Counted = Record<string, unknown[]>

async function readRaw(db: Database, no: number): Promise<{ attempts: Raw[]; shares: RawShare[] }> {
  const attempts = await rowsOf<Raw & { answers: string }>(
    db,
    sql`select player_no as player, n, day::text as day, unit_no as unit, group_no as group, withdrawn,
        (extract(epoch from started_at) * 1000)::float8 as "startedAt",
        (extract(epoch from handed_in_at) * 1000)::float8 as "handedInAt", used_ms as "usedMs", score,
        right_count as right, answers, flags & 4 > 0 as late
      from contest_attempt where contest_no = ${no} and not voided order by player_no, n`,
  )
  const shares = await rowsOf<RawShare>(
    db,
    sql`select player_no as player, points, (extract(epoch from shared_at) * 1000)::float8 as at
      from contest_share where contest_no = ${no}`,
  )
  return { attempts: attempts.map(its => ({ ...its, answers: JSON.parse(String(its.answers)) })), shares }
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0)
function groupBy<T>(all: readonly T[], of: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(of(one), [...(groups.get(of(one)) ?? []), one])
  return [...groups]
}

/** Better than: more points, then as the rules have it. */
function better(rules: ContestRules, one: Raw, other: Raw): boolean {
  if (one.score !== other.score) return one.score > other.score
  const keys = ['usedMs', 'handedInAt'] as const
  for (const key of rules.ties[0] === 'earlier' ? [...keys].reverse() : keys)
    if (one[key] !== other[key]) return one[key] < other[key]
  return one.n < other.n
}

function tallyOf(rules: ContestRules, its: readonly Raw[], shares: readonly RawShare[]) {
  const best = its.reduce((first, next) => (better(rules, next, first) ? next : first))
  const last = its.at(-1)!
  const total = sumOf(its, one => one.score)
  const totalMs = sumOf(its, one => one.usedMs)
  const points = rules.share ? sumOf(shares, one => one.points) : 0
  const lastAt = Math.max(...its.map(one => one.handedInAt))
  const got = its.filter(one => one.score > 0).map(one => one.handedInAt)
  const scored = [...got, ...(rules.share ? shares.map(({ at }) => at) : [])]
  const scoredAt = scored.length ? Math.max(...scored) : null
  const half = (value: number) => Math.round(value)
  const score = {
    best: best.score + points,
    cumulative: total + points,
    average: half((100 * total) / its.length) + 100 * points,
  }[rules.scoring]
  const used = { best: best.usedMs, cumulative: totalMs, average: half(totalMs / its.length) }[rules.scoring]
  const reached = { best: best.handedInAt, cumulative: scoredAt ?? lastAt, average: lastAt }[rules.scoring]
  const ties = rules.ties.map(tie => (tie === 'time' ? used : reached))
  const earlierFirst = rules.ties[0] === 'earlier'
  const first = rules.ties[0] === undefined ? 0 : ties[0]!
  const [ms, at] = earlierFirst ? [first, ties[1] ?? 0] : [first, ties[1] ?? 0]
  return {
    ...{ player: last.player, last_n: last.n, unit: last.unit, group: last.group, attempts: its.length },
    days: new Set(its.map(one => one.day)).size,
    ...{ best: best.score, best_ms: best.usedMs, best_at: best.handedInAt, total, total_ms: totalMs },
    right_total: sumOf(its, one => one.right),
    ...{ shares: points, last_at: lastAt, scored_at: scoredAt, score, ms, reached_at: at },
    used,
  }
}

const hourOf = (at: number): number => Math.floor(at / 3_600_000) * 3_600_000

/** Everything that the fold keeps, from the raw rows alone. */
export async function countByHand(
  db: Database,
  no: number,
  rules: ContestRules,
  live: LiveContest | null,
): Promise<Counted> {
  const { attempts, shares } = await readRaw(db, no)
  const players = groupBy(attempts, one => String(one.player))
  const tallies = players.map(([player, its]) =>
    tallyOf(
      rules,
      its,
      shares.filter(share => share.player === Number(player)),
    ),
  )
  const firstOf = (of: (one: Raw) => string) =>
    new Set(groupBy(attempts, of).map(([, its]) => its.reduce((a, b) => (b.n < a.n ? b : a))))
  const openers = firstOf(one => `${one.player} ${one.day}`)
  const newcomers = firstOf(one => String(one.player))
  const hours = groupBy(attempts, one => `${hourOf(one.startedAt)} ${one.unit}`).map(([name, its]) => {
    const [hour, unit] = name.split(' ').map(Number)
    const count = (some: ReadonlySet<Raw>) => its.filter(one => some.has(one)).length
    return {
      ...{ hour, unit, people: count(openers), newcomers: count(newcomers), attempts: its.length },
      ...{ score: sumOf(its, one => one.score), used_ms: sumOf(its, one => one.usedMs) },
    }
  })
  const scores = groupBy(tallies, one => `${one.group} ${one.score}`).map(([name, its]) => {
    const [group, score] = name.split(' ').map(Number)
    return { group, score, players: its.length }
  })
  const units = groupBy(tallies, one => String(one.unit)).map(([unit, its]) => ({
    ...{ unit: Number(unit), people: its.length, attempts: sumOf(its, one => one.attempts) },
    score: sumOf(its, one => one.score),
  }))
  return sorted({
    tallies: tallies.map(({ used: _, ...tally }) => tally),
    ...{ hours, scores, units },
    people: await peopleByHand(db, no, rules, tallies),
    questions: live ? questionsByHand(live, attempts) : [],
  })
}

type Tally = ReturnType<typeof tallyOf>

async function peopleByHand(
  db: Database,
  no: number,
  rules: ContestRules,
  tallies: Tally[],
): Promise<unknown[]> {
  const named = await rowsOf<{ no: number; nickname: string }>(
    db,
    sql`select no, nickname from contest_player where contest_no = ${no}`,
  )
  const keys = ['ms', 'reached_at', 'player'] as const
  const order = (one: Tally, other: Tally): number =>
    other.score - one.score || keys.map(key => one[key] - other[key]).find(step => step !== 0) || 0
  const listOf = (its: Tally[], kind: string) =>
    its
      .sort(order)
      .slice(0, rules.ranking.people)
      .map(({ player, group, score, used, attempts, unit }, at) => ({
        ...{
          kind,
          place: at + 1,
          playerNo: player,
          groupNo: group,
          score,
          usedMs: used,
          attempts,
          unitNo: unit,
        },
        name: maskName(named.find(each => each.no === player)?.nickname ?? ''),
      }))
  return [
    ...listOf([...tallies], 'people'),
    ...rules.groups.flatMap(({ key }, at) =>
      listOf(
        tallies.filter(({ group }) => group === at + 1),
        `people:${key}`,
      ),
    ),
  ]
}

function questionsByHand(live: LiveContest, attempts: readonly Raw[]): unknown[] {
  const seen: { no: number; right: boolean; rest: number; chosen: number[] }[] = []
  for (const { player, n, withdrawn, answers } of attempts.filter(({ late }) => !late)) {
    const paper = drawPaper(live.key, live.drawAfter(withdrawn), { contestNo: live.no, playerNo: player, n })
    const points = paper.questions.map((no, at) => {
      const right = live.questions.get(no)!.answer as number[]
      const chosen = answers[at] as number[]
      return right.length === chosen.length && right.every(place => chosen.includes(place))
        ? paper.points[at]!
        : 0
    })
    const all = points.reduce((sum, its) => sum + its, 0)
    for (const [at, no] of paper.questions.entries())
      seen.push({ no, right: points[at]! > 0, rest: all - points[at]!, chosen: answers[at] as number[] })
  }
  return groupBy(seen, one => String(one.no)).map(([no, its]) => ({
    no: Number(no),
    asked: its.length,
    correct: its.filter(one => one.right).length,
    rest: sumOf(its, one => one.rest),
    rest_square: sumOf(its, one => one.rest ** 2),
    rest_correct: sumOf(
      its.filter(one => one.right),
      one => one.rest,
    ),
    chosen: live.questions
      .get(Number(no))!
      .options.map((_, place) => its.filter(one => one.chosen.includes(place)).length),
  }))
}

/** The same tables as they lie in the database. */
export async function readCounted(db: Database, no: number): Promise<Counted> {
  const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8 as ${column}`)
  const rows = (query: ReturnType<typeof sql>) => rowsOf<Record<string, unknown>>(db, query)
  const boards = await rowsOf<{ kind: string; body: Record<string, unknown>[] }>(
    db,
    sql`select kind, body from contest_board where contest_no = ${no} and kind like 'people%'`,
  )
  return sorted({
    tallies:
      await rows(sql`select player_no as player, last_n, unit_no as unit, group_no as group, attempts, days, best,
        best_ms, ${ms('best_at')}, total::float8 as total, total_ms::float8 as total_ms,
        right_total::float8 as right_total, shares, ${ms('last_at')}, ${ms('scored_at')}, score::float8 as score,
        ms::float8 as ms, ${ms('reached_at')} from contest_tally where contest_no = ${no}`),
    hours:
      await rows(sql`select ${ms('hour')}, unit_no as unit, people, newcomers, attempts, score::float8 as score,
        used_ms::float8 as used_ms from contest_hour where contest_no = ${no}`),
    scores: await rows(sql`select group_no as group, score::float8 as score, players from contest_tally_score
      where contest_no = ${no}`),
    units:
      await rows(sql`select unit_no as unit, people, attempts, score::float8 as score from contest_unit_tally
      where contest_no = ${no}`),
    people: boards.flatMap(({ kind, body }) => body.map(({ unitName: _, ...line }) => ({ kind, ...line }))),
    questions:
      await rows(sql`select question_no as no, asked, correct, rest_sum as rest, rest_square_sum as rest_square,
          rest_sum_correct as rest_correct, chosen from contest_question_tally where contest_no = ${no}`),
  })
}

const sorted = (counted: Counted): Counted =>
  Object.fromEntries(
    Object.entries(counted).map(([name, rows]) => [
      name,
      rows
        .map(row =>
          JSON.stringify(Object.entries(row as object).sort(([one], [other]) => (one < other ? -1 : 1))),
        )
        .sort(),
    ]),
  )
