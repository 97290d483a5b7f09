import type { Person, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Sealer } from '@jianbao/platform/seal'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type DrawServices = { readonly clock: Clock; readonly sealer: Sealer }

export type DrawActor = {
  readonly scope: Scope
  readonly person: Pick<Person, 'id' | 'name'>
  readonly now: Date
}
