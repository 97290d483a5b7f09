import type { Clock } from '@jianbao/platform/clock'
import { type Connection, rowsOf, sql } from '@jianbao/platform/db'
import type { LiveContest } from '../play/live-contest.ts'
import { playSlugColumn } from '../play/read-contest.ts'
import { makeBoards } from './boards.ts'
import { countQuestions, questionsSettled } from './count-questions.ts'
import { openViews, type Views } from './count-views.ts'
import { type FoldedContest, foldLog, hasNews, holdFold } from './fold-log.ts'
import { mendMovedLog, movedContests } from './mend-moved-log.ts'
import { endRegrade, regradeLog } from './regrade-log.ts'

export type Tallying = {
  readonly views: Views
  start(): Promise<void>
  /** Something was appended to a contest's log. */
  wake(contestNo?: number): void
  /** Resolves when all that is committed and settled by now is counted, boards and questions too. */
  settle(contestNo?: number): Promise<void>
  close(): Promise<void>
}

type Contests = { find(slug: string): Promise<LiveContest | null>; forget(slug: string): void }
type Living = FoldedContest & { readonly slug: string }

const lookMs = 1000
const flushMs = 4000
/** Boards are made at most so often, and never more than a twentieth of the time goes into them. */
const boardsMs = 2500
/** Of the time questions are counted in a busy process. */
const questionShare = 0.2

/** Follows the logs of the contests that are played. Any number of processes may; each contest is folded by one at a time. */
export function openTallying(options: {
  connection: Pick<Connection, 'db' | 'kind'>
  clock: Clock
  contests?: Contests
  onError: (error: unknown) => void
}): Tallying {
  const { connection, clock, contests, onError } = options
  const { db, kind } = connection
  // The embedded database has one connection: whoever hands in waits behind each batch.
  const most = kind === 'embedded' ? { rows: 2000, papers: 200 } : { rows: 20_000, papers: 1000 }
  const views = openViews({ db, clock })
  const restUntil = new Map<number, number>()
  let closed = false

  const living = (only?: number): Promise<Living[]> =>
    rowsOf<Living>(
      db,
      sql`select c.id, c.no, ${playSlugColumn} as slug, c.rules from contest c join contest_fold f on f.contest_no = c.no
        where c.state in ('rehearsal', 'open', 'closed') and (${only ?? null}::int is null or c.no = ${only ?? null}::int)
        order by c.no`,
    )
  const liveOf = async ({ slug }: Living, anew = false): Promise<LiveContest | null> => {
    if (anew) contests?.forget(slug)
    return (await contests?.find(slug)) ?? null
  }

  /** Answers whether this process brought the contest's tallies up to now. */
  const fold = async (contest: Living): Promise<boolean> => {
    let live: LiveContest | null = null
    for (let tries = 0; !closed; ) {
      const wish = { now: clock.now(), live, most: most.rows }
      const step = await db.transaction(tx => foldLog(tx, contest, wish))
      if (step === null) return false
      if (step === 'caught-up') return true
      if (step !== 'behind') continue
      live = await liveOf(contest, true)
      if (!live || ++tries > 3)
        throw new Error(`contest ${contest.no}: its questions cannot be read as they stand`)
    }
    return false
  }

  const board = async (contest: Living, due: boolean): Promise<void> => {
    if (!due && performance.now() < (restUntil.get(contest.no) ?? 0)) return
    const began = performance.now()
    await db.transaction(async tx => {
      const [stale] = await rowsOf(
        tx,
        sql`select from contest_fold where contest_no = ${contest.no} and boards_to <> folded_to`,
      )
      if (stale && (await holdFold(tx, contest.no, due))) await makeBoards(tx, contest, clock.now())
    })
    const spent = performance.now() - began
    restUntil.set(contest.no, performance.now() + Math.max(boardsMs, 20 * spent))
  }

  const regrade = async (contest: Living): Promise<void> => {
    const [open] = await rowsOf(
      db,
      sql`select from contest_regrade where contest_no = ${contest.no} and finished_at is null`,
    )
    if (!open) return
    let live = await liveOf(contest)
    while (live && !closed) {
      const its: LiveContest = live
      const step = await db.transaction(tx => regradeLog(tx, its, most.papers))
      if (step === null) return
      if (step === 'behind') live = await liveOf(contest, true)
      if (step === 'done' && (await db.transaction(tx => endRegrade(tx, its, clock.now())))) return
    }
  }

  /** One batch; answers whether there is more. Null: another process is at it. */
  const ask = async (contest: Living): Promise<boolean | null> => {
    if (await questionsSettled(db, contest.no)) return false
    const live = await liveOf(contest)
    if (!live || closed) return false
    return db.transaction(tx => countQuestions(tx, live, clock.now(), most.papers))
  }

  const mendMoved = async (): Promise<void> => {
    for (const contest of await movedContests(db))
      await db.transaction(tx => mendMovedLog(tx, contest, clock.now()))
  }

  const look = async (): Promise<void> => {
    await mendMoved()
    for (const contest of await living())
      try {
        if (!(await hasNews(db, contest.no))) continue
        await fold(contest)
        await board(contest, false)
        await regrade(contest)
      } catch (error) {
        onError(error)
      }
  }

  let looking: Promise<unknown> = Promise.resolve()
  let pending = false
  let lookedAt = Number.NEGATIVE_INFINITY
  const lookSoon = (): void => {
    if (pending || closed) return
    pending = true
    looking = looking
      .then(() => {
        pending = false
        lookedAt = performance.now()
        return closed ? undefined : look()
      })
      .catch(onError)
  }

  let asking: Promise<unknown> = Promise.resolve()
  let resting: ReturnType<typeof setTimeout> | undefined
  const askOn = (afterMs: number): void => {
    if (closed) return
    resting = setTimeout(() => {
      const began = performance.now()
      asking = (async () => {
        let more = false
        for (const contest of contests ? await living() : []) more = (await ask(contest)) === true || more
        return more
      })()
        .catch(error => {
          onError(error)
          return false
        })
        .then(more => {
          const spent = performance.now() - began
          askOn(more ? spent * (1 / questionShare - 1) : lookMs * 2)
        })
    }, afterMs).unref()
  }

  const settleOne = async (contest: Living): Promise<void> => {
    while (!closed && !(await fold(contest))) await pause(20)
    await regrade(contest)
    await board(contest, true)
    if (!contests) return
    for (let more: boolean | null = true; more !== false; ) {
      more = await ask(contest)
      if (more === null) await pause(20)
    }
  }

  const timers: ReturnType<typeof setInterval>[] = []
  return {
    views,
    start: async () => {
      timers.push(setInterval(lookSoon, lookMs).unref())
      timers.push(setInterval(() => void views.flush().catch(onError), flushMs).unref())
      lookSoon()
      askOn(lookMs)
    },
    wake: () => {
      if (performance.now() - lookedAt >= lookMs) lookSoon()
    },
    settle: async only => {
      await views.flush()
      await mendMoved()
      for (const contest of await living(only)) await settleOne(contest)
    },
    close: async () => {
      closed = true
      for (const timer of timers) clearInterval(timer)
      clearTimeout(resting)
      await looking
      await asking
      await views.flush().catch(onError)
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
