/** Two ways to one real PostgreSQL server, with tallyings on both, for tests of several processes. */
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, type Database, migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { openSealer, type Sealer } from '@jianbao/platform/seal'
import { allMigrations } from '@jianbao/server/installation'
import { openPostgres, seedPersonas, type TestPostgres } from '@jianbao/testkit'
import { afterAll, beforeAll, expect } from 'vitest'
import type { ContestRules } from '../../contract/index.ts'
import { type Contests, openContests } from '../play/open-contests.ts'
import { addPlayers, type OpenContest, openContestOf, someQuestions } from '../play/play.fixture.ts'
import { countByHand, readCounted } from './brute-recount.fixture.ts'
import { openTallying, type Tallying } from './open-tallying.ts'
import { recount } from './recount.ts'
import { addAttempt, type Ticketbook } from './tally.fixture.ts'
import { withdrawQuestion } from './withdraw-question.ts'
import { wronglyGraded } from './wrongly-graded.fixture.ts'

export let postgres: TestPostgres
let sealer: Sealer
const connections: Connection[] = []
const tallyings: Tallying[] = []
const errors: unknown[] = []
export const dbOf = (at: number): Database => connections[at % 2]!.db

/** Starts the server before the tests of the file, ends it afterwards; no tallying may have had an error. */
export function openTallyServers(): void {
  beforeAll(async () => {
    postgres = await openPostgres()
    for (let at = 0; at < 2; at++) connections.push(await openDatabase(postgres))
    await migrate(connections[0]!, await allMigrations())
    await seedPersonas(dbOf(0))
    sealer = await openSealer(postgres.folder)
  }, 120_000)
  afterAll(async () => {
    for (const tallying of tallyings) await tallying.close()
    for (const connection of connections) await connection.close()
    await postgres?.close()
    expect(errors).toEqual([])
  })
}

export const contestsOf = (at: number): Contests =>
  openContests({ db: dbOf(at), sealer, secret: 'of the test' })
export function tallyingOf(at: number): Tallying {
  const onError = (error: unknown) => errors.push(error)
  const options = { connection: connections[at]!, clock: systemClock, contests: contestsOf(at), onError }
  const tallying = openTallying(options)
  tallyings.push(tallying)
  return tallying
}
const draw: ContestRules['draw'] = [{ count: 5, type: 'single', category: null, difficulty: null, points: 4 }]
export const openOne = (rules: Partial<ContestRules> = {}): Promise<OpenContest> =>
  openContestOf(dbOf(0), sealer, { rules: { draw, ...rules }, questions: someQuestions(12) })
export const liveOf = async ({ slug }: OpenContest) => (await contestsOf(0).find(slug))!
export const attemptsCounted = async ({ no }: OpenContest) => {
  const [row] = await rowsOf<{ sum: number }>(
    dbOf(0),
    sql`select coalesce(sum(attempts), 0)::int as sum from contest_unit_tally where contest_no = ${no}`,
  )
  return row!.sum
}
export async function expectRight(contest: OpenContest): Promise<void> {
  const live = await liveOf(contest)
  const kept = await readCounted(dbOf(0), contest.no)
  expect(kept).toEqual(await countByHand(dbOf(0), contest.no, live.rules, live))
  expect(await wronglyGraded(dbOf(0), live)).toEqual([])
  await dbOf(0).transaction(tx => recount(tx, live, new Date()))
  expect(await readCounted(dbOf(0), contest.no)).toEqual(kept)
}

export const withdraw = (contest: OpenContest, questionNo: number) =>
  dbOf(0).transaction(tx =>
    withdrawQuestion(tx, {
      ...{ contestId: contest.id, contestNo: contest.no, questionNo, reason: '答案有争议' },
      ...{ by: { id: 'x', name: '某人' }, at: new Date() },
    }),
  )

export async function playSome(contest: OpenContest, count: number): Promise<void> {
  const live = await liveOf(contest)
  const players = await addPlayers(dbOf(0), contest, 10)
  const book: Ticketbook = new Map()
  for (let at = 0; at < count; at++)
    await addAttempt(dbOf(0), live, book, {
      player: players[at % 10]!,
      seed: at,
      usedMs: 1000 + at,
      hour: Math.floor(at / 30),
    })
}
