import { randomBytes } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { Paper } from '../../../contract/index.ts'
import { plainDetails } from '../../identity/join-details.rules.ts'
import { openPlayerDesk, type PlayerDesk } from '../../identity/player-desk.ts'
import { openAttemptLog } from '../../play/attempt-log.ts'
import { type FirstStarts, openFirstStarts } from '../../play/first-starts.ts'
import { type HandInServices, handIn } from '../../play/hand-in.ts'
import type { LiveContest } from '../../play/live-contest.ts'
import { progressOf } from '../../play/progress.ts'
import { readContest } from '../../play/read-contest.ts'
import { startPaper } from '../../play/start-paper.ts'
import { answerOf, type Chance, chanceOf, type MadeUpPlayer, makePlayer, pacesOf } from './made-up-player.ts'
import { RehearsalTally } from './rehearsal-report.rules.ts'

export type RehearsalServices = {
  readonly db: Database
  readonly clock: Clock
  readonly sealer: Sealer
  readonly secret: string
}

type Playing = HandInServices & {
  readonly contest: LiveContest
  readonly desk: PlayerDesk
  readonly starts: FirstStarts
  readonly tally: RehearsalTally
  readonly chance: Chance
}

/** So many play at the same time; what they hand in is committed together. */
const atOnce = 64

/**
 * Lets made-up players join, begin papers and hand them in by the very functions real ones meet. `tell` hears how many
 * have joined and how many papers there are, and says whether to go on. Answers the report; null when it was told to stop.
 */
export async function playRehearsal(
  services: RehearsalServices,
  { slug, players, seed }: { slug: string; players: number; seed: number },
  tell: (joined: number, papers: number) => Promise<boolean>,
): Promise<ReturnType<RehearsalTally['report']> | null> {
  const { db, clock } = services
  const contest = await readContest(db, slug, services)
  if (contest?.state !== 'rehearsal') return null
  const questions = [...contest.questions.values()]
  const playing: Playing = {
    ...{ db, clock, contest, starts: openFirstStarts(), log: openAttemptLog({ db }) },
    desk: openPlayerDesk(services),
    tally: new RehearsalTally(questions),
    chance: chanceOf(seed),
  }
  const began = performance.now()
  for (let from = 0; from < players; from += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, players - from) }, (_, at) => from + at)
    await Promise.all(group.map(at => playOne(playing, at)))
    if (!(await tell(from + group.length, playing.tally.papers))) return null
  }
  return playing.tally.report(performance.now() - began, await countFlagged(db, contest.no))
}

async function playOne(playing: Playing, at: number): Promise<void> {
  const { contest, chance, tally } = playing
  const player = makePlayer(at, contest.rules, chance)
  try {
    let ticket = await join(playing, player)
    for (let n = 0; n < player.attempts; n++) ticket = await playPaper(playing, player, ticket)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // What the server refuses is what a rehearsal is to show.
    tally.refusal(error.code)
  }
}

/** Past the proof of who it is, which no made-up player has: from the particulars on as everybody. */
async function join({ contest, desk, chance, clock }: Playing, player: MadeUpPlayer): Promise<string> {
  const { rules, units } = contest
  const numbers = [...units.keys()]
  const group = rules.groups[Math.floor(chance() * rules.groups.length)]
  const details = {
    ...{ nickname: player.nickname, consent: true as const, guardian: false },
    ...(numbers.length ? { unitNo: numbers[Math.floor(chance() ** 2 * numbers.length)]! } : {}),
    ...(group ? { groupKey: group.key } : {}),
  }
  const plain = plainDetails(contest, details, { givenUnit: null, words: [] })
  const now = clock.now()
  const row = await desk.admit({
    ...{ contestNo: contest.no, contestId: contest.id, run: contest.run },
    ...{ identity: randomBytes(32), wish: randomBytes(32), contact: null, ...plain, at: now },
  })
  if (!row) throw new Problem('contest-over')
  const groupNo = rules.groups.findIndex(({ key }) => key === row.groupKey) + 1
  const facts = { playerNo: row.no, unitNo: row.unitNo, groupNo, n: 0, day: 0, nth: 0 }
  return progressOf(contest, facts, now.getTime()).ticket
}

/** Begins in the past by as much as the player takes, so that nobody has to wait for it. */
async function playPaper(playing: Playing, player: MadeUpPlayer, ticket: string): Promise<string> {
  const { contest, starts, clock, chance, tally } = playing
  const pace = pacesOf(player, contest.questionCount, chance)
  const wanted = pace.reduce((sum, each) => sum + each, 0)
  const takes = contest.limitMs === null ? wanted : Math.min(wanted, contest.limitMs)
  const sent = startPaper(contest, starts, { ticket }, clock.now().getTime() - takes)
  const begun = JSON.parse(sent.toString()) as Paper
  const answers = begun.questions.map(({ no }, at) =>
    answerOf(contest.questions.get(no)!, begun.order[at]!, player, chance),
  )
  const result = await handIn(playing, contest, { token: begun.token, answers, pace })
  const numbers = begun.questions.map(({ no }) => no)
  tally.paper(numbers, result.marks || marksOf(contest, begun, answers), result.score, result.fullScore)
  return result.progress.ticket
}

/** Where the contest does not show what was right: told from the answers themselves. */
function marksOf(contest: LiveContest, paper: Paper, answers: readonly (number[] | string[])[]): string {
  return paper.questions
    .map(({ no }, at) => {
      const { type, answer } = contest.questions.get(no)!
      const given = answers[at]!
      if (type === 'fill-in') return (answer as string[][])[0]?.includes(String(given[0])) ? '1' : '0'
      const right = (answer as number[]).map(place => paper.order[at]!.indexOf(place)).sort((a, b) => a - b)
      return String(right) === String(given) ? '1' : '0'
    })
    .join('')
}

async function countFlagged(db: Database, contestNo: number): Promise<number> {
  const [row] = await rowsOf<{ flagged: number }>(
    db,
    sql`select count(*)::int as flagged from contest_attempt where contest_no = ${contestNo} and flags > 0`,
  )
  return row!.flagged
}
