import type { BulkDeed } from '../../../contract/index.ts'
import type { ItemActor } from '../note-step.ts'

/** One deed on many items; dispatching has its own way. */
export type ManyDeed = {
  readonly deed: Exclude<BulkDeed, 'dispatch'>
  readonly by: ItemActor
  readonly now: Date
  readonly today: string
  readonly words?: string | undefined
}
