/** A ledger and its items as pages see them. */
import { type Static, Type } from 'typebox'
import { itemActions, itemRefusals, itemStates } from './item.flow.ts'
import { Amount, Milestone, Target } from './item-deeds.schema.ts'
import { itemLights } from './item-light.ts'
import { LedgerRules, ledgerKinds } from './ledger-rules.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 0 })

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
