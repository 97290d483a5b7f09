/** Keeps the accounts true: takes up what triggers noted, and what days bring when they pass. */
import { type Clock, localDay } from '@jianbao/platform/clock'
import { type Connection, type Database, rowsOf, sql } from '@jianbao/platform/db'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { passDays } from './pass-days.ts'
import { reckonUnit } from './reckon-unit.ts'

/** How often it is looked what changed: people see their points that soon. */
const lookMs = 1_000
/** So many units are put in line at a time. */
const lineLength = 500
/** A unit whose account could not be reckoned is left alone for a while. */
const restMs = 60_000

export type Accounts = {
  start(): Promise<void>
  /** Resolves when everything noted until now is reckoned. */
  settle(): Promise<void>
  close(): Promise<void>
}

export function openAccounts(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  onError: (error: unknown) => void
}): Accounts {
  const { connection, clock, onError } = options
  const { db } = connection
  const resting = new Map<string, number>()
  const queue: Queue<'score-unit'> = openQueue({
    connection,
    kinds: {
      'score-unit': {
        concurrency: 1,
        begin: async (tx, job) => {
          const seen = await listDue(tx, job.id)
          if (!seen.length) return null
          return async () => {
            try {
              await db.transaction(async tx => {
                await reckonUnit(tx, job.id, clock.now())
                await forgetDue(tx, seen)
                await job.done(tx)
              })
            } catch (error) {
              // It stays noted, but does not stand in the way of the others.
              resting.set(job.id, Date.now() + restMs)
              onError(error)
              await db.transaction(tx => job.done(tx))
            }
          }
        },
      },
    },
    onError,
  })
  let looking: Promise<boolean> | null = null
  const look = (): Promise<boolean> => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  const lookOnce = async (): Promise<boolean> => {
    for (const [unitId, untilMs] of resting) if (untilMs < Date.now()) resting.delete(unitId)
    const found = await db.transaction(async tx => {
      await passDays(tx, localDay(clock.now()))
      const units = (await listDueUnits(tx)).filter(unitId => !resting.has(unitId))
      await queue.send(tx, 'score-unit', units)
      return units.length > 0
    })
    if (found) queue.wake()
    return found
  }
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    start: async () => {
      await queue.start()
      timer = setInterval(() => void look().catch(onError), lookMs)
      timer.unref()
    },
    settle: async () => {
      await look()
      while (await look()) await queue.idle()
    },
    close: async () => {
      clearInterval(timer)
      await looking?.catch(onError)
      await queue.close()
    },
  }
}

async function listDueUnits(tx: Database): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select unit_id as id from score_due group by unit_id order by min(seq) limit ${lineLength}`,
  )
  return rows.map(row => row.id)
}

async function listDue(tx: Database, unitId: string): Promise<string[]> {
  const rows = await rowsOf<{ seq: string }>(
    tx,
    sql`select seq::text as seq from score_due where unit_id = ${unitId}`,
  )
  return rows.map(row => row.seq)
}

async function forgetDue(tx: Database, seen: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from score_due where seq in
    (select value::bigint from jsonb_array_elements_text(${JSON.stringify(seen)}::jsonb))`)
}
