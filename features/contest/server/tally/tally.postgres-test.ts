/** Several processes follow one log on a real PostgreSQL server: each attempt counts once, whoever is quicker. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { expect, test } from 'vitest'
import { addPlayers, type OpenContest } from '../play/play.fixture.ts'
import { foldLog } from './fold-log.ts'
import { addAttempt, type Ticketbook } from './tally.fixture.ts'
import {
  attemptsCounted,
  contestsOf,
  dbOf,
  expectRight,
  liveOf,
  openOne,
  openTallyServers,
  playSome,
  tallyingOf,
  withdraw,
} from './tally-servers.fixture.ts'
import { restoreAttempts, voidAttempts } from './void-attempts.ts'
import { readRegrade } from './withdraw-question.ts'

openTallyServers()

test('a transaction that runs long is never passed over: what it adds counts when it commits', async () => {
  const contest = await openOne()
  const live = await liveOf(contest)
  const [slow, quick] = await addPlayers(dbOf(0), contest, 2)
  const tallying = tallyingOf(0)
  const book: Ticketbook = new Map()
  const add = (db: Database, player: number, seed: number) =>
    addAttempt(db, live, book, { player, seed, usedMs: 1000, hour: 1 })
  await add(dbOf(0), quick!, 1)
  await tallying.settle(contest.no)
  expect(await attemptsCounted(contest)).toBe(1)

  const written = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holding = dbOf(0).transaction(async tx => {
    await add(tx, slow!, 2)
    written.resolve()
    await held.promise
  })
  await written.promise
  try {
    // Newer transactions commit around it; the place in the log stays before it.
    for (let seed = 3; seed < 8; seed++) {
      await add(dbOf(1), quick!, seed)
      await tallying.settle(contest.no)
    }
    expect(await attemptsCounted(contest), 'nothing is folded beyond a running transaction').toBe(1)
  } finally {
    held.resolve()
    await holding
  }
  await tallying.settle(contest.no)
  expect(await attemptsCounted(contest)).toBe(7)
  await expectRight(contest)
}, 60_000)

test('two processes fold while players of both hand in, attempts are voided and questions withdrawn', async () => {
  for (const scoring of ['cumulative', 'best'] as const) {
    const contest = await openOne({ scoring, ties: ['earlier', 'time'], withdrawn: 'award' })
    const players = await addPlayers(dbOf(0), contest, 16)
    const folded = { id: contest.id, no: contest.no, rules: (await liveOf(contest)).rules }
    const two = [tallyingOf(0), tallyingOf(1)]
    let playing = true
    const keepers = two.map(async tallying => {
      while (playing) await tallying.settle(contest.no)
    })
    const hands = [0, 1, 2, 3].map(async hand => {
      const contests = contestsOf(hand)
      const book: Ticketbook = new Map()
      for (let at = 0; at < 60; at++) {
        const player = players[hand * 4 + (at % 4)]!
        // As play has it: in memory, up to a second behind a withdrawal.
        const live = (await contests.find(contest.slug))!
        const wish = { player, seed: at * 7 + hand, usedMs: 1000 + (at % 3), hour: Math.floor(at / 3) }
        await dbOf(hand).transaction(async tx => {
          await addAttempt(tx, live, book, { ...wish, unit: 1 + (hand % 2), late: at % 11 === 0 })
          if (at % 5 === 0) await wait(15)
        })
      }
    })
    const office = (async () => {
      for (let at = 0; at < 12; at++) {
        await wait(60)
        const back = at % 3 === 2
        const rows = await rowsOf<{ player: number; n: number }>(
          dbOf(1),
          sql`select player_no as player, n from contest_attempt where contest_no = ${contest.no} and voided = ${back}
            order by md5(player_no || ' ' || n || ${String(at)}) limit 4`,
        )
        const review = { byName: '某人', reason: '异常', at: new Date() }
        const change = back ? restoreAttempts : voidAttempts
        await dbOf(1).transaction(tx => change(tx, folded, rows, review))
        if (at === 3 || at === 7) await withdraw(contest, at)
      }
    })()
    await Promise.all([...hands, office])
    playing = false
    await Promise.all(keepers)
    await wait(1100)
    for (const tallying of two) await tallying.settle(contest.no)
    expect(await attemptsCounted(contest)).toBeGreaterThan(200)
    expect(await readRegrade(dbOf(0), contest.id, contest.no)).toMatchObject({
      questions: [3, 7],
      state: 'done',
    })
    await expectRight(contest)
  }
}, 180_000)

test('a log from another server is counted anew, once, and followed from there', async () => {
  const contest = await openOne()
  await playSome(contest, 40)
  const tallying = tallyingOf(0)
  await tallying.settle(contest.no)
  // Transactions of the other server had numbers far beyond those of this one.
  const far = sql`'9000000000'::xid8`
  await dbOf(0).execute(
    sql`update contest_attempt set xid = ${far} where contest_no = ${contest.no} and n % 2 = 0`,
  )
  await dbOf(0).execute(sql`update contest_fold set folded_to = ${far} where contest_no = ${contest.no}`)
  await dbOf(0).execute(
    sql`update contest_question_fold set folded_to = ${far} where contest_no = ${contest.no}`,
  )
  await playSome(contest, 20)
  await tallying.settle(contest.no)
  expect(await attemptsCounted(contest)).toBe(60)
  await expectRight(contest)
}, 60_000)

test('pages counted by two processes add up, and a contest that is gone takes its counts along', async () => {
  const contest = await openOne()
  const other = await openOne()
  const two = [tallyingOf(0), tallyingOf(1)]
  for (const [at, { views }] of two.entries())
    for (let page = 0; page < 100 + at; page++) {
      views.note(contest.no, page % 2)
      views.note(other.no, 0)
    }
  const count = async ({ no }: OpenContest) =>
    rowsOf(
      dbOf(0),
      sql`select unit_no as unit, sum(views)::int as views from contest_view where contest_no = ${no}
      group by 1 order by 1`,
    )
  await dbOf(0).execute(sql`delete from contest where no = ${other.no}`)
  await Promise.all(two.map(({ views }) => views.flush()))
  await Promise.all(two.map(({ views }) => views.flush()))
  expect(await count(contest)).toEqual([
    { unit: 0, views: 101 },
    { unit: 1, views: 100 },
  ])
  expect(await count(other)).toEqual([])
}, 60_000)

test('the log is read by its index, however long it is', async () => {
  const contest = await openOne()
  const { no, id } = contest
  const { rules } = await liveOf(contest)
  const fill = async (n: number, from: number, to: number) => {
    for (let player = from; player < to; player += 500)
      await dbOf(
        0,
      ).execute(sql`insert into contest_attempt (contest_no, player_no, n, day, nth, unit_no, group_no,
          withdrawn, started_at, handed_in_at, used_ms, score, right_count, marks, answers, flags)
        select ${no}::int, p, ${n}::int, '2026-09-01', ${n}::int, p % 50, 0, 0, now(), now(), 1000, p % 21, 0, '', '[]', 4
        from generate_series(${player}::int, ${player + 499}::int) p`)
  }
  const readInARow = async () => {
    await dbOf(0).execute(sql`select pg_stat_force_next_flush()`)
    await wait(50)
    const [row] = await rowsOf<{ rows: number }>(
      dbOf(0),
      sql`select sum(seq_tup_read)::float8 as rows from pg_stat_user_tables
        where relname in (${`contest_attempt_${no}`}, 'contest_tally')`,
    )
    return row!.rows
  }
  const fold = async () => {
    const wish = { now: new Date(), most: 5000 }
    while ((await dbOf(0).transaction(tx => foldLog(tx, { id, no, rules }, wish))) === 'more');
  }
  const before = await readInARow()
  // The planner knows nothing of the tables; then all of it; then only what they were like before.
  await fill(0, 1_000_000, 1_040_000)
  await fold()
  expect((await readInARow()) - before, 'without statistics').toBe(0)
  await dbOf(0).execute(sql`analyze`)
  const analyzed = await readInARow()
  await fill(1, 1_000_000, 1_010_000)
  await fold()
  await fill(2, 1_000_000, 1_010_000)
  await fold()
  expect((await readInARow()) - analyzed, 'with them').toBe(0)
  expect(await attemptsCounted(contest)).toBe(60_000)
}, 120_000)
