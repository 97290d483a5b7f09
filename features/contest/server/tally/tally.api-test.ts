/** On the embedded database: whatever comes in whatever order, the fold is what a recount and a pencil say. */
import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestRules } from '../../contract/index.ts'
import { openContests } from '../play/open-contests.ts'
import { addPlayers, openContestOf, someQuestions } from '../play/play.fixture.ts'
import { countByHand, readCounted } from './brute-recount.fixture.ts'
import { countQuestions } from './count-questions.ts'
import { foldLog } from './fold-log.ts'
import { openTallying, type Tallying } from './open-tallying.ts'
import { recount } from './recount.ts'
import { addAttempt, addShare, type Ticketbook } from './tally.fixture.ts'
import { restoreAttempts, voidAttempts } from './void-attempts.ts'
import { withdrawQuestion } from './withdraw-question.ts'
import { wronglyGraded } from './wrongly-graded.fixture.ts'

let app: TestApp
const opened: Tallying[] = []
const errors: unknown[] = []

beforeAll(async () => {
  app = await openTestApp()
}, 120_000)
afterAll(async () => {
  for (const tallying of opened) await tallying.close()
  await app?.close()
})

const contestsOf = () =>
  openContests({ db: app.connection.db, sealer: app.sealer, secret: 'a secret of the test' })
function tallyingOf(contests = contestsOf()): Tallying {
  const tallying = openTallying({
    connection: app.connection,
    clock: systemClock,
    contests,
    onError: error => errors.push(error),
  })
  opened.push(tallying)
  return tallying
}
const by = { byName: '某人', reason: '同一人代答', at: new Date('2026-09-02T00:00:00Z') }

const attempt = fc.record({
  kind: fc.constant('attempt' as const),
  player: fc.nat(5),
  seed: fc.nat(40),
  usedMs: fc.constantFrom(1000, 1000, 2000, 61_000),
  hourStep: fc.constantFrom(0, 0, 1, 5, 24),
  unit: fc.constantFrom(0, 1, 1, 1, 2),
  late: fc.constantFrom(false, false, false, true),
})
const ask = fc.record({ kind: fc.constant('ask' as const), most: fc.integer({ min: 1, max: 9 }) })
const deed = fc.oneof(
  { weight: 2, arbitrary: ask },
  { weight: 10, arbitrary: attempt },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('fold' as const), most: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('share' as const), player: fc.nat(6), at: fc.nat(9000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('void' as const), pick: fc.nat(999), back: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), question: fc.nat(7) }) },
)
const groups = [
  { key: 'young', name: '少年组' },
  { key: 'old', name: '长者组' },
]
const wishes: fc.Arbitrary<Partial<ContestRules>> = fc.record({
  scoring: fc.constantFrom('best' as const, 'cumulative' as const, 'average' as const),
  ties: fc.constantFrom<ContestRules['ties'][]>(
    [],
    ['time'],
    ['earlier'],
    ['time', 'earlier'],
    ['earlier', 'time'],
  ),
  share: fc.constantFrom(null, { points: 2, mostADay: 10 }),
  groups: fc.constantFrom<ContestRules['groups'][]>([], groups),
  withdrawn: fc.constantFrom('award' as const, 'drop' as const),
})

test('fold, recount and a count by hand agree, whatever comes in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, fc.array(deed, { minLength: 20, maxLength: 60 }), async (wish, deeds) => {
      const { db } = app.connection
      const rules: Partial<ContestRules> = {
        ...wish,
        draw: [{ count: 4, type: 'single', category: null, difficulty: null, points: 5 }],
        ranking: { people: 3, units: 'average', shown: true },
      }
      const contest = await openContestOf(db, app.sealer, { rules, questions: someQuestions(8) })
      const players = await addPlayers(db, contest, 7)
      const contests = contestsOf()
      // A process that heard of no withdrawal goes on grading as before.
      const old = (await contests.find(contest.slug))!
      const folded = { id: contest.id, no: contest.no, rules: old.rules }
      const book: Ticketbook = new Map()
      const hours = new Map<number, number>()
      let shares = 0
      for (const its of deeds) {
        if (its.kind === 'attempt') {
          const hour = (hours.get(its.player) ?? 0) + its.hourStep
          hours.set(its.player, hour)
          const group = old.rules.groups.length ? (its.player % 2) + 1 : 0
          await addAttempt(db, old, book, { ...its, player: players[its.player]!, hour, group })
        }
        if (its.kind === 'share') await addShare(db, contest.no, players[its.player]!, its.at, shares++)
        if (its.kind === 'fold') {
          contests.forget(contest.slug)
          const live = await contests.find(contest.slug)
          await db.transaction(tx => foldLog(tx, folded, { now: new Date(), live, most: its.most }))
        }
        if (its.kind === 'ask') await db.transaction(tx => countQuestions(tx, old, new Date(), its.most))
        if (its.kind === 'void') {
          const rows = await rowsOf<{ player: number; n: number }>(
            db,
            sql`select player_no as player, n from contest_attempt where contest_no = ${contest.no}
              and voided = ${its.back} order by player_no, n`,
          )
          const row = rows[its.pick % Math.max(1, rows.length)]
          const change = its.back ? restoreAttempts : voidAttempts
          if (row) await db.transaction(tx => change(tx, folded, [row], by))
        }
        if (its.kind === 'withdraw')
          await db.transaction(tx =>
            withdrawQuestion(tx, {
              ...{
                contestId: contest.id,
                contestNo: contest.no,
                questionNo: its.question,
                reason: '答案有争议',
              },
              ...{ by: { id: 'x', name: '某人' }, at: new Date() },
            }),
          )
      }
      await tallyingOf(contests).settle(contest.no)
      expect(errors).toEqual([])
      contests.forget(contest.slug)
      const live = (await contests.find(contest.slug))!
      expect(await wronglyGraded(db, live), 'every paper has the points it has without them').toEqual([])
      const kept = await readCounted(db, contest.no)
      expect(kept, 'the fold is what a pencil says').toEqual(
        await countByHand(db, contest.no, live.rules, live),
      )
      await db.transaction(tx => recount(tx, folded, new Date()))
      expect(await readCounted(db, contest.no), 'and what a recount says').toEqual(kept)
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 300_000)
