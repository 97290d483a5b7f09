import type { IntakeDocument } from '@jianbao/intake/contract'
import type { Correction } from './correction.rules.ts'

/** All that an edit changes and an undo brings back. */
export type ReviewState = {
  readonly readings: readonly IntakeDocument[]
  /** Ids of doubts a person looked at and found right. */
  readonly settled: readonly string[]
  /** Corrections of facts by their place in the raw text, in order: facts that are read anew keep them. */
  readonly corrections: readonly Correction[]
}
