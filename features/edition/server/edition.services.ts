import type { Clock } from '@jianbao/platform/clock'
import type { PhotoServices } from '@jianbao/report/server'
import type { EditionTypesetting } from './typesetting.port.ts'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type EditionServices = {
  readonly clock: Clock
  readonly typesetting: EditionTypesetting
  /** Pictures lie in the store of photos: one a report came with is not kept twice. */
  readonly pictures: PhotoServices
}
