import { stat } from 'node:fs/promises'
import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Route } from '@jianbao/platform/http'
import { attachmentLimitBytes, type Mailer } from '@jianbao/platform/mail'
import { erratumRoutes } from '../erratum/erratum.routes.ts'
import { distributionRoutes } from './distribution.routes.ts'
import { dropLetters, type Posting, postDeliveries, postErrata } from './post-letters.ts'
import { receiptRoutes } from './receipt.routes.ts'
import { receivedRoutes } from './received.routes.ts'

const lookAgainMs = 60_000

export type Distribution = {
  readonly routes: Route[]
  /** Writes the letters that are due and hands them over; the timer does it every minute. */
  look(): Promise<void>
  /** The same, one after the other, without waiting for them. */
  soon(): void
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens what comes after issuing: recipients and their receipts, letters, errata. */
export function openDistribution(options: {
  connection: Pick<Connection, 'db'>
  clock: Clock
  files: Pick<FileStore, 'path' | 'read' | 'stream'>
  mailer: Mailer
  publicUrl: string | null
  /** Links in letters are made with it. */
  secret: string
  onError: (error: unknown) => void
}): Distribution {
  const { connection, clock, files, mailer, publicUrl, secret, onError } = options
  const fits = async (sha256: string): Promise<boolean | null> => {
    const found = await stat(files.path(sha256)).catch(() => null)
    return found && found.size <= attachmentLimitBytes
  }
  const post = async (some: (tx: Parameters<typeof dropLetters>[0], posting: Posting) => Promise<number>) => {
    const posting: Posting = { now: clock.now(), mailer, publicUrl, secret, fits }
    while ((await connection.db.transaction(tx => some(tx, posting))) > 0);
  }
  const look = async (): Promise<void> => {
    if (!mailer.on) return connection.db.transaction(dropLetters)
    await post(postDeliveries)
    await post(postErrata)
    await mailer.wake()
  }
  let looking: Promise<unknown> = Promise.resolve()
  /** One after the other: what a deed made due goes out at once, a page does not wait for it. */
  const soon = (): void => {
    looking = looking.then(look).catch(onError)
  }
  let timer: NodeJS.Timeout | undefined
  const services = { clock, files, mailer, soon }
  return {
    routes: [
      ...distributionRoutes(services),
      ...receivedRoutes(services),
      ...receiptRoutes(services),
      ...erratumRoutes(services),
    ],
    look,
    soon,
    start: async () => {
      await look()
      timer = setInterval(soon, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
