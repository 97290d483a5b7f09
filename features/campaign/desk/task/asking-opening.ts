import type { BoundUnit, TaskOpening } from '../../contract/index.ts'

/** What a coordinator is about to do with a period of one unit. */
export type AskingOpening =
  | { readonly act: 'open'; readonly unit: BoundUnit }
  | { readonly act: 'close'; readonly unit: BoundUnit; readonly opening: TaskOpening }
