/** What a player's phone and the server say to each other. */
import { type Static, Type } from 'typebox'
import { contestStates } from './contest.flow.ts'
import { mostBlanks, mostOptions, questionTypes } from './question.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })

/** Signed by the server: who plays, and how many attempts are behind them. Means nothing to the phone. */
export const Token = Type.String({ minLength: 40, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' })

const progress = {
  ticket: Token,
  /** Attempts behind the player, today and in all; those that may follow, null where there is no limit. */
  attempts: Count,
  today: Count,
  leftToday: Nullable(Count),
  leftInAll: Nullable(Count),
}

/** How far a player is; every answer that changes it carries it anew. */
export const Progress = Type.Object(progress, closed)
export type Progress = Static<typeof Progress>

/** Who a player is and how far; what joining answers. */
export const Standing = Type.Object(
  {
    ...progress,
    nickname: Type.String(),
    unitName: Nullable(Type.String()),
    group: Nullable(Type.String()),
    /** 参赛码 */
    code: Type.String(),
  },
  closed,
)
export type Standing = Static<typeof Standing>

export const PaperWish = Type.Object({ ticket: Token, practice: Type.Optional(Type.Boolean()) }, closed)
export type PaperWish = Static<typeof PaperWish>

export const PaperQuestion = Type.Object(
  {
    /** Of the frozen questions; immutable with the run. */
    no: Count,
    type: Type.Enum(questionTypes),
    stem: Type.String(),
    /** As frozen; `order` of the paper says how they are shown. */
    options: Type.Array(Type.String()),
    /** Blanks to fill in; 0 for the others. */
    blanks: Count,
    /** Below /play/<slug>/pictures/ */
    picture: Nullable(Type.String()),
  },
  closed,
)
export type PaperQuestion = Static<typeof PaperQuestion>

export const Paper = Type.Object(
  {
    /** Start token: signed with the moment of the start. */
    token: Token,
    practice: Type.Boolean(),
    startedAt: Moment,
    /** Of the server, for phones whose clock is wrong. */
    now: Moment,
    /** When it must be handed in; null: by the close of the contest. */
    deadline: Nullable(Moment),
    secondsPerQuestion: Nullable(Count),
    questions: Type.Array(PaperQuestion),
    /** For each question: places of the options in the order they are shown. */
    order: Type.Array(Type.Array(Count)),
    points: Type.Array(Count),
  },
  closed,
)
export type Paper = Static<typeof Paper>

/** For one question: places as shown, or words for each blank; nothing: left out. */
export const GivenAnswer = Type.Union([
  Type.Array(Type.Integer({ minimum: 0, maximum: mostOptions - 1 }), { maxItems: mostOptions }),
  Type.Array(Type.String({ maxLength: 100 }), { maxItems: mostBlanks }),
])
export type GivenAnswer = Static<typeof GivenAnswer>

export const HandIn = Type.Object(
  {
    token: Token,
    answers: Type.Array(GivenAnswer, { maxItems: 4000 }),
    /** Milliseconds spent on each question, by the phone's clock; looked at for review, never for points. */
    pace: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 86_400_000 }), { maxItems: 4000 })),
  },
  closed,
)
export type HandIn = Static<typeof HandIn>

export const markLetters = ['1', '0', 'h', '-'] as const

export const Explained = Type.Object(
  {
    /** Places as shown, or words for each blank. */
    right: GivenAnswer,
    explanation: Type.String(),
    source: Type.String(),
  },
  closed,
)

export const Result = Type.Object(
  {
    /** `again`: it was counted before, and this is what it was. `practice`: counts for nothing. */
    counted: Type.Enum(['now', 'again', 'practice'] as const),
    score: Count,
    fullScore: Count,
    rightCount: Count,
    questionCount: Count,
    usedMs: Count,
    /** Came after its time: nothing of it counts as right. */
    late: Type.Boolean(),
    /** For each question: 1 right, 0 wrong, h half, - left out; empty where answers are not shown. */
    marks: Type.String(),
    explained: Nullable(Type.Array(Explained)),
    progress: Progress,
  },
  closed,
)
export type Result = Static<typeof Result>

/** What anybody may know of a contest, with its page. */
export const ContestFace = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    unitName: Type.String(),
    state: Type.Enum(contestStates),
    /** Of the server. */
    now: Moment,
    opensAt: Moment,
    closesAt: Moment,
    /** Whether a paper can begin now; else what stands in the way: 未开始, 已结束, 不在时段. */
    playable: Type.Boolean(),
    nextAt: Nullable(Moment),
    questionCount: Count,
    fullScore: Count,
  },
  closed,
)
export type ContestFace = Static<typeof ContestFace>

/** What a flag of an attempt says; flags are for review, nothing is dropped for one. */
export const attemptFlags = {
  /** 作答过快 */
  fast: 1,
  /** 作答节奏过于均匀 */
  regular: 2,
  /** 超时交卷 */
  late: 4,
  /** 同一份卷多次开始 */
  restarted: 8,
} as const
export type AttemptFlag = keyof typeof attemptFlags
