/** 题库 and what is asked of it. */
import { type Static, Type } from 'typebox'
import { difficulties, Question, QuestionDraft, questionStates, questionTypes } from './question.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
const paged = { total: Count, page: Type.Integer(), pageSize: Type.Integer() }

/** Of one bank; more do not help a contest, and are compared with each other. */
export const mostQuestions = 20_000
/** Of one file. */
export const mostImported = 5_000
export const importLimitMiB = 5
export const pictureLimitMiB = 5

const name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const notes = Type.String({ maxLength: 500 })

export const StateCounts = Type.Object({ draft: Count, approved: Count, retired: Count }, closed)
export const bankActions = ['edit', 'remove', 'add', 'import', 'approve', 'retire'] as const

export const Bank = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    name: Type.String(),
    notes: Type.String(),
    counts: StateCounts,
    /** Contests that take questions from it. */
    contests: Count,
    createdName: Type.String(),
    updatedAt: Type.String({ format: 'date-time' }),
    version: Count,
    actions: Type.Array(Type.Enum(bankActions)),
  },
  closed,
)
export type Bank = Static<typeof Bank>

const bankFilters = { q: Type.Optional(Type.String({ maxLength: 100 })), unit: Type.Optional(Id) }
export const BankQuery = Type.Object({ ...bankFilters, ...paging }, closed)
export type BankQuery = Static<typeof BankQuery>
export const BankPage = Type.Object(
  { rows: Type.Array(Bank), ...paged, unitName: Nullable(Type.String()) },
  closed,
)
export type BankPage = Static<typeof BankPage>

/** Without a unit it belongs to the topmost of the caller. */
export const BankDraft = Type.Object({ unitId: Type.Optional(Id), name, notes }, closed)
export type BankDraft = Static<typeof BankDraft>
export const BankChange = Type.Object(
  { version: Count, name: Type.Optional(name), notes: Type.Optional(notes) },
  closed,
)
export type BankChange = Static<typeof BankChange>

const questionFilters = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  type: Type.Optional(Type.Enum(questionTypes)),
  /** Empty: questions without one. */
  category: Type.Optional(Type.String({ maxLength: 40 })),
  difficulty: Type.Optional(Type.Enum(difficulties)),
  state: Type.Optional(Type.Enum(questionStates)),
}
export const bankQuestionOrders = ['written', 'newest', 'updated'] as const
export const QuestionQuery = Type.Object(
  { ...questionFilters, order: Type.Optional(Type.Enum(bankQuestionOrders)), ...paging },
  closed,
)
export type QuestionQuery = Static<typeof QuestionQuery>

export const QuestionPage = Type.Object(
  {
    bank: Bank,
    rows: Type.Array(Question),
    ...paged,
    /** Under the same filters without the state. */
    counts: StateCounts,
    /** Of the whole bank, the largest first. */
    categories: Type.Array(Type.Object({ category: Type.String(), questions: Count }, closed)),
  },
  closed,
)
export type QuestionPage = Static<typeof QuestionPage>

const { pictureId: _picture, ...wording } = QuestionDraft.properties
/** What somebody writes; a picture is sent to the question by itself. */
export const QuestionWords = Type.Object(wording, closed)
export type QuestionWords = Static<typeof QuestionWords>
export const QuestionChange = Type.Object({ version: Count, ...wording }, closed)
export type QuestionChange = Static<typeof QuestionChange>
export const QuestionVersion = Type.Object({ version: Count }, closed)

/** Two questions that say nearly the same; `share` of 1 is all. */
const Near = Type.Object({ question: Question, share: Type.Number() }, closed)
export const NearQuery = Type.Object({ ...wording, except: Type.Optional(Id) }, closed)
export type NearQuery = Static<typeof NearQuery>
export const NearFound = Type.Object({ same: Nullable(Question), near: Type.Array(Near) }, closed)
export type NearFound = Static<typeof NearFound>
export const NearPairs = Type.Object(
  {
    bank: Bank,
    pairs: Type.Array(Type.Object({ one: Question, other: Question, share: Type.Number() }, closed)),
    /** All there are; `pairs` are the nearest of them. */
    total: Count,
  },
  closed,
)
export type NearPairs = Static<typeof NearPairs>

export const ManyQuestions = Type.Object(
  { ids: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) },
  closed,
)
export const ManyDone = Type.Object(
  {
    done: Count,
    /** Left alone: written by the caller, who may not approve them. */
    own: Count,
    /** Left alone: gone, or in a state that does not allow it. */
    settled: Count,
  },
  closed,
)
export type ManyDone = Static<typeof ManyDone>

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
export const KindsQuery = Type.Object(
  { bankIds: Type.String({ maxLength: 740, pattern: `^${uuid}(,${uuid}){0,19}$` }) },
  closed,
)
/** Approved questions. */
export const ApprovedKind = Type.Object(
  {
    type: Type.Enum(questionTypes),
    category: Type.String(),
    difficulty: Type.Enum(difficulties),
    questions: Count,
  },
  closed,
)
export type ApprovedKind = Static<typeof ApprovedKind>
export const ApprovedKinds = Type.Object({ rows: Type.Array(ApprovedKind), total: Count }, closed)
export type ApprovedKinds = Static<typeof ApprovedKinds>

export const bankForms = ['xlsx', 'docx'] as const
export type BankForm = (typeof bankForms)[number]
export const BankFormQuery = Type.Object({ form: Type.Enum(bankForms) }, closed)
export const BankExport = Type.Object({ ...questionFilters, form: Type.Enum(bankForms) }, closed)
export type BankExport = Static<typeof BankExport>

export const importVerdicts = ['new', 'known', 'faulty'] as const
export type ImportVerdict = (typeof importVerdicts)[number]
export const BankImport = Type.Object(
  {
    fileName: Type.String(),
    form: Type.Enum(bankForms),
    written: Type.Boolean(),
    counts: Type.Object({ new: Count, known: Count, faulty: Count, near: Count }, closed),
    /** Of the file as a whole, or of cells that stand in no question. */
    problems: Type.Array(Type.String()),
    /** What is wrong first, then what is new. */
    rows: Type.Array(
      Type.Object(
        {
          /** 第 3 行, 单选题第 3 题. */
          label: Type.String(),
          verdict: Type.Enum(importVerdicts),
          stem: Type.String(),
          type: Nullable(Type.Enum(questionTypes)),
          answer: Type.String(),
          faults: Type.Array(Type.String()),
          /** A question of the bank or of the file that says nearly the same. */
          near: Nullable(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type BankImport = Static<typeof BankImport>
