/** A ledger and its items as pages see them, and what is sent to change them. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { itemActions, itemRefusals, itemStates } from './item.flow.ts'
import { itemLights } from './item-light.ts'
import { LedgerRules, ledgerKinds } from './ledger-rules.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 0 })
const Name = Type.String({ minLength: 1, maxLength: 60 })
const Title = Type.String({ minLength: 2, maxLength: 120 })
const Words = Type.String({ maxLength: 4000 })
const Reason = Type.String({ minLength: 2, maxLength: 1000 })
const Person = Type.String({ minLength: 1, maxLength: 100 })
/** Yuan, or any counted number: exact, at most six places behind the point. */
export const Amount = Type.Number({ minimum: 0, maximum: 1e12, multipleOf: 0.000001 })

export const LedgerSummary = Type.Object(
  {
    id: Id,
    key: Type.String(),
    kind: Type.Enum(ledgerKinds),
    name: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    campaignId: Nullable(Id),
    state: Type.Enum(['open', 'closed']),
    rules: LedgerRules,
    /** The caller may propose items in it. */
    actions: Type.Array(Type.Enum(['propose'])),
  },
  closed,
)
export type LedgerSummary = Static<typeof LedgerSummary>
export const LedgerList = Type.Object({ rows: Type.Array(LedgerSummary) }, closed)

export const Milestone = Type.Object(
  {
    no: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    name: Name,
    day: Day,
    /** The day on which it was reached. */
    done: Nullable(Day),
  },
  closed,
)
export type Milestone = Static<typeof Milestone>
const MilestoneDraft = Type.Object({ name: Name, day: Day }, closed)

/** What is to be reached, in a measure of the campaign's reports or in words of one's own. */
export const Target = Type.Object(
  {
    measure: Nullable(Type.String({ maxLength: 40 })),
    value: Amount,
    unit: Type.String({ minLength: 1, maxLength: 8 }),
  },
  closed,
)
export type Target = Static<typeof Target>

const facts = {
  title: Title,
  problem: Words,
  measure: Words,
  basis: Type.String({ maxLength: 500 }),
  target: Nullable(Target),
  ownerId: Nullable(Person),
  ownerName: Type.String({ maxLength: 40 }),
  leaderName: Type.String({ maxLength: 40 }),
  leadId: Nullable(Id),
  assistIds: Type.Array(Id, { maxItems: 50 }),
  budget: Nullable(Amount),
  startDay: Day,
  dueDay: Day,
  milestones: Type.Array(MilestoneDraft, { maxItems: 30 }),
}
/** What an item says; everything but title and deadline may be left out. */
export const ItemFacts = Type.Object(
  { ...Type.Partial(Type.Object(facts)).properties, title: Title, dueDay: Day },
  closed,
)
export type ItemFacts = Static<typeof ItemFacts>

/** Which units a matter is for: these, or those of some kinds below one. */
export const MatterUnits = Type.Union([
  Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 20_000 }) }, closed),
  Type.Object(
    {
      under: Id,
      kinds: Type.Array(Type.Enum(unitKinds), { maxItems: 20 }),
      itself: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
])
export type MatterUnits = Static<typeof MatterUnits>

export const MatterDraft = Type.Object(
  {
    ledgerId: Id,
    facts: ItemFacts,
    units: MatterUnits,
    /** Sent on at once as far as the caller may: to review, or where there is none to the units. */
    submit: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type MatterDraft = Static<typeof MatterDraft>
export const MatterMade = Type.Object({ matterId: Id, items: Count, first: Id }, closed)
export type MatterMade = Static<typeof MatterMade>

export const ItemVersion = Type.Object({ version: Version }, closed)
export const ItemWords = Type.Object({ version: Version, words: Type.Optional(Reason) }, closed)
export const ItemReason = Type.Object({ version: Version, words: Reason }, closed)
export const ItemFeedback = Type.Object({ version: Version, words: Reason }, closed)
export const ItemProgress = Type.Object(
  {
    version: Version,
    words: Reason,
    percent: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    /** Numbers of the milestones that are reached by now; those left out are not. */
    reached: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { maxItems: 30 })),
    spent: Type.Optional(Nullable(Amount)),
  },
  closed,
)
export type ItemProgress = Static<typeof ItemProgress>
export const ItemReopen = Type.Object({ version: Version, words: Reason, dueDay: Day }, closed)
export const ItemHand = Type.Object(
  { version: Version, ownerId: Nullable(Person), ownerName: Type.Optional(Type.String({ maxLength: 40 })) },
  closed,
)
export const ItemAmend = Type.Object(
  { version: Version, words: Reason, facts: Type.Partial(Type.Object(facts), closed) },
  closed,
)
export type ItemAmend = Static<typeof ItemAmend>
export const ItemEdit = Type.Object(
  { version: Version, facts: Type.Partial(Type.Object(facts), closed) },
  closed,
)
export const ItemExtend = Type.Object({ version: Version, toDay: Day, words: Reason }, closed)
export const ItemDecide = Type.Object(
  { version: Version, grant: Type.Boolean(), words: Type.Optional(Reason) },
  closed,
)
export const ItemParts = Type.Object(
  {
    version: Version,
    parts: Type.Array(
      Type.Object(
        {
          unitId: Id,
          title: Type.Optional(Title),
          measure: Type.Optional(Words),
          ownerId: Type.Optional(Nullable(Person)),
          ownerName: Type.Optional(Type.String({ maxLength: 40 })),
          target: Type.Optional(Nullable(Target)),
          dueDay: Type.Optional(Day),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  closed,
)
export type ItemParts = Static<typeof ItemParts>
export const ItemProve = Type.Object(
  { version: Version, reportIds: Type.Array(Id, { minItems: 1, maxItems: 100 }), note: Type.Optional(Words) },
  closed,
)

export const Evidence = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['report', 'file']),
    reportId: Nullable(Id),
    name: Type.String(),
    mediaType: Nullable(Type.String()),
    bytes: Nullable(Count),
    note: Type.String(),
    /** State of the report now, as far as the caller may see it. */
    reportState: Nullable(Type.String()),
    /** What its figures add to the target; null where none is set, and for files. */
    adds: Nullable(Amount),
    addedName: Type.String(),
    addedAt: Instant,
    withdrawnAt: Nullable(Instant),
    withdrawnWhy: Nullable(Type.String()),
    actions: Type.Array(Type.Enum(['withdraw'])),
  },
  closed,
)
export type Evidence = Static<typeof Evidence>

export const Extension = Type.Object(
  {
    id: Id,
    fromDay: Day,
    toDay: Day,
    reason: Type.String(),
    askedName: Type.String(),
    askedAt: Instant,
    decision: Nullable(Type.Enum(['granted', 'refused'])),
    decidedName: Nullable(Type.String()),
    decidedAt: Nullable(Instant),
    answer: Nullable(Type.String()),
  },
  closed,
)
export type Extension = Static<typeof Extension>

export const ItemStepRecord = Type.Object(
  {
    at: Instant,
    action: Type.String(),
    state: Type.Enum(itemStates),
    /** Empty: the program. */
    byName: Type.String(),
    words: Nullable(Type.String()),
    details: Nullable(Type.Record(Type.String(), Type.Unknown())),
  },
  closed,
)
export type ItemStepRecord = Static<typeof ItemStepRecord>

export const ItemLightRecord = Type.Object({ fromDay: Day, light: Nullable(Type.Enum(itemLights)) }, closed)

/** What was there when it was closed; later changes do not reach it. */
export const ClosedSummary = Type.Object(
  {
    closedAt: Instant,
    closedBy: Type.String(),
    words: Nullable(Type.String()),
    title: Type.String(),
    unitName: Type.String(),
    ownerName: Type.String(),
    measure: Type.String(),
    dueDay: Day,
    late: Type.Boolean(),
    target: Nullable(Target),
    reached: Amount,
    percent: Count,
    spent: Nullable(Amount),
    evidence: Type.Array(
      Type.Object({ name: Type.String(), kind: Type.String(), reportId: Nullable(Id) }, closed),
    ),
  },
  closed,
)
export type ClosedSummary = Static<typeof ClosedSummary>

const row = {
  id: Id,
  matterId: Id,
  /** ZG-12: the ledger's kind and the number of the matter. */
  code: Type.String(),
  ledgerId: Id,
  ledgerName: Type.String(),
  kind: Type.Enum(ledgerKinds),
  title: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  keeperId: Id,
  keeperName: Type.String(),
  parentId: Nullable(Id),
  taskId: Nullable(Id),
  state: Type.Enum(itemStates),
  light: Nullable(Type.Enum(itemLights)),
  measure: Type.String(),
  ownerId: Nullable(Type.String()),
  ownerName: Type.String(),
  /** The owner works there no more. */
  ownerLeft: Type.Boolean(),
  leadName: Nullable(Type.String()),
  target: Nullable(Target),
  reached: Amount,
  percent: Count,
  startDay: Day,
  dueDay: Day,
  dispatchedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  recheckDay: Nullable(Day),
  reopened: Count,
  flag: Nullable(Type.String()),
  evidence: Count,
  parts: Count,
  openParts: Count,
  asked: Type.Boolean(),
  version: Version,
  actions: Type.Array(Type.Enum(itemActions)),
}
export const LedgerItemRow = Type.Object(row, closed)
export type LedgerItemRow = Static<typeof LedgerItemRow>

/** One item with its whole story. */
export const LedgerItem = Type.Object(
  {
    ...row,
    rules: LedgerRules,
    /** The day it is, where the offices are. */
    today: Day,
    /** Working days up to the deadline; below zero: behind it. */
    workingDaysLeft: Type.Integer(),
    /** What of the caller's something stands in the way of. */
    hindered: Type.Array(
      Type.Object({ action: Type.Enum(itemActions), why: Type.Enum(itemRefusals) }, closed),
    ),
    problem: Type.String(),
    basis: Type.String(),
    leaderName: Type.String(),
    leadId: Nullable(Id),
    assists: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    budget: Nullable(Amount),
    spent: Nullable(Amount),
    milestones: Type.Array(Milestone),
    submittedAt: Nullable(Instant),
    reviewedAt: Nullable(Instant),
    acknowledgedAt: Nullable(Instant),
    fedBackAt: Nullable(Instant),
    settledAt: Nullable(Instant),
    cancelledAt: Nullable(Instant),
    flaggedAt: Nullable(Instant),
    origin: Nullable(Type.Object({ kind: Type.String(), id: Id }, closed)),
    parent: Nullable(Type.Object({ id: Id, title: Type.String(), unitName: Type.String() }, closed)),
    children: Type.Array(LedgerItemRow),
    proof: Type.Array(Evidence),
    extensions: Type.Array(Extension),
    steps: Type.Array(ItemStepRecord),
    lights: Type.Array(ItemLightRecord),
    summary: Nullable(ClosedSummary),
  },
  closed,
)
export type LedgerItem = Static<typeof LedgerItem>

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
