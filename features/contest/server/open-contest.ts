import { openSheets } from '@jianbao/organisation/server'
import type { Clock } from '@jianbao/platform/clock'
import type { Connection } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Route } from '@jianbao/platform/http'
import type { Sealer } from '@jianbao/platform/seal'
import { awardRoutes } from './award/index.ts'
import { bankRoomRoutes } from './bank/index.ts'
import { type Identity, type IdentitySettings, openIdentity } from './identity/index.ts'
import { type AttemptLog, openAttemptLog } from './play/attempt-log.ts'
import { openFirstStarts } from './play/first-starts.ts'
import { type Contests, openContests } from './play/open-contests.ts'
import { type PlayServices, playRoutes } from './play/play.routes.ts'
import { openSetup, type Setup } from './setup/index.ts'
import { countingRoutes } from './statistics/index.ts'
import { openTallying, type Tallying } from './tally/open-tallying.ts'
import { tallyRoutes } from './tally/tally.routes.ts'

export type ContestServices = {
  readonly connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  readonly clock: Clock
  readonly sealer: Sealer
  /** Of the installation. */
  readonly secret: string
  /** How the page of a contest looks: handed over by the app, for it is the public side's. */
  readonly renderPage: PlayServices['renderPage']
  readonly identity: IdentitySettings
  /** Pictures of questions. */
  readonly pictures: FileStore
  readonly onError: (error: unknown) => void
  /** Services outside that fail, in words without personal data. */
  readonly onTrouble: (trouble: string) => void
}

export type Contest = {
  readonly routes: readonly Route[]
  readonly contests: Contests
  readonly log: AttemptLog
  readonly tallying: Tallying
  readonly setup: Setup
  readonly identity: Identity
  start(): Promise<void>
  close(): Promise<void>
}

/** Opens the contest room: play, and what follows the log of accepted submissions. */
export function openContest(services: ContestServices): Contest {
  const { connection, clock, sealer, secret, pictures, renderPage, onError } = services
  const { db } = connection
  const contests = openContests({ db, sealer, secret })
  const tallying = openTallying({ connection, clock, contests, onError })
  const log = openAttemptLog({ db, onAppended: tallying.wake })
  const starts = openFirstStarts()
  const { identity: settings, onTrouble } = services
  const identity = openIdentity({ db, clock, sealer, secret, contests, settings, onError, onTrouble })
  const { providers } = settings
  const setup = openSetup({ connection, clock, sealer, secret, providers, onError })
  const sheets = openSheets()
  return {
    routes: [
      ...bankRoomRoutes({ clock, sheets, db, pictures }),
      ...playRoutes({ db, clock, log, starts, contests, pictures, renderPage, onView: tallying.views.note }),
      ...countingRoutes({ db, clock, sheets, files: pictures }),
      ...setup.routes,
      ...awardRoutes({ clock, sealer }),
      ...identity.routes,
      ...tallyRoutes({ db, contests }),
    ],
    contests,
    log,
    tallying,
    setup,
    identity,
    start: async () => {
      await setup.start()
      await tallying.start()
      identity.start()
    },
    close: async () => {
      await sheets.close()
      await identity.close()
      await setup.close()
      await log.settle()
      await tallying.close()
    },
  }
}
