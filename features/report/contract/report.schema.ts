/** A report as it is written, listed and read. */
import { FigureMention, unitRoles } from '@jianbao/intake/contract'
import { type Static, Type } from 'typebox'
import { ReportPhoto } from './photo.schema.ts'
import { ReportProposal } from './proposal.schema.ts'
import { reportActions, reportStates } from './report.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const State = Type.Enum(reportStates)

export const reportTitleLimit = 120
export const reportTextLimit = 20_000

export const ReportFigure = Type.Object(
  {
    id: Id,
    /** Key of a measure of the pack: 人数, 人次 and 浏览量 are three. */
    measure: Type.String({ minLength: 1, maxLength: 40 }),
    value: Type.Number({ minimum: 0, maximum: 1e12 }),
    unit: Type.String({ minLength: 1, maxLength: 12 }),
    qualifier: FigureMention.properties.qualifier,
    of: Nullable(Type.String({ maxLength: 60 })),
    /** As the text prints it, when it was read there. */
    surface: Nullable(Type.String({ maxLength: 120 })),
  },
  closed,
)
export type ReportFigure = Static<typeof ReportFigure>

/** A unit that took part besides the reporting one; `unitId` null when it is none of the tree. */
export const ReportPartner = Type.Object(
  { unitId: Nullable(Id), name: Type.String({ minLength: 1, maxLength: 60 }), role: Type.Enum(unitRoles) },
  closed,
)
export type ReportPartner = Static<typeof ReportPartner>

const written = {
  unitId: Id,
  campaignId: Nullable(Id),
  taskId: Nullable(Id),
  /** Of the task; null without one. */
  periodNo: Nullable(Type.Integer({ minimum: 1, maximum: 999_999 })),
  /** What it answers (约稿). */
  commissionId: Nullable(Id),
  title: Type.String({ maxLength: reportTitleLimit }),
  /** Paragraphs, a line feed between them. */
  body: Type.String({ maxLength: reportTextLimit }),
  /** Key of an activity type of the pack. */
  type: Nullable(Type.String({ maxLength: 40 })),
  startDay: Nullable(Day),
  endDay: Nullable(Day),
  place: Nullable(Type.String({ maxLength: 120 })),
  partners: Type.Array(ReportPartner, { maxItems: 30 }),
  figures: Type.Array(ReportFigure, { maxItems: 40 }),
  proposal: Nullable(ReportProposal),
}

/** What a form saves, whole. `version` null: it is new, under the id the form chose. */
export const ReportDraft = Type.Object({ version: Nullable(Count), ...written }, closed)
export type ReportDraft = Static<typeof ReportDraft>

export const ReportStep = Type.Object(
  {
    seq: Count,
    /** An action of the flow, `begin`, or what a desk did beside it. */
    action: Type.String(),
    state: State,
    byName: Type.String(),
    unitName: Nullable(Type.String()),
    deskName: Nullable(Type.String()),
    reason: Nullable(Type.String()),
    details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    at: Moment,
  },
  closed,
)
export type ReportStep = Static<typeof ReportStep>

/** Taken into the bulletin of a desk, with the text as that desk edited it. */
export const Adoption = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    columnKey: Type.String(),
    title: Type.String(),
    body: Type.String(),
    byName: Type.String(),
    at: Moment,
    /** The issue it ran in; its id where the caller may see it. */
    issue: Nullable(
      Type.Object(
        { id: Nullable(Id), name: Type.String(), articleId: Nullable(Id), date: Nullable(Day) },
        closed,
      ),
    ),
    /** What ran there, when it differs from `body`. */
    printed: Nullable(Type.Object({ title: Type.String(), body: Type.String() }, closed)),
    revokedAt: Nullable(Moment),
    revokeReason: Nullable(Type.String()),
    version: Count,
  },
  closed,
)
export type Adoption = Static<typeof Adoption>

const head = {
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  title: Type.String(),
  type: Nullable(Type.String()),
  startDay: Nullable(Day),
  endDay: Nullable(Day),
  campaignId: Nullable(Id),
  taskId: Nullable(Id),
  taskName: Nullable(Type.String()),
  periodNo: Nullable(Count),
  commissionId: Nullable(Id),
  state: State,
  deskId: Nullable(Id),
  deskName: Nullable(Type.String()),
  /** Who is at it, and until when unless they go on. */
  claim: Nullable(Type.Object({ byId: Type.String(), byName: Type.String(), until: Moment }, closed)),
  figureCount: Count,
  photoCount: Count,
  createdBy: Type.String(),
  createdName: Type.String(),
  submittedAt: Nullable(Moment),
  arrivedAt: Nullable(Moment),
  updatedAt: Moment,
  version: Count,
  /** What the caller may do next. */
  actions: Type.Array(Type.Enum(reportActions)),
}

/** One line of a list. */
export const ReportSummary = Type.Object(
  {
    ...head,
    /** The first words of the body. */
    excerpt: Type.String(),
    /** Columns it was adopted to, by the desks that did. */
    adopted: Type.Array(Type.Object({ unitName: Type.String(), columnKey: Type.String() }, closed)),
  },
  closed,
)
export type ReportSummary = Static<typeof ReportSummary>

export const ReportPage = Type.Object(
  {
    rows: Type.Array(ReportSummary),
    total: Count,
    /** There are more than `total`: beyond some number a list is not counted to its end. */
    more: Type.Boolean(),
    page: Count,
    pageSize: Count,
  },
  closed,
)
export type ReportPage = Static<typeof ReportPage>

/** Why nothing is taken for the period any more, and who can open it. */
export const ReportLock = Type.Object({ since: Day, openers: Type.Array(Type.String()) }, closed)
export type ReportLock = Static<typeof ReportLock>

export const Report = Type.Object(
  {
    ...head,
    body: Type.String(),
    place: Nullable(Type.String()),
    partners: Type.Array(ReportPartner),
    figures: Type.Array(ReportFigure),
    proposal: Nullable(ReportProposal),
    photos: Type.Array(ReportPhoto),
    periodName: Nullable(Type.String()),
    dueDay: Nullable(Day),
    lock: Nullable(ReportLock),
    steps: Type.Array(ReportStep),
    adoptions: Type.Array(Adoption),
  },
  closed,
)
export type Report = Static<typeof Report>

/** Orders of a list; `-` is descending. */
export const reportOrders = ['-updated', 'updated', '-day', 'day', '-arrived', 'arrived'] as const
const listed = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  sort: Type.Optional(Type.Enum(reportOrders)),
}
const several = (type: Parameters<typeof Type.Array>[0]) => Type.Optional(Type.Array(type, { maxItems: 20 }))
export const reportFilters = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  state: several(State),
  /** This unit and everything below. */
  under: Type.Optional(Id),
  campaignId: Type.Optional(Id),
  taskId: Type.Optional(Id),
  periodNo: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
  type: several(Type.String({ maxLength: 40 })),
  /** Day of the activity. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  /** Came to the desk it lies on. */
  arrivedFrom: Type.Optional(Day),
  arrivedTo: Type.Optional(Day),
  photos: Type.Optional(Type.Boolean()),
  figures: Type.Optional(Type.Boolean()),
  column: Type.Optional(Type.String({ maxLength: 40 })),
  /** On the desk of a unit in which the caller is an editor. */
  mine: Type.Optional(Type.Boolean()),
}
export const ReportQuery = Type.Object({ ...listed, ...reportFilters }, closed)
export type ReportQuery = Static<typeof ReportQuery>

const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' })
const version = { version: Count }
/** Bodies of the actions; those not named here take the version alone. */
export const ReportVersion = Type.Object(version, closed)
export const ReportReason = Type.Object({ ...version, reason: Reason }, closed)
/** Values of figures that are there; the measure stays what it is. `null`: the figure is taken out. */
export const ReportCorrect = Type.Object(
  {
    ...version,
    reason: Reason,
    figures: Type.Array(
      Type.Object(
        {
          id: Id,
          to: Nullable(
            Type.Object(
              {
                value: ReportFigure.properties.value,
                unit: ReportFigure.properties.unit,
                qualifier: ReportFigure.properties.qualifier,
              },
              closed,
            ),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 40 },
    ),
  },
  closed,
)
export type ReportCorrect = Static<typeof ReportCorrect>
export const ReportForward = Type.Object({ ...version, reason: Type.Optional(Reason) }, closed)
/** Title and body as the desk edits them; the unit's own when left out. */
export const ReportAdopt = Type.Object(
  {
    ...version,
    column: Type.String({ minLength: 1, maxLength: 40 }),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: reportTitleLimit, pattern: '\\S' })),
    body: Type.Optional(Type.String({ minLength: 1, maxLength: reportTextLimit, pattern: '\\S' })),
  },
  closed,
)
