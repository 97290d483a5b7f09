/** Which items a list shows, and every figure counts. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { itemStates } from './item.flow.ts'
import { itemLights } from './item-light.ts'
import { LedgerItemRow } from './ledger-item.schema.ts'
import { ledgerKinds } from './ledger-rules.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })

/** What a figure of statistics or a tab counts; each is a filter of the list, so that both say the same. */
export const itemGroups = [
  /** 未办结: dispatched and neither closed nor cancelled */
  'open',
  /** 已办结 */
  'done',
  /** 逾期未办结: red */
  'overdue',
  /** 逾期办结: closed behind its deadline */
  'late',
  /** 曾重新办理 */
  'reopened',
  /** 有提示: proof fell after it was closed */
  'flagged',
  /** 责任人已离任 */
  'ownerless',
  /** 待复核 */
  'to-verify',
  /** 延期待批 */
  'asked',
  /** 待巩固复查: the day has come */
  'to-recheck',
  /** 本人责任 */
  'mine',
] as const
export type ItemGroup = (typeof itemGroups)[number]

/** Where the caller's posts stand towards an item. */
export const itemRanges = [
  /** Of the caller's units and below; the range when none is named. */
  'own',
  /** At the very units somebody works for. */
  'unit',
  /** Kept by units of the caller's posts: theirs to review, dispatch, verify and close. */
  'keeper',
  /** The same, and what is the caller's to look at again. */
  'checker',
  /** Those that the caller's units lead or assist elsewhere. */
  'part',
] as const
export type ItemRange = (typeof itemRanges)[number]

const filters = {
  ledger: Type.Optional(Id),
  kind: Type.Optional(Type.Enum(ledgerKinds)),
  campaign: Type.Optional(Id),
  matter: Type.Optional(Id),
  task: Type.Optional(Id),
  /** The unit with all below it. */
  under: Type.Optional(Id),
  /** The very unit. */
  unit: Type.Optional(Id),
  unitKind: Type.Optional(Type.Enum(unitKinds)),
  as: Type.Optional(Type.Enum(itemRanges)),
  /** As whom: items a unit leads. */
  lead: Type.Optional(Id),
  state: Type.Optional(Type.Enum(itemStates)),
  light: Type.Optional(Type.Enum(itemLights)),
  group: Type.Optional(Type.Enum(itemGroups)),
  q: Type.Optional(Type.String({ maxLength: 60 })),
  dueFrom: Type.Optional(Day),
  dueTo: Type.Optional(Day),
  /** Open, and the next milestone that is not reached is of this day. */
  milestoneDay: Type.Optional(Day),
  /** Closed, and to be looked at again on this day. */
  recheckDay: Type.Optional(Day),
}
export const ItemFilter = Type.Object(filters, closed)
export type ItemFilter = Static<typeof ItemFilter>

export const itemOrders = ['due', 'updated', 'unit', 'number'] as const
export const ItemQuery = Type.Object(
  {
    ...filters,
    order: Type.Optional(Type.Enum(itemOrders)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type ItemQuery = Static<typeof ItemQuery>
export const ItemPage = Type.Object(
  {
    rows: Type.Array(LedgerItemRow),
    total: Count,
    /** There are more than `total`: counting ended there. */
    totalIsFloor: Type.Boolean(),
    /** Of the unit in the filter. */
    underName: Nullable(Type.String()),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  },
  closed,
)
export type ItemPage = Static<typeof ItemPage>
