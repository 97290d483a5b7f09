/** What the office and the server say to each other about setting up a contest. */
import { type Static, Type } from 'typebox'
import { contestStates } from './contest.flow.ts'
import { ContestDraft, ContestSummary } from './contest.schema.ts'
import { ContestRules } from './contest-rules.schema.ts'
import { difficulties, Question, questionTypes } from './question.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 0 })

export const contestOrders = ['newest', 'opens', 'title', 'people'] as const

const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Enum(contestStates)),
  unit: Type.Optional(Id),
  order: Type.Optional(Type.Enum(contestOrders)),
}

export const ContestQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type ContestQuery = Static<typeof ContestQuery>

export const contestColumns = [
  ...(['title', 'state', 'unit', 'opens', 'closes', 'people', 'attempts', 'views', 'updated'] as const),
] as const
export const ContestExport = Type.Object(
  {
    ...filters,
    columns: Type.Optional(Type.Array(Type.Enum(contestColumns), { minItems: 1, uniqueItems: true })),
  },
  closed,
)
export type ContestExport = Static<typeof ContestExport>

export const ContestPage = Type.Object(
  {
    rows: Type.Array(ContestSummary),
    total: Count,
    page: Type.Integer({ minimum: 1 }),
    pageSize: Type.Integer({ minimum: 1 }),
    counts: Type.Object(
      { draft: Count, rehearsal: Count, open: Count, closed: Count, published: Count },
      closed,
    ),
    unitName: Nullable(Type.String()),
  },
  closed,
)
export type ContestPage = Static<typeof ContestPage>

const words = Type.Pick(ContestDraft, ['title', 'slug', 'about', 'rules', 'bankIds']).properties

/** Sent again under the same id it is the same contest. */
export const NewContest = Type.Object({ id: Id, unitId: Id, ...words }, closed)
export type NewContest = Static<typeof NewContest>

export const ContestChange = Type.Object({ version: Version, ...words }, closed)
export type ContestChange = Static<typeof ContestChange>

/** What may change while people play. */
export const ContestAmendment = Type.Object(
  {
    version: Version,
    title: words.title,
    about: words.about,
    closesAt: Moment,
    hours: ContestRules.properties.hours,
    sessions: ContestRules.properties.sessions,
  },
  closed,
)
export type ContestAmendment = Static<typeof ContestAmendment>

export const ContestVersion = Type.Object({ version: Version }, closed)
export type ContestVersion = Static<typeof ContestVersion>

const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' })
export const ContestEnding = Type.Object({ version: Version, reason: Reason }, closed)
export type ContestEnding = Static<typeof ContestEnding>

export const QuestionWithdrawal = Type.Object({ no: Count, reason: Reason }, closed)
export type QuestionWithdrawal = Static<typeof QuestionWithdrawal>

export const KindCount = Type.Object(
  {
    type: Type.Enum(questionTypes),
    category: Type.String(),
    difficulty: Type.Enum(difficulties),
    count: Count,
  },
  closed,
)

export const KindsWish = Type.Object({ bankIds: ContestDraft.properties.bankIds }, closed)
export const Kinds = Type.Object({ rows: Type.Array(KindCount) }, closed)
export type Kinds = Static<typeof Kinds>

/** What a new contest can be made of. */
export const ContestChoices = Type.Object(
  {
    home: Type.Object({ unitId: Id, unitName: Type.String() }, closed),
    banks: Type.Array(
      Type.Object({ id: Id, name: Type.String(), unitName: Type.String(), approved: Count }, closed),
    ),
    providers: Type.Array(Type.Object({ key: Type.String(), name: Type.String() }, closed)),
    presets: Type.Array(
      Type.Object(
        { key: Type.String(), name: Type.String(), note: Type.String(), rules: ContestRules },
        closed,
      ),
    ),
  },
  closed,
)
export type ContestChoices = Static<typeof ContestChoices>

const question = Type.Pick(Question, [
  'type',
  'stem',
  'options',
  'answer',
  'category',
  'difficulty',
  'explanation',
  'source',
  'pictureId',
]).properties

/** A question as a player would see it, with what is right for the office. */
export const PreviewQuestion = Type.Object({ ...question, points: Count, order: Type.Array(Count) }, closed)
export type PreviewQuestion = Static<typeof PreviewQuestion>
export const ContestPreview = Type.Object(
  { questions: Type.Array(PreviewQuestion), seconds: Nullable(Count), fullScore: Count },
  closed,
)
export type ContestPreview = Static<typeof ContestPreview>

export const FrozenQuestion = Type.Object(
  {
    no: Count,
    ...question,
    withdrawnAt: Nullable(Moment),
    withdrawnReason: Nullable(Type.String()),
    asked: Count,
    correct: Count,
  },
  closed,
)
export type FrozenQuestion = Static<typeof FrozenQuestion>
export const FrozenQuestionQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type FrozenQuestionQuery = Static<typeof FrozenQuestionQuery>
export const FrozenQuestionPage = Type.Object(
  {
    rows: Type.Array(FrozenQuestion),
    total: Count,
    page: Type.Integer({ minimum: 1 }),
    pageSize: Type.Integer({ minimum: 1 }),
  },
  closed,
)
export type FrozenQuestionPage = Static<typeof FrozenQuestionPage>

/** Who may still be playing when somebody wants to end it early. */
export const ContestPlaying = Type.Object(
  {
    /** Who handed in a paper in the last while, and how long that is. */
    players: Count,
    minutes: Count,
    today: Count,
    /** Papers that were begun are taken until then, if it ends now. */
    until: Moment,
  },
  closed,
)
export type ContestPlaying = Static<typeof ContestPlaying>
