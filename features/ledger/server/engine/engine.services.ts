import type { Clock } from '@jianbao/platform/clock'
import type { FileStore } from '@jianbao/platform/files'

/** No database among them: what a caller asks for is read and changed through `read` and `act` of the route. */
export type EngineServices = {
  readonly clock: Clock
  /** Files of proof, by their content. */
  readonly proofs: FileStore
}
