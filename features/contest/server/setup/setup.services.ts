import type { Person, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'

/** A sign-in service of the installation that a contest may choose. */
export type Provider = { readonly key: string; readonly name: string }

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type SetupServices = {
  readonly clock: Clock
  readonly sealer: Sealer
  readonly providers: readonly Provider[]
  /** Made-up players: put in line inside the transaction that begins a rehearsal, woken after it. */
  readonly rehearsals: {
    send(tx: Database, contestId: string): Promise<void>
    wake(): void
  }
}

export type SetupActor = {
  readonly scope: Scope
  readonly person: Person
  readonly now: Date
}
