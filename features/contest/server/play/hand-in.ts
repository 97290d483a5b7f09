import { Problem } from '@jianbao/errors'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { HandIn, Result } from '../../contract/index.ts'
import { flagsOf } from './attempt-flags.ts'
import type { AttemptLog } from './attempt-log.ts'
import type { DrawnPaper } from './draw-paper.ts'
import type { FirstStarts } from './first-starts.ts'
import { gradePaper, placeAnswers } from './grade.ts'
import type { LiveContest } from './live-contest.ts'
import { type PlayerFacts, progressOf, readAttempts } from './progress.ts'
import { deadlineOf, paperOf } from './start-paper.ts'
import { ofRun, readToken, type TokenFacts } from './token.ts'

export type HandInServices = {
  readonly db: Database
  readonly clock: Clock
  readonly log: AttemptLog
  readonly starts: FirstStarts
}

/** A paper that comes so long after everything has ended is not even kept as late. */
const closedForGoodMs = 600_000

/**
 * Grades a paper and answers once it is committed. The same attempt again answers what was counted the first time.
 * Throws Problem `contest-token`, `contest-over`, `bad-request`, `server-busy`.
 */
export async function handIn(
  { db, clock, log, starts }: HandInServices,
  contest: LiveContest,
  { token, answers, pace: told }: HandIn,
): Promise<Result> {
  const now = clock.now().getTime()
  const begun = ofRun(
    readToken(contest.tokenKey, token, 'paper', contest.no) ??
      readToken(contest.tokenKey, token, 'practice', contest.no),
    contest.run,
  )
  // Another server drew it without a question this one still has: the same paper cannot be drawn here yet.
  if (begun.withdrawn > contest.withdrawn) throw new Problem('server-busy')
  const deadline = deadlineOf(contest, begun)
  const graceMs = contest.rules.graceSeconds * 1000
  const late = now > deadline + graceMs
  const paper = paperOf(contest, begun)
  const chosen = placeAnswers(paper, contest.graded, answers)
  const grading = gradePaper(paper, contest.graded, chosen, contest.rules, late)
  const usedMs = Math.max(0, now - begun.at)
  const score = { ...grading, usedMs, late, fullScore: contest.fullScore }
  if (begun.kind === 'practice') return answerOf(contest, paper, score, 'practice', begun, now)
  const closed = contest.state === 'closed' && now > deadline + graceMs + closedForGoodMs
  if (closed || contest.state === 'published') throw new Problem('contest-over')

  // A time for each question, or it says nothing.
  const pace = told?.length === paper.questions.length ? told : undefined
  const answered = chosen.filter(each => each.some(part => part !== '')).length
  const flags = flagsOf({ usedMs, answered, pace, late, restarted: begun.restarted })
  const counted = await log.append({
    ...begun,
    gradedAfter: contest.withdrawals,
    startedAt: begun.at,
    handedInAt: now,
    usedMs: Math.min(usedMs, 2 ** 31 - 1),
    ...grading,
    answers: JSON.stringify(chosen),
    flags,
    pace: flags && pace ? JSON.stringify(pace) : null,
  })
  starts.forget(contest.no, begun.playerNo, begun.n)
  if (counted === 'counted') {
    const next = { ...begun, n: begun.n + 1, nth: begun.nth + 1 }
    return answerOf(contest, paper, score, 'now', next, now)
  }
  const stored = await readStored(db, begun)
  if (!stored) throw new Problem('contest-over')
  const player = { ...begun, ...(await readAttempts(db, contest.no, begun.playerNo)) }
  return answerOf(contest, paper, { ...stored, fullScore: contest.fullScore }, 'again', player, now)
}

type Stored = Pick<Result, 'score' | 'rightCount' | 'usedMs' | 'late' | 'marks'>

async function readStored(db: Database, { contestNo, playerNo, n }: TokenFacts): Promise<Stored | null> {
  const [row] = await rowsOf<Omit<Stored, 'late'> & { flags: number }>(
    db,
    sql`select score, right_count as "rightCount", used_ms as "usedMs", marks, flags from contest_attempt
      where contest_no = ${contestNo} and player_no = ${playerNo} and n = ${n}`,
  )
  if (!row) return null
  const { flags, ...stored } = row
  return { ...stored, late: (flags & 4) !== 0 }
}

function answerOf(
  contest: LiveContest,
  paper: DrawnPaper,
  score: Stored & { fullScore: number },
  counted: Result['counted'],
  player: PlayerFacts,
  now: number,
): Result {
  const { answersShown } = contest.rules
  const shown = counted === 'practice' || answersShown === 'at-once'
  return {
    counted,
    score: score.score,
    fullScore: score.fullScore,
    rightCount: score.rightCount,
    questionCount: contest.questionCount,
    usedMs: score.usedMs,
    late: score.late,
    marks: shown ? score.marks : '',
    explained: shown ? explain(contest, paper) : null,
    progress: progressOf(contest, playerOnly(player), now),
  }
}

const playerOnly = ({ playerNo, unitNo, groupNo, n, day, nth }: PlayerFacts): PlayerFacts => ({
  playerNo,
  unitNo,
  groupNo,
  n,
  day,
  nth,
})

function explain({ questions }: LiveContest, paper: DrawnPaper): Result['explained'] {
  return paper.questions.map((no, at) => {
    const { type, answer, explanation, source } = questions.get(no)!
    const order = paper.orders[at]!
    const right =
      type === 'fill-in'
        ? (answer as string[][]).map(wordings => wordings[0]!)
        : (answer as number[]).map(place => order.indexOf(place)).sort((one, other) => one - other)
    return { right, explanation, source }
  })
}
