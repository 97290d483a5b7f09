import type { Person, Scope } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import type { Sealer } from '@jianbao/platform/seal'
import type { PhotoServices } from '@jianbao/report/server'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type InspectionServices = {
  readonly clock: Clock
  readonly pictures: PhotoServices
  /** Keeps the seed of a draw secret until it is drawn. */
  readonly sealer: Sealer
}

/** Where somebody plans tours and sees them, and who they are: a team sees its tour from anywhere. */
export type Viewer = { readonly scope: Scope; readonly person: Pick<Person, 'id' | 'name'> }
export type Actor = Viewer & { readonly now: Date }
