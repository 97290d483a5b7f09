/** Made-up people and what they handed in over the days, graded as play grades, written in large groups. */
import { randomBytes } from 'node:crypto'
import { localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { makeCode } from '../../identity/make-code.ts'
import { flagsOf } from '../../play/attempt-flags.ts'
import { drawPaper } from '../../play/draw-paper.ts'
import { gradePaper, placeAnswers } from '../../play/grade.ts'
import type { LiveContest } from '../../play/live-contest.ts'
import { answerOf, type Chance, chanceOf, makePlayer, pacesOf } from '../rehearsal/made-up-player.ts'
import { nicknameOf } from './nicknames.ts'

type Wish = { readonly players: number; readonly now: Date }
type Person = { readonly no: number; readonly unitNo: number; readonly groupNo: number }

const rowsAtOnce = 1000
/** Share of a day's papers by hour: morning, noon and evening are full. */
const rhythm = [1, 0, 0, 0, 0, 1, 3, 7, 12, 13, 11, 9, 14, 10, 8, 9, 9, 8, 9, 13, 16, 13, 7, 3]
const viewsForAPaper = 7

export async function recordPlayers(tx: Database, live: LiveContest, { players, now }: Wish): Promise<void> {
  const chance = chanceOf(live.no * 7919 + players)
  const days = daysOf(live, now)
  if (!days.length) return
  const people = await insertPeople(tx, live, players, chance)
  const rows = people.flatMap(person => papersOf(live, person, days, now, chance))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await insertPapers(tx, live, rows.slice(from, from + rowsAtOnce))
  await insertViews(tx, live.no)
}

/** The days it was open, up to now. */
function daysOf({ rules }: LiveContest, now: Date): string[] {
  const last = localDay(new Date(Math.min(now.getTime(), Date.parse(rules.closesAt))))
  const days: string[] = []
  for (let day = localDay(new Date(rules.opensAt)); day <= last; day = nextDay(day)) days.push(day)
  return days
}

async function insertPeople(
  tx: Database,
  { no, rules, units, id }: LiveContest,
  count: number,
  chance: Chance,
): Promise<Person[]> {
  const numbers = [...units.keys()]
  const rows = Array.from({ length: count }, (_, at) => {
    // Some units bring many, most bring few.
    const unitNo = numbers[Math.floor(chance() ** 2.2 * numbers.length)] ?? 0
    const groupNo = rules.groups.length ? 1 + Math.floor(chance() * rules.groups.length) : 0
    return {
      ...{ nickname: nicknameOf(at), unit: unitNo, group_no: groupNo, code: makeCode(10) },
      ...{ group: rules.groups[groupNo - 1]?.key ?? null, identity: randomBytes(32).toString('hex') },
    }
  })
  const people: Person[] = []
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    const added = await rowsOf<{ no: number; code: string }>(
      tx,
      sql`insert into contest_player (contest_no, identity, nickname, unit_no, group_key, code, consented_at, created_at)
        select ${no}, decode(p.identity, 'hex'), p.nickname, p.unit, p."group", p.code, c.opened_at, c.opened_at
        from jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
          as p (identity text, nickname text, unit integer, "group" text, code text)
          join contest c on c.id = ${id} returning no, code`,
    )
    const known = new Map(added.map(row => [row.code, row.no]))
    for (const { code, unit, group_no } of some)
      people.push({ no: known.get(code)!, unitNo: unit, groupNo: group_no })
  }
  return people
}

type PaperRow = Readonly<Record<string, string | number | null>>

/** One person's papers in the order of time, numbered without a gap. */
function papersOf(
  live: LiveContest,
  person: Person,
  days: readonly string[],
  now: Date,
  chance: Chance,
): PaperRow[] {
  const { rules } = live
  const player = makePlayer(person.no, rules, chance)
  const hasty = chance() < 0.006
  const last = Math.min(now.getTime(), Date.parse(rules.closesAt)) - 60_000
  const [begins, most] = [Date.parse(rules.opensAt), rules.attempts.inAll ?? Number.POSITIVE_INFINITY]
  const eager = 0.08 + 0.5 * chance() ** 3
  const rows: PaperRow[] = []
  for (const day of days) {
    if (chance() > eager && !(rows.length === 0 && day === days.at(-1))) continue
    const times = Array.from(
      { length: Math.min(rules.attempts.perDay ?? 2, 1 + Math.floor(chance() * 2.4)) },
      () => timeOn(day, chance),
    )
    let nth = 0
    for (const started of times.sort((one, other) => one - other)) {
      const pace = hasty
        ? Array.from({ length: live.questionCount }, () => 600 + Math.round(chance() * 20))
        : pacesOf(player, live.questionCount, chance)
      const usedMs = Math.min(
        pace.reduce((sum, each) => sum + each, 0),
        live.limitMs ?? 3_600_000,
      )
      if (started < begins || started + usedMs > last || rows.length >= most) continue
      rows.push(paperRow(live, person, { day, nth, n: rows.length, started, usedMs, pace, player }, chance))
      nth++
    }
  }
  return rows
}

function timeOn(day: string, chance: Chance): number {
  let at = chance() * rhythm.reduce((sum, each) => sum + each, 0)
  const hour = rhythm.findIndex(share => {
    at -= share
    return at < 0
  })
  return (
    localInstant(day, `${String(Math.max(0, hour)).padStart(2, '0')}:00`).getTime() +
    Math.floor(chance() * 3_500_000)
  )
}

type Sitting = {
  readonly day: string
  readonly nth: number
  readonly n: number
  readonly started: number
  readonly usedMs: number
  readonly pace: readonly number[]
  readonly player: ReturnType<typeof makePlayer>
}

function paperRow(live: LiveContest, person: Person, sitting: Sitting, chance: Chance): PaperRow {
  const { day, nth, n, started, usedMs, pace, player } = sitting
  const draw = live.drawAfter(live.withdrawn)
  const paper = drawPaper(live.key, draw, { contestNo: live.no, playerNo: person.no, n })
  const given = paper.questions.map((no, at) =>
    answerOf(live.questions.get(no)!, paper.orders[at]!, player, chance),
  )
  const chosen = placeAnswers(paper, live.graded, given)
  const { score, rightCount, marks } = gradePaper(paper, live.graded, chosen, live.rules, false)
  const answered = chosen.filter(each => each.some(part => part !== '')).length
  const flags = flagsOf({ usedMs, answered, pace, late: false, restarted: false })
  return {
    ...{
      player: person.no,
      unit: person.unitNo,
      group_no: person.groupNo,
      day,
      nth,
      n,
      started,
      used: usedMs,
    },
    ...{ score, right_count: rightCount, marks, answers: JSON.stringify(chosen), flags },
    pace: flags ? JSON.stringify(pace) : null,
  }
}

async function insertPapers(tx: Database, live: LiveContest, rows: readonly PaperRow[]): Promise<void> {
  await tx.execute(sql`insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no, withdrawn,
      started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags, pace)
    select ${live.no}, p.player, p.n, p.day, p.nth, p.unit, p.group_no, ${live.withdrawn},
      to_timestamp(p.started / 1000.0), to_timestamp((p.started + p.used) / 1000.0), p.used, p.score, p.right_count,
      p.marks, p.answers, p.flags, p.pace
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (player integer, n integer, day date, nth integer,
      unit integer, group_no smallint, started bigint, used integer, score integer, right_count smallint, marks text,
      answers text, flags smallint, pace text)`)
}

/** So many looks for each paper, in its hour and unit. */
async function insertViews(tx: Database, no: number): Promise<void> {
  await tx.execute(sql`insert into contest_view (contest_no, hour, unit_no, views)
    select ${no}, date_trunc('hour', started_at), unit_no, count(*) * ${viewsForAPaper} + (sum(right_count) % 5)
    from contest_attempt where contest_no = ${no} group by 2, 3`)
}
