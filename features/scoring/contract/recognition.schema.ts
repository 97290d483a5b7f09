/** 上级采用 and 批示: what only people know, registered on a report and taken back with a reason. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })
const Key = Type.String({ minLength: 1, maxLength: 40 })
const Note = Type.String({ maxLength: 500 })

export const OutsideAdoptionDraft = Type.Object(
  {
    reportId: Id,
    bulletin: Key,
    form: Nullable(Key),
    /** 第 12 期 */
    issue: Type.String({ maxLength: 60 }),
    day: Day,
    link: Nullable(Type.String({ maxLength: 500, pattern: '^https?://' })),
    note: Note,
  },
  closed,
)
export type OutsideAdoptionDraft = Static<typeof OutsideAdoptionDraft>

export const InstructionDraft = Type.Object(
  {
    reportId: Id,
    leader: Key,
    /** Who it was, by office alone: 分管副主席. */
    office: Type.String({ minLength: 2, maxLength: 60 }),
    day: Day,
    note: Note,
  },
  closed,
)
export type InstructionDraft = Static<typeof InstructionDraft>

export const RecognitionRevoke = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' }) },
  closed,
)
export type RecognitionRevoke = Static<typeof RecognitionRevoke>

export const recognitionKinds = ['above', 'instruction'] as const
export type RecognitionKind = (typeof recognitionKinds)[number]

export const Recognition = Type.Object(
  {
    id: Id,
    kind: Type.Enum(recognitionKinds),
    reportId: Id,
    reportTitle: Text,
    unitId: Id,
    unitName: Text,
    campaignId: Nullable(Id),
    day: Day,
    /** The bulletin with the form, or the leader's level with the office. */
    name: Text,
    detail: Text,
    link: Nullable(Text),
    note: Text,
    /** What it gave; null while it is not reckoned yet, or revoked. */
    points: Nullable(Type.Number()),
    byName: Text,
    at: Moment,
    revokedAt: Nullable(Moment),
    revokedName: Nullable(Text),
    revokeReason: Nullable(Text),
    actions: Type.Array(Type.Literal('revoke')),
  },
  closed,
)
export type Recognition = Static<typeof Recognition>

export const RecognitionPage = Type.Object(
  { rows: Type.Array(Recognition), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type RecognitionPage = Static<typeof RecognitionPage>

export const RecognitionQuery = Type.Object(
  {
    campaign: Type.Optional(Id),
    kind: Type.Optional(Type.Enum(recognitionKinds)),
    under: Type.Optional(Id),
    /** Part of the report's title, the unit, the bulletin or the office. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    report: Type.Optional(Id),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type RecognitionQuery = Static<typeof RecognitionQuery>

/** Reports that something can be registered on. */
export const ReportChoices = Type.Object(
  {
    rows: Type.Array(
      Type.Object({ id: Id, title: Text, unitName: Text, campaignId: Id, submittedDay: Day }, closed),
    ),
  },
  closed,
)
export type ReportChoices = Static<typeof ReportChoices>
