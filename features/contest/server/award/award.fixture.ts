/** Contests that were played, straight in the database: players with their tallies. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { type ContestRules, type ContestState, checkLetter, codeLetters } from '../../contract/index.ts'
import { type OpenContest, openContestOf, ordinaryContest } from '../play/play.fixture.ts'

export type PlayedPlayer = {
  readonly nickname?: string
  readonly groupKey?: string | null
  readonly score?: number
  readonly best?: number
  readonly attempts?: number
  readonly ms?: number
  readonly unitNo?: number
}
export type PlayedContest = OpenContest & {
  readonly players: readonly { readonly no: number; readonly code: string }[]
}

export const goodContest: Partial<ContestRules> = {
  certificates: [
    { key: 'good', name: '优秀奖', by: 'score', bound: 80 },
    { key: 'first', name: '一等奖', by: 'rank', bound: 1 },
    { key: 'eager', name: '参与奖', by: 'attempts', bound: 1 },
  ],
  lottery: { by: 'score', least: 60, drawsADay: 2 },
}

/** Names invented for tests, with letters that break lines and tables where nobody takes care. */
export const someNames = [
  '李晓宁',
  '王小明',
  '欧阳若水',
  '星星点灯',
  'O’Neil & <Söhne>',
  '🐼熊猫爱科学',
  '甲乙',
  '赵',
]

/** A contest that was played, with its tallies; closed unless told otherwise. */
export async function playedContest(
  db: Database,
  sealer: Sealer,
  wish: {
    players?: readonly PlayedPlayer[]
    rules?: Partial<ContestRules>
    state?: ContestState
    unitId?: string
    title?: string
  } = {},
): Promise<PlayedContest> {
  const { players = somePlayers(8), state = 'closed', unitId, title } = wish
  const rules = { ...goodContest, ...wish.rules }
  const contest = await openContestOf(db, sealer, {
    rules,
    state,
    ...(unitId ? { unitId } : {}),
    ...(title ? { title } : {}),
  })
  const added = await addPlayed(db, contest, players, { ...ordinaryContest(), ...rules })
  return { ...contest, players: added }
}

export const somePlayers = (count: number): PlayedPlayer[] =>
  Array.from({ length: count }, (_, at) => ({
    nickname: at < someNames.length ? someNames[at]! : `选手${at}`,
    score: Math.max(0, 100 - Math.floor(at / 2) * 10),
    ms: 60_000 + at * 1000,
    attempts: 1 + (at % 3),
  }))

async function addPlayed(
  db: Database,
  contest: OpenContest,
  players: readonly PlayedPlayer[],
  rules: ContestRules,
): Promise<{ no: number; code: string }[]> {
  const rows = players.map((player, at) => ({
    nickname: '选手',
    groupKey: null,
    score: 50,
    attempts: 1,
    ms: 60_000,
    unitNo: 1,
    ...player,
    code: testCode(at),
    best: player.best ?? (rules.scoring === 'best' ? (player.score ?? 50) : 10),
    at,
  }))
  const made = await rowsOf<{ no: number; code: string }>(
    db,
    sql`insert into contest_player (contest_no, identity, nickname, unit_no, group_key, code, consented_at, created_at)
      select ${contest.no}, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), p.nickname, p."unitNo", p."groupKey",
        p.code, now(), now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as p(at int, nickname text, "unitNo" int, "groupKey" text, code text) order by p.at returning no, code`,
  )
  const tallies = rows.map((row, at) => ({ ...row, no: made[at]!.no }))
  await db.execute(sql`insert into contest_tally (contest_no, player_no, unit_no, group_no, attempts, days, best, best_ms,
      best_at, total, total_ms, right_total, last_at, score, ms, reached_at)
    select ${contest.no}, p.no, p."unitNo", 0, p.attempts, 1, p.best, p.ms, now(), p.score, p.ms, p.score / 10, now(),
      p.score, p.ms, now()
    from jsonb_to_recordset(${JSON.stringify(tallies)}::jsonb)
      as p(no int, "unitNo" int, attempts int, best int, ms int, score int)`)
  return made
}

/** A 参赛码 as the program makes them, by its place. */
export function testCode(at: number): string {
  let [letters, left] = ['', at + 1]
  for (let place = 0; place < 9; place++) {
    letters += codeLetters[left % codeLetters.length]
    left = Math.floor(left / codeLetters.length)
  }
  return letters + checkLetter(letters)
}

/** As many answers as the ordinary paper has questions: what follows the log reads them. */
const nothingChosen = JSON.stringify(Array.from({ length: 10 }, () => []))

/** Attempts in the log as the players handed them in: one for each score, on these days. */
export async function addAttempts(
  db: Database,
  contest: Pick<OpenContest, 'no'>,
  attempts: readonly {
    readonly player: number
    readonly score: number
    readonly right?: number
    readonly day: string
  }[],
): Promise<void> {
  const numbered = new Map<number, number>()
  const rows = attempts.map(each => {
    const n = numbered.get(each.player) ?? 0
    numbered.set(each.player, n + 1)
    return { right: 5, ...each, n }
  })
  await db.execute(sql`insert into contest_attempt (contest_no, player_no, n, withdrawn, day, nth, unit_no, group_no,
      started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags)
    select ${contest.no}, a.player, a.n, 0, a.day, a.n, 1, 0, a.day + time '10:00', a.day + time '10:01', 60000,
      a.score, a."right", '----------', ${nothingChosen}, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as a(player int, n int, day date, score int, "right" int)`)
}
