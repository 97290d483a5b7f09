/** Makes issues of signed editions, one after another, and takes up those an earlier process left half done. */
import { Problem } from '@jianbao/errors'
import { type Connection, type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { type FreezeServices, freezeEdition } from './freeze-edition.ts'
import { preflight } from './make-forms.ts'
import { noteFailure } from './note-failure.ts'
import { signRoutes } from './sign.routes.ts'

export type Issuing = {
  readonly routes: Route[]
  start(): Promise<void>
  /** Resolves when all that was signed until now is issued or has failed. */
  settle(): Promise<void>
  close(): Promise<void>
}

const sweepMs = 60_000
/** An edition the process died over so often is set aside until somebody has it tried again. */
const mostAttempts = 3

export function openIssuing(
  options: Omit<FreezeServices, 'db' | 'onIssued'> &
    Partial<Pick<FreezeServices, 'onIssued'>> & {
      readonly connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
      readonly onError: (error: unknown) => void
    },
): Issuing {
  const { connection, clock, onError } = options
  const { db } = connection
  const services = { onIssued: async () => undefined, ...options, db }
  const failed = (tx: Database, id: string, problem: string) => noteFailure(tx, id, problem, clock.now())
  const queue: Queue<'freeze-edition'> = openQueue({
    connection,
    kinds: {
      'freeze-edition': {
        concurrency: 1,
        begin: async (tx, { id, attempts, done }) => {
          const waits = await rowsOf(tx, sql`select 1 from edition where id = ${id} and state = 'signed'`)
          if (!waits.length) return null
          if (attempts >= mostAttempts) {
            await failed(tx, id, '生成文件时服务多次中断，已暂停。请稍后重试；再失败请联系系统管理员。')
            return null
          }
          return async signal => {
            try {
              await freezeEdition(services, id, done)
            } catch (error) {
              // The process stops: another run goes on.
              if (signal.aborted) throw error
              onError(error)
              await db.transaction(async tx => {
                await failed(tx, id, problemOf(error))
                await done(tx)
              })
            }
          }
        },
      },
    },
    onError,
  })
  const sweep = async (): Promise<void> => {
    await db.transaction(async tx => {
      const left = await rowsOf<{ id: string }>(
        tx,
        sql`select e.id from edition e join edition_freeze f on f.edition_id = e.id
          where e.state = 'signed' and f.problem is null order by e.signed_at, e.id limit 200`,
      )
      await queue.send(
        tx,
        'freeze-edition',
        left.map(({ id }) => id),
      )
    })
    queue.wake()
  }
  let timer: ReturnType<typeof setInterval> | undefined
  let sweeping: Promise<void> = Promise.resolve()
  return {
    routes: signRoutes({
      clock,
      preflight: order => preflight(services, order),
      order: { send: (tx, id) => queue.send(tx, 'freeze-edition', [id]), wake: () => queue.wake() },
    }),
    start: async () => {
      await queue.start()
      await sweep()
      timer = setInterval(() => {
        sweeping = sweep().catch(onError)
      }, sweepMs)
      timer.unref()
    },
    settle: async () => {
      await sweep()
      await queue.idle()
    },
    close: async () => {
      clearInterval(timer)
      await sweeping
      await queue.close()
    },
  }
}

/** In words for the page; what went wrong inside is in the log. */
function problemOf(error: unknown): string {
  return error instanceof Problem
    ? error.message
    : '生成文件时出错，已记入日志。请重试；再失败请联系系统管理员。'
}
