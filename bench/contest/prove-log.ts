/** Whether the log holds what was acknowledged, each once, and whether what is counted from it is what it holds. */
import { installationSecret } from '@jianbao/platform/access'
import { systemClock } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { openSealer } from '@jianbao/platform/seal'
import { openContests } from '../../features/contest/server/play/open-contests.ts'
import { openTallying } from '../../features/contest/server/tally/open-tallying.ts'
import { recount } from '../../features/contest/server/tally/recount.ts'
import type { Acknowledged } from './crowd.ts'
import type { Arena, Game } from './open-arena.ts'

export type Proof = {
  readonly acknowledged: number
  readonly logged: number
  /** Acknowledged, and not in the log with that score. */
  readonly lost: number
  /** In the log and never acknowledged, though every paper was sent until it was; or an attempt more than once. */
  readonly twice: number
  /** Rows of tallies that are not what the recount of the program makes of the log. */
  readonly unlikeRecount: number
  /** Figures that are not what plain sums over the log are. */
  readonly unlikeSums: number
}

const atOnce = 50_000

/** The servers are down by now: what they had not counted yet is counted here by the same code. */
export async function proveLog(arena: Arena, { live, players }: Game, its: Acknowledged): Promise<Proof> {
  const { connection, dataFolder } = arena
  const { db } = connection
  const secret = await installationSecret(dataFolder)
  const contests = openContests({ db, sealer: await openSealer(dataFolder), secret })
  const onError = (error: unknown): void => {
    throw error
  }
  const tallying = openTallying({ connection, clock: systemClock, contests, onError })
  await tallying.settle(live.no)
  await tallying.close()
  await keepAcknowledged(db, players, its)
  try {
    const [found] = await rowsOf<Pick<Proof, 'logged' | 'lost' | 'twice'>>(
      db,
      sql`select (select count(*)::int from contest_attempt where contest_no = ${live.no}) as logged,
        (select count(*)::int from bench_acknowledged a where not exists (select from contest_attempt l
          where l.contest_no = ${live.no} and l.player_no = a.player_no and l.n = a.n and l.score = a.score)) as lost,
        (select count(*)::int from contest_attempt l where l.contest_no = ${live.no} and not exists (
          select from bench_acknowledged a where a.player_no = l.player_no and a.n = l.n))
        + (select coalesce(sum(times - 1), 0)::int from (select count(*) as times from bench_acknowledged
          group by player_no, n) t) as twice`,
    )
    return {
      acknowledged: its.players.length,
      ...found!,
      unlikeSums: await differFromSums(db, live.no),
      unlikeRecount: await differFromRecount(db, live),
    }
  } finally {
    await db.execute(sql`drop table bench_acknowledged`)
  }
}

async function keepAcknowledged(db: Database, players: readonly number[], its: Acknowledged): Promise<void> {
  await db.execute(
    sql`create unlogged table bench_acknowledged (player_no integer, n integer, score integer)`,
  )
  const list = (these: Iterable<number>): string => `{${[...these].join(',')}}`
  for (let from = 0; from < its.players.length; from += atOnce) {
    const to = from + atOnce
    const numbers = Array.from(its.players.subarray(from, to), at => players[at]!)
    await db.execute(sql`insert into bench_acknowledged select * from unnest(${list(numbers)}::int[],
      ${list(its.attempts.subarray(from, to))}::int[], ${list(its.scores.subarray(from, to))}::int[])`)
  }
  await db.execute(sql`create index on bench_acknowledged (player_no, n)`)
  await db.execute(sql`analyze bench_acknowledged`)
}

const tallies = ['contest_tally', 'contest_tally_score', 'contest_unit_tally', 'contest_hour']

/** Rows that differ between what was kept while people played and what the recount makes; nothing of it stays. */
async function differFromRecount(db: Database, live: Game['live']): Promise<number> {
  let differing = 0
  await db
    .transaction(async tx => {
      for (const table of tallies)
        await tx.execute(sql`create temp table ${sql.raw(`kept_${table}`)} on commit drop as
          select * from ${sql.raw(table)} where contest_no = ${live.no}`)
      await recount(tx, live, systemClock.now())
      for (const table of tallies) {
        const [kept, made] = [sql.raw(`kept_${table}`), sql.raw(table)]
        const now = sql`(select * from ${made} where contest_no = ${live.no})`
        differing += await countOf(
          tx,
          sql`(table ${kept} except ${now}) union all (${now} except table ${kept})`,
        )
      }
      tx.rollback()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.constructor.name === 'TransactionRollbackError')) throw error
    })
  return differing
}

/** What the room counts against sums that know nothing of how it counts: by player, hour, unit and question. */
async function differFromSums(db: Database, no: number): Promise<number> {
  const log = sql`contest_attempt where contest_no = ${no}`
  const byPlayer = sql`select player_no, count(*) as attempts, max(score) as best, sum(score) as total,
    count(distinct day) as days from ${log} group by player_no`
  const byHour = sql`select date_trunc('hour', started_at) as hour, count(*) as attempts, sum(score) as score,
    count(*) filter (where (player_no, n) in (select player_no, min(n) from ${log} group by player_no, day)) as people
    from ${log} group by 1`
  const byUnit = sql`select unit_no, count(distinct player_no) as people, count(*) as attempts from ${log} group by 1`
  const kept = (columns: string, table: string): SQL =>
    sql`select ${sql.raw(columns)} from ${sql.raw(table)} where contest_no = ${no}`
  const pairs = [
    [byPlayer, kept('player_no, attempts, best, total, days', 'contest_tally')],
    [
      byHour,
      sql`select hour, sum(attempts), sum(score), sum(people) from contest_hour where contest_no = ${no} group by 1`,
    ],
    [byUnit, kept('unit_no, people, attempts', 'contest_unit_tally')],
    [
      sql`select sum(length(marks)) from ${log}`,
      sql`select sum(asked) from contest_question_tally where contest_no = ${no}`,
    ],
  ] as const
  let differing = 0
  for (const [one, other] of pairs)
    differing += await countOf(db, sql`((${one}) except (${other})) union all ((${other}) except (${one}))`)
  return differing
}

async function countOf(db: Database, rows: SQL): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::int as count from (${rows}) differing`,
  )
  return row!.count
}
