/** A contest as the office keeps it. */
import { type Static, Type } from 'typebox'
import { contestActions, contestStates } from './contest.flow.ts'
import { ContestRules } from './contest-rules.schema.ts'
import { RulesFault } from './rules-faults.ts'
import { RegradeProgress } from './tally.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

const words = {
  title: Type.String({ minLength: 2, maxLength: 80, pattern: '\\S\\s*\\S' }),
  /** Below /contests/ and /play/ two names are taken. */
  slug: Type.String({ pattern: '^(?!(?:assets|check)$)[a-z0-9][a-z0-9-]{1,39}$' }),
  about: Type.String({ maxLength: 4000 }),
  rules: ContestRules,
  bankIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
}

export const ContestDraft = Type.Object({ unitId: Id, ...words }, closed)
export type ContestDraft = Static<typeof ContestDraft>

const head = {
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  state: Type.Enum(contestStates),
  opensAt: Moment,
  closesAt: Moment,
  /** False: another unit's contest that units of the caller take part in; its numbers are theirs alone. */
  whole: Type.Boolean(),
  /** 人数, 人次, 浏览量 */
  people: Count,
  attempts: Count,
  views: Count,
  createdName: Type.String(),
  updatedAt: Moment,
  version: Count,
  actions: Type.Array(Type.Enum(contestActions)),
}

export const ContestSummary = Type.Object(head, closed)
export type ContestSummary = Static<typeof ContestSummary>

export const ContestRecord = Type.Object(
  {
    ...head,
    about: Type.String(),
    rules: ContestRules,
    /** What stands against opening it, while it is being set up. */
    faults: Type.Array(RulesFault),
    banks: Type.Array(Type.Object({ id: Id, name: Type.String(), approved: Count }, closed)),
    /** Frozen questions, and how many of them were withdrawn. */
    questions: Count,
    withdrawn: Count,
    flagged: Count,
    /** How far the papers are graded anew after a question was withdrawn. */
    regrade: RegradeProgress,
    keyCommitment: Nullable(Type.String()),
    openedAt: Nullable(Moment),
    closedAt: Nullable(Moment),
    publishedAt: Nullable(Moment),
    steps: Type.Array(
      Type.Object({ at: Moment, action: Type.String(), byName: Type.String(), note: Type.String() }, closed),
    ),
  },
  closed,
)
export type ContestRecord = Static<typeof ContestRecord>
