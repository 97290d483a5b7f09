/** Pieces whose day passed without one are missed, shortly after midnight. */
import { createHash } from 'node:crypto'
import { type Clock, localDay } from '@jianbao/platform/clock'
import { type Connection, type Database, rowsOf, sql } from '@jianbao/platform/db'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { tellUnit } from './tell-of-commission.ts'

const lookAgainMs = 60_000
/** So many in one transaction, so that nobody waits long for a row of them. */
const atOnce = 200

export type Commissions = {
  readonly queue: Queue<'miss-commissions'>
  /** Puts the work of the day in line when there is some; the timer does it every minute. */
  look(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export function openCommissions(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  onError: (error: unknown) => void
}): Commissions {
  const { connection, clock, onError } = options
  const { db } = connection
  const queue: Queue<'miss-commissions'> = openQueue({
    connection,
    kinds: {
      'miss-commissions': {
        concurrency: 1,
        begin: async (_tx, job) => async signal => {
          // Each part is whole: who dies half-way leaves the rest to the next, and nobody is told twice.
          while (!signal.aborted && (await db.transaction(tx => missOverdue(tx, clock.now()))) === atOnce);
          if (!signal.aborted) await db.transaction(tx => job.done(tx))
        },
      },
    },
    onError,
  })
  const look = async (): Promise<void> => {
    const today = localDay(clock.now())
    const due = await rowsOf(
      db,
      sql`select from commission where state = 'open' and due_day < ${today} limit 1`,
    )
    if (!due.length) return
    await db.transaction(tx => queue.send(tx, 'miss-commissions', [jobOf(today)]))
    queue.wake()
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  return {
    queue,
    look,
    start: async () => {
      await queue.start()
      await look()
      timer = setInterval(() => {
        looking = looking.then(look).catch(onError)
      }, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      await looking
      await queue.close()
    },
  }
}

/** One job a day, whichever server sends it. */
function jobOf(day: string): string {
  const hex = createHash('sha256').update(`miss-commissions ${day}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Missed = { id: string; unitId: string; title: string; dueDay: string; byId: string }

/** @returns how many became missed; what another server is at is left to it. */
async function missOverdue(tx: Database, now: Date): Promise<number> {
  const missed = await rowsOf<Missed>(
    tx,
    sql`update commission set state = 'missed', late = true, version = version + 1, settled_at = ${now.toISOString()}
      where id in (select id from commission where state = 'open' and due_day < ${localDay(now)}
        order by due_day, id limit ${atOnce} for update skip locked)
      returning id, unit_id as "unitId", title, due_day::text as "dueDay", by_id as "byId"`,
  )
  for (const row of missed)
    await tellUnit(tx, row, { kind: 'commission.missed', details: { due: row.dueDay }, by: null, now }, [
      row.byId,
    ])
  return missed.length
}
