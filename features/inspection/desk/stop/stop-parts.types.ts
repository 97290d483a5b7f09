import type { StopKeeper, StopState } from './stop-keeper.ts'
import type { StopPhotos } from './stop-photos.ts'
import type { ShownStop } from './stop-pieces.ts'

/** What every part of the page of a stop is given. */
export type StopParts = {
  readonly keeper: StopKeeper
  readonly kept: StopState
  readonly shown: ShownStop
  readonly writes: boolean
  readonly photos: StopPhotos
}
