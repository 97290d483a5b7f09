/** The tabs above a list of items, each with its count. */
import { type Static, Type } from 'typebox'

/** Nobody needs to know it more exactly, and counting on would take longer than the list. */
export const itemsCountedTo = 10_000

export const itemTabs = [
  'open',
  'overdue',
  'to-verify',
  'asked',
  'to-recheck',
  'flagged',
  'ownerless',
  'mine',
  'done',
  'all',
] as const
export type ItemTab = (typeof itemTabs)[number]

const Count = Type.Integer({ minimum: 0 })
export const ItemCounts = Type.Object(
  {
    counts: Type.Object(
      Object.fromEntries(itemTabs.map(tab => [tab, Count])) as Record<ItemTab, typeof Count>,
      {
        additionalProperties: false,
      },
    ),
    countedTo: Count,
    /** Those of which there are more than were counted. */
    more: Type.Array(Type.Enum(itemTabs)),
  },
  { additionalProperties: false },
)
export type ItemCounts = Static<typeof ItemCounts>
