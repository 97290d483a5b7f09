import type { Clock } from '@jianbao/platform/clock'
import { type Connection, rowsOf, sql } from '@jianbao/platform/db'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { keepDue } from './keep-due.ts'

/** Triggers note what is due without waking anybody: they know no process. */
const lookAgainMs = 3_000

export type Keeping = {
  readonly queue: Queue<'keep-ledger'>
  /** Picks up what is due, also what an earlier process left half done. */
  start(): Promise<void>
  /** Resolves when everything that is due now is done. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Keeps work ledgers true to plans, bindings, reports and adoptions; a job for each task that has something due. */
export function openKeeping(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  onError: (error: unknown) => void
}): Keeping {
  const { connection, clock, onError } = options
  const { db } = connection
  const queue = openQueue({
    connection,
    kinds: {
      'keep-ledger': {
        concurrency: 1,
        begin: async (_tx, job) => async signal => {
          // Each batch is whole in itself: who dies half-way has done those before.
          for (let taken = 1; taken > 0; ) {
            taken = await db.transaction(async tx => {
              if (signal.aborted) {
                await job.putBack(tx)
                return 0
              }
              const count = await keepDue(tx, clock, job.id)
              if (count === 0) await job.done(tx)
              return count
            })
          }
        },
      },
    },
    onError,
  })
  const look = async (): Promise<number> => {
    const due = await rowsOf<{ id: string }>(
      db,
      sql`select distinct task_id as id from ledger_due limit 1000`,
    )
    if (!due.length) return 0
    await db.transaction(tx =>
      queue.send(
        tx,
        'keep-ledger',
        due.map(({ id }) => id),
      ),
    )
    queue.wake()
    return due.length
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    queue,
    start: async () => {
      await queue.start()
      await look()
      timer = setInterval(() => {
        looking = looking.then(look).catch(onError)
      }, lookAgainMs).unref()
    },
    settle: async () => {
      while ((await look()) > 0) await queue.idle()
      await queue.idle()
    },
    close: async () => {
      clearInterval(timer)
      await looking
      await queue.close()
    },
  }
}
