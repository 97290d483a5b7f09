import { type Static, Type } from 'typebox'
import { AnswerValue, Checklist, Question } from './checklist.schema.ts'
import { seriousnesses } from './finding.schema.ts'
import { findingStates, stopActions, stopStates, tourActions, tourStates } from './tour.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })

export const mostStops = 300
export const mostMembers = 30

export const TourMember = Type.Object(
  { personId: Type.String(), name: Type.String(), leader: Type.Boolean() },
  closed,
)
export type TourMember = Static<typeof TourMember>

const progress = {
  stops: Count,
  stopsDone: Count,
  findings: Count,
  findingsOpen: Count,
}

const head = {
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  campaignId: Nullable(Id),
  campaignName: Nullable(Type.String()),
  name: Type.String(),
  fromDay: Day,
  toDay: Day,
  announced: Type.Boolean(),
  state: Type.Enum(tourStates),
  leaderName: Nullable(Type.String()),
  members: Count,
  ...progress,
  version: Count,
  actions: Type.Array(Type.Enum(tourActions)),
}
export const TourSummary = Type.Object(head, closed)
export type TourSummary = Static<typeof TourSummary>

export const TourStop = Type.Object(
  {
    id: Id,
    tourId: Id,
    unitId: Id,
    unitName: Type.String(),
    day: Day,
    position: Count,
    state: Type.Enum(stopStates),
    answered: Count,
    findings: Count,
    interviews: Count,
    photos: Count,
    /** Of the team, who belongs to the visited unit (回避). */
    recusals: Type.Array(Type.String()),
    finishedAt: Nullable(Moment),
    version: Count,
    actions: Type.Array(Type.Enum(stopActions)),
  },
  closed,
)
export type TourStop = Static<typeof TourStop>

/** How a question was answered over all stops: each value with how often; figures also add up. */
export const QuestionCount = Type.Object(
  {
    questionId: Id,
    answered: Count,
    values: Type.Array(Type.Object({ value: Type.String(), stops: Count }, closed)),
    sum: Nullable(Type.Number()),
  },
  closed,
)
export type QuestionCount = Static<typeof QuestionCount>

export const FindingCount = Type.Object(
  { seriousness: Type.Enum(seriousnesses), state: Type.Enum(findingStates), findings: Count },
  closed,
)

export const Tour = Type.Object(
  {
    ...head,
    purpose: Type.String(),
    reason: Nullable(Type.String()),
    byName: Type.String(),
    team: Type.Array(TourMember),
    checklist: Type.Array(Question),
    stopList: Type.Array(TourStop),
    questions: Type.Array(QuestionCount),
    findingCounts: Type.Array(FindingCount),
    talks: Count,
    talkedWith: Count,
    /** The caller works at its stops. */
    onTeam: Type.Boolean(),
  },
  closed,
)
export type Tour = Static<typeof Tour>

export const tourFilters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Enum(tourStates)),
  /** Of the unit that sends them, with all below. */
  unit: Type.Optional(Id),
  /** Those whose team the caller is on. */
  mine: Type.Optional(Type.Boolean()),
}
export const TourQuery = Type.Object(
  {
    ...tourFilters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type TourQuery = Static<typeof TourQuery>
export const TourPage = Type.Object(
  {
    rows: Type.Array(TourSummary),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    counts: Type.Object({ planned: Count, open: Count, done: Count, cancelled: Count }, closed),
    unitName: Nullable(Type.String()),
  },
  closed,
)
export type TourPage = Static<typeof TourPage>

const words = {
  name: Type.String({ minLength: 2, maxLength: 100, pattern: '\\S\\s*\\S' }),
  purpose: Type.String({ maxLength: 2000 }),
  campaignId: Nullable(Id),
  fromDay: Day,
  toDay: Day,
  announced: Type.Boolean(),
  team: Type.Array(
    Type.Object({ personId: Type.String({ maxLength: 100 }), leader: Type.Boolean() }, closed),
    {
      maxItems: mostMembers,
    },
  ),
  checklist: Checklist,
}
/** `id` is the form's own: sent again it is the same tour. */
export const TourDraft = Type.Object(
  {
    id: Id,
    unitId: Type.Optional(Id),
    /** A random draw whose result it visits. */
    drawId: Type.Optional(Id),
    ...words,
  },
  closed,
)
export type TourDraft = Static<typeof TourDraft>
export const TourChange = Type.Object(
  { version: Count, ...Type.Partial(Type.Object(words)).properties },
  closed,
)
export type TourChange = Static<typeof TourChange>
export const TourVersion = Type.Object({ version: Count }, closed)
export const TourCancel = Type.Object(
  { version: Count, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' }) },
  closed,
)

export const StopDraft = Type.Object({ unitId: Id, day: Day }, closed)
export type StopDraft = Static<typeof StopDraft>
export const StopsDraft = Type.Object(
  { stops: Type.Array(StopDraft, { minItems: 1, maxItems: mostStops }) },
  closed,
)
export const StopMove = Type.Object(
  {
    version: Count,
    day: Type.Optional(Day),
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  },
  closed,
)
export type StopMove = Static<typeof StopMove>

/** People who can be on a team: inspectors and coordinators of the caller's units. */
export const TeamCandidates = Type.Object(
  {
    rows: Type.Array(
      Type.Object({ personId: Type.String(), name: Type.String(), unitName: Type.String() }, closed),
    ),
  },
  closed,
)
export type TeamCandidates = Static<typeof TeamCandidates>
export const TeamQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 50 })) }, closed)

/** The stops where a question was answered so. */
export const AnswerQuery = Type.Object(
  { question: Id, value: Type.Optional(Type.String({ maxLength: 200 })) },
  closed,
)
export type AnswerQuery = Static<typeof AnswerQuery>
export const AnswerList = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          stopId: Id,
          unitName: Type.String(),
          day: Day,
          value: AnswerValue,
          byName: Type.String(),
          at: Moment,
        },
        closed,
      ),
    ),
  },
  closed,
)
export type AnswerList = Static<typeof AnswerList>

export const tourSheets = ['stops', 'findings'] as const
export const TourExport = Type.Object({ sheet: Type.Enum(tourSheets) }, closed)
