import type { Connection } from '@jianbao/platform/db'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { listDue, settleDue } from './prove-imported.ts'

/** Triggers note what is due without waking anybody: they know no process. */
const lookAgainMs = 5_000

export type Proving = {
  readonly queue: Queue<'prove-imported'>
  /** Picks up what is due, also what an earlier process left half done. */
  start(): Promise<void>
  /** Resolves when everything that is due now is done. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Keeps `imported_proof` true to the plan and the imported bulletins. */
export function openProving(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  onError: (error: unknown) => void
}): Proving {
  const { connection, onError } = options
  const { db } = connection
  const queue = openQueue({
    connection,
    kinds: {
      'prove-imported': {
        concurrency: 1,
        begin: async (_tx, job) => () =>
          // What is due, what came of it and the job go together: who dies half-way has done nothing.
          db.transaction(async tx => {
            await settleDue(tx, job.id)
            await job.done(tx)
          }),
      },
    },
    onError,
  })
  const look = async (): Promise<number> => {
    const due = await listDue(db)
    if (!due.length) return 0
    await db.transaction(tx => queue.send(tx, 'prove-imported', due))
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
