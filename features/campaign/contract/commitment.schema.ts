/** Commitments (责任书, 承诺书): issued to units, read and signed by their leads. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })

/** Who reads commitments of their units. */
export const commitmentReaders = ['unit-lead', 'reporter', 'coordinator', 'inspector'] as const
/** Who signs: in the very unit it was issued to. */
export const commitmentSigners = ['unit-lead'] as const
export const commitmentStates = ['unsigned', 'overdue', 'signed'] as const
export const commitmentActions = ['sign'] as const

export const CommitmentSummary = Type.Object(
  {
    id: Id,
    campaignId: Id,
    campaignName: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    name: Type.String(),
    state: Type.Enum(commitmentStates),
    untilDay: Day,
    issuedAt: Moment,
    signedAt: Nullable(Moment),
    signedByName: Nullable(Type.String()),
    version: Count,
    actions: Type.Array(Type.Enum(commitmentActions)),
  },
  closed,
)
export type CommitmentSummary = Static<typeof CommitmentSummary>

export const Commitment = Type.Object(
  {
    ...CommitmentSummary.properties,
    paragraphs: Type.Array(Type.String()),
    /** Of the text: its name and paragraphs, a line feed behind each, in UTF-8. Signed is what has it. */
    sha256: Type.String(),
    signedSha256: Nullable(Type.String()),
  },
  closed,
)
export type Commitment = Static<typeof Commitment>

/** Those not signed first, by their day, when nothing is said; `-` turns an order round. */
export const commitmentOrders = ['unit', '-unit', 'until', '-until', 'signed', '-signed'] as const

const filters = {
  campaign: Type.Optional(Id),
  key: Type.Optional(Type.String({ maxLength: 40 })),
  /** `unsigned` holds the overdue ones too. */
  state: Type.Optional(Type.Enum(commitmentStates)),
  under: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  /** Only those that wait for the caller to sign them. */
  own: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(commitmentOrders)),
}
export const CommitmentFilter = Type.Object(filters, closed)
export type CommitmentFilter = Static<typeof CommitmentFilter>
export const CommitmentQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CommitmentQuery = Static<typeof CommitmentQuery>
export const CommitmentPage = Type.Object(
  { rows: Type.Array(CommitmentSummary), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type CommitmentPage = Static<typeof CommitmentPage>

/** A commitment of the plan, and how far it is among the units the caller sees. */
export const CommitmentTally = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    untilDay: Day,
    /** Active units it binds, those it was issued to, those that signed and those that are late. */
    bound: Count,
    issued: Count,
    signed: Count,
    overdue: Count,
  },
  closed,
)
export type CommitmentTally = Static<typeof CommitmentTally>
export const CommitmentTallies = Type.Object({ rows: Type.Array(CommitmentTally) }, closed)

export const CommitmentIssue = Type.Object({ key: Type.String({ minLength: 1, maxLength: 40 }) }, closed)
/** To how many units it went; those that had it already are not counted. */
export const CommitmentIssued = Type.Object({ units: Count }, closed)
export const CommitmentSignature = Type.Object(
  {
    version: Count,
    /** Of the text as it was read. */
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  closed,
)
