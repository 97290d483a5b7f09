import type { Connection } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { closeDue } from './close-due.ts'
import { beginRehearsalJob, carryRehearsal } from './rehearsal/carry-rehearsal.ts'
import type { RehearsalServices } from './rehearsal/play-rehearsal.ts'
import { setupRoutes } from './setup.routes.ts'
import type { Provider } from './setup.services.ts'

/** Nobody waits for a close to the second: papers are refused by the clock, not by the state. */
const lookAgainMs = 10_000

export type Setup = {
  readonly routes: Route[]
  readonly queue: Queue<'rehearse-contest'>
  /** Closes what is due now; answers how many. */
  closeDue(): Promise<number>
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the setting up of contests: its routes, the queue of rehearsals, and the close by time. */
export function openSetup(
  options: Omit<RehearsalServices, 'db'> & {
    readonly connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
    readonly providers: readonly Provider[]
    readonly onError: (error: unknown) => void
  },
): Setup {
  const { connection, clock, sealer, secret, providers, onError } = options
  const { db } = connection
  const services = { db, clock, sealer, secret }
  const queue = openQueue({
    connection,
    kinds: {
      'rehearse-contest': {
        concurrency: 1,
        begin: async (tx, job) => {
          const row = await beginRehearsalJob(tx, job, clock.now())
          return row && (signal => carryRehearsal(services, row, job, signal))
        },
      },
    },
    onError,
  })
  const rehearsals = {
    send: (tx: Parameters<typeof queue.send>[0], id: string) => queue.send(tx, 'rehearse-contest', [id]),
    wake: () => queue.wake('rehearse-contest'),
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    routes: setupRoutes({ clock, sealer, providers, rehearsals }),
    queue,
    closeDue: () => closeDue(db, clock),
    start: async () => {
      await queue.start()
      await closeDue(db, clock)
      timer = setInterval(() => {
        looking = looking.then(() => closeDue(db, clock)).catch(onError)
      }, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      await looking
      await queue.close()
    },
  }
}
