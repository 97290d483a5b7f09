/** The audit trail: what auditors read of it, and how the chain stands. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })
/** A day that is asked for: the calendar of the database has no year 0. */
const AskedDay = Type.String({ format: 'date', pattern: '^(?!0000)' })

export const auditActors = ['person', 'system', 'stranger'] as const

/** One line: who did what to which object, when, in which unit, and how it ended. */
export const AuditEntry = Type.Object(
  {
    /** Its number in the chain. */
    id: Type.Integer({ minimum: 1 }),
    at: Moment,
    /** `stranger`: nobody was signed in. */
    actor: Type.Enum(auditActors),
    actorId: Type.String(),
    /** Names as they were at the time. */
    actorName: Nullable(Type.String()),
    unitId: Nullable(Type.String({ format: 'uuid' })),
    unitName: Nullable(Type.String()),
    action: Type.String(),
    object: Nullable(Type.String()),
    words: Nullable(Type.String()),
    /** `done`, or the code of the problem it was refused with. */
    outcome: Type.String(),
    /** What changed is told on the entry's own page. */
    changed: Type.Boolean(),
  },
  closed,
)
export type AuditEntry = Static<typeof AuditEntry>

const Side = Nullable(Type.Record(Type.String(), Type.Unknown()))
export const AuditDetail = Type.Object(
  { ...AuditEntry.properties, before: Side, after: Side, hash: Type.String() },
  closed,
)
export type AuditDetail = Static<typeof AuditDetail>

export const auditOutcomes = ['done', 'refused'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

const filters = {
  /** Part of a name or user name, or the id of who acted. */
  person: Type.Optional(Type.String({ maxLength: 100 })),
  /** A unit with everything below it. */
  unit: Type.Optional(Type.String({ format: 'uuid' })),
  /** `unit.move`, or `unit` for all that is done with units. */
  action: Type.Optional(Type.String({ maxLength: 60, pattern: '^[a-z]+(\\.[a-z-]+)?$' })),
  /** The id of what was acted on. */
  object: Type.Optional(Type.String({ maxLength: 200 })),
  outcome: Type.Optional(Type.Enum(auditOutcomes)),
  from: Type.Optional(AskedDay),
  to: Type.Optional(AskedDay),
  /** Part of how the object, the person or the unit was called. */
  words: Type.Optional(Type.String({ maxLength: 100 })),
}
export const AuditFilters = Type.Object(filters, closed)
export type AuditFilters = Static<typeof AuditFilters>

/** So many entries can be turned through; older ones are found by their days. */
export const mostListed = 1_000

export const AuditQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: mostListed })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type AuditQuery = Static<typeof AuditQuery>

export const AuditPage = Type.Object(
  {
    rows: Type.Array(AuditEntry),
    /** At most `mostListed`. */
    total: Count,
    /** There are more: they were not counted to the end. */
    totalIsFloor: Type.Boolean(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  },
  closed,
)
export type AuditPage = Static<typeof AuditPage>

export const exportFormats = ['xlsx', 'csv'] as const
export const AuditExport = Type.Object({ ...filters, format: Type.Enum(exportFormats) }, closed)
export type AuditExport = Static<typeof AuditExport>

export const faultKinds = ['changed', 'missing', 'cut-off', 'surplus', 'head', 'rewritten'] as const

/** What was found when the chain was walked; `fault` names the first entry that is not as it was written. */
export const AuditVerification = Type.Object(
  {
    at: Moment,
    by: Nullable(Type.String()),
    checked: Count,
    anchors: Count,
    fault: Nullable(Type.Object({ kind: Type.Enum(faultKinds), id: Count }, closed)),
  },
  closed,
)
export type AuditVerification = Static<typeof AuditVerification>

export const AuditChain = Type.Object(
  {
    /** The newest entry; 0 and nothing while there is none. */
    head: Type.Object({ id: Count, hash: Type.String() }, closed),
    /** How far the walk is that is under way. */
    running: Nullable(Type.Object({ checked: Count, total: Count }, closed)),
    verified: Nullable(AuditVerification),
    may: Type.Array(Type.Enum(['verify', 'export'])),
  },
  closed,
)
export type AuditChain = Static<typeof AuditChain>
