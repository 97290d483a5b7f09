import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { Route } from '@jianbao/platform/http'
import type { Sealer } from '@jianbao/platform/seal'
import { type AttemptLog, openAttemptLog } from './play/attempt-log.ts'
import { openFirstStarts } from './play/first-starts.ts'
import { type Contests, openContests } from './play/open-contests.ts'
import { type PlayServices, playRoutes } from './play/play.routes.ts'

export type ContestServices = {
  readonly connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  readonly clock: Clock
  readonly sealer: Sealer
  /** Of the installation. */
  readonly secret: string
  /** How the page of a contest looks: handed over by the app, for it is the public side's. */
  readonly renderPage: PlayServices['renderPage']
  readonly onError: (error: unknown) => void
}

export type Contest = {
  readonly routes: readonly Route[]
  readonly contests: Contests
  readonly log: AttemptLog
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the contest room: play, and what follows the log of accepted submissions. */
export function openContest({ connection, clock, sealer, secret, renderPage }: ContestServices): Contest {
  const { db } = connection
  const contests = openContests({ db, sealer, secret })
  const log = openAttemptLog({ db })
  const starts = openFirstStarts()
  return {
    routes: [...playRoutes({ db, clock, log, starts, contests, renderPage, onView: () => undefined })],
    contests,
    log,
    start: async () => undefined,
    close: () => log.settle(),
  }
}
