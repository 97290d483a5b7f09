/** Makes and delivers what was issued, one after another, and takes up what an earlier process left half done. */
import { Problem } from '@jianbao/errors'
import { type Connection, type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import { openQueue, type Queue } from '@jianbao/platform/jobs'
import { missiveRoutes } from '../missive.routes.ts'
import type { MissiveServices, MissiveTypesetting } from '../missive.services.ts'
import { type MakeServices, makeMissive } from './make-missive.ts'
import { noteUnmade } from './note-unmade.ts'

export type Missives = {
  readonly routes: Route[]
  start(): Promise<void>
  /** Resolves when all that was issued until now is delivered or has failed. */
  settle(): Promise<void>
  close(): Promise<void>
}

const sweepMs = 60_000
/** What the process died over so often is set aside until somebody has it tried again. */
const mostAttempts = 3

export function openMissives(
  options: Omit<MakeServices, 'db' | 'store' | 'typesetting'> &
    Pick<MissiveServices, 'mailer' | 'soon'> & {
      readonly typesetting: MissiveTypesetting
      readonly store: MakeServices['store'] & MissiveServices['store']
      readonly connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
      readonly onError: (error: unknown) => void
    },
): Missives {
  const { connection, clock, onError, soon } = options
  const { db } = connection
  const services = { ...options, db }
  const queue: Queue<'make-missive'> = openQueue({
    connection,
    kinds: {
      'make-missive': {
        concurrency: 1,
        begin: async (tx, { id, attempts, done }) => {
          const waits = await rowsOf(
            tx,
            sql`select 1 from missive where id = ${id} and state = 'issued' and delivered_at is null`,
          )
          if (!waits.length) return null
          if (attempts >= mostAttempts) {
            await noteUnmade(
              tx,
              id,
              '生成文件时服务多次中断，已暂停。请重试；再失败请联系系统管理员。',
              clock.now(),
            )
            return null
          }
          return async signal => {
            try {
              await makeMissive(services, id, done)
              soon()
            } catch (error) {
              // The process stops: another run goes on.
              if (signal.aborted) throw error
              onError(error)
              await db.transaction(async inside => {
                await noteUnmade(inside, id, problemOf(error), clock.now())
                await done(inside)
              })
            }
          }
        },
      },
    },
    onError,
  })
  const order = {
    send: (tx: Database, ids: readonly string[]) => queue.send(tx, 'make-missive', ids),
    wake: () => queue.wake(),
  }
  const sweep = async (): Promise<void> => {
    await db.transaction(async tx => {
      const left = await rowsOf<{ id: string }>(
        tx,
        sql`select id from missive where state = 'issued' and delivered_at is null and problem is null
          order by issued_at, id limit 500`,
      )
      await order.send(
        tx,
        left.map(({ id }) => id),
      )
    })
    queue.wake()
  }
  let timer: ReturnType<typeof setInterval> | undefined
  let sweeping: Promise<void> = Promise.resolve()
  return {
    routes: missiveRoutes({ ...options, order }),
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
const problemOf = (error: unknown): string =>
  error instanceof Problem ? error.text() : '生成文件时出错，已记入日志。请重试；再失败请联系系统管理员。'
