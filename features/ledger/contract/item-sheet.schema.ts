/** Items as a sheet: which columns go out, and what a sheet that comes in would change. */
import { ImportChange, ImportProblem } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { ItemFilter, itemOrders } from './item-query.schema.ts'

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })

/** Columns of the list and of its export, in their order. */
export const itemColumnKeys = [
  'code',
  'title',
  'unit',
  'light',
  'state',
  'owner',
  'due',
  'percent',
  'target',
  'lead',
  'evidence',
  'parts',
  'ledger',
  'keeper',
  'measure',
  'dispatched',
  'recheck',
] as const
export type ItemColumn = (typeof itemColumnKeys)[number]

export const ItemExport = Type.Object(
  {
    ...ItemFilter.properties,
    order: Type.Optional(Type.Enum(itemOrders)),
    columns: Type.Optional(Type.Array(Type.Enum(itemColumnKeys), { maxItems: itemColumnKeys.length })),
  },
  closed,
)
export type ItemExport = Static<typeof ItemExport>

/** What a sheet comes to. The same sheet is sent again with `mark` to write it: other outcomes write nothing. */
export const ItemSheetCheck = Type.Object(
  {
    fileName: Type.String(),
    /** It was written. */
    done: Type.Boolean(),
    mark: Type.String(),
    counts: Type.Object({ new: Count, changed: Count, unchanged: Count, problems: Count }, closed),
    /** The first of them; the sheet that can be fetched has them all. */
    problems: Type.Array(ImportProblem),
    changes: Type.Array(ImportChange),
  },
  closed,
)
export type ItemSheetCheck = Static<typeof ItemSheetCheck>
