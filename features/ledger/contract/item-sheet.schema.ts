/** Items as a sheet: which columns go out. */
import { type Static, Type } from 'typebox'
import { ItemFilter, itemOrders } from './ledger-item.schema.ts'

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
  { additionalProperties: false },
)
export type ItemExport = Static<typeof ItemExport>
