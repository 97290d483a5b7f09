/** One deed done to many items at once. */
import { type Static, Type } from 'typebox'
import type { ItemDeed } from './item.flow.ts'
import { ItemFilter } from './item-query.schema.ts'

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })
const Id = Type.String({ format: 'uuid' })

export const bulkDeeds = [
  'submit',
  'approve',
  'reject',
  'dispatch',
  'acknowledge',
  'cancel',
] as const satisfies readonly ItemDeed[]
export type BulkDeed = (typeof bulkDeeds)[number]

/** So many items at most are moved in one transaction. */
export const mostInBulk = 10_000
/** So many of those that could not be moved are named. */
export const mostRefusals = 200

const deed = {
  deed: Type.Enum(bulkDeeds),
  words: Type.Optional(Type.String({ minLength: 2, maxLength: 1000 })),
}

/** Those that were chosen, as they were seen; or all that a filter finds in a state the deed begins with. */
export const BulkWish = Type.Union([
  Type.Object(
    {
      ...deed,
      items: Type.Array(Type.Object({ id: Id, version: Count }, closed), {
        minItems: 1,
        maxItems: mostInBulk,
      }),
    },
    closed,
  ),
  Type.Object({ ...deed, filter: ItemFilter }, closed),
])
export type BulkWish = Static<typeof BulkWish>

export const BulkRefusal = Type.Object(
  { id: Id, title: Type.String(), unitName: Type.String(), code: Type.String(), reason: Type.String() },
  closed,
)
export type BulkRefusal = Static<typeof BulkRefusal>

export const BulkDone = Type.Object(
  {
    done: Count,
    refused: Count,
    /** The first of them, each with its reason. */
    refusals: Type.Array(BulkRefusal),
    /** The filter finds more than are moved at once: the same again moves the rest. */
    more: Type.Boolean(),
  },
  closed,
)
export type BulkDone = Static<typeof BulkDone>
