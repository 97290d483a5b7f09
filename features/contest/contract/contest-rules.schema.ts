/** A contest by configuration: everything in which the contests of associations differ. */
import { type Static, Type } from 'typebox'
import { difficulties, questionTypes } from './question.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' })
const Name = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })
const Moment = Type.String({ format: 'date-time' })
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const Count = (least: number, most: number) => Type.Integer({ minimum: least, maximum: most })

/** So many questions of one kind; the parts of a draw make the paper, in their order. */
export const DrawPart = Type.Object(
  {
    count: Count(1, 200),
    type: Nullable(Type.Enum(questionTypes)),
    category: Nullable(Type.String({ maxLength: 40 })),
    difficulty: Nullable(Type.Enum(difficulties)),
    /** For each of them that is right. */
    points: Count(1, 100),
  },
  closed,
)
export type DrawPart = Static<typeof DrawPart>

export const identityKinds = ['nickname', 'phone', 'oauth', 'code'] as const
export type IdentityKind = (typeof identityKinds)[number]

export const scorings = ['best', 'cumulative', 'average'] as const
/** `time`: less time used; `earlier`: reached earlier. What is still equal then goes by the number of the player. */
export const tieRules = ['time', 'earlier'] as const
export const unitRankings = ['people', 'rate', 'total', 'average'] as const
export const withdrawals = ['award', 'drop'] as const

export const ContestRules = Type.Object(
  {
    /** The window; nothing begins outside it. */
    opensAt: Moment,
    closesAt: Moment,
    /** Each day only between these (Asia/Shanghai); null: at any hour. */
    hours: Nullable(Type.Object({ from: Time, to: Time }, closed)),
    /** 组别; a player chooses one. None: all are one group. */
    groups: Type.Array(Type.Object({ key: Key, name: Name }, closed), { maxItems: 20 }),
    /** 场次 of a sitting or a live final: only then, and only for its groups (none: for all). None: the window alone. */
    sessions: Type.Array(
      Type.Object(
        { key: Key, name: Name, opensAt: Moment, closesAt: Moment, groups: Type.Array(Key) },
        closed,
      ),
      { maxItems: 50 },
    ),
    draw: Type.Array(DrawPart, { minItems: 1, maxItems: 20 }),
    /** 多选 with some of the right options and none wrong. */
    partly: Type.Enum(['none', 'half'] as const),
    /** Seconds: for each question, for the paper, or no limit but the close. */
    time: Type.Union([
      Type.Object({ per: Type.Literal('question'), seconds: Count(5, 600) }, closed),
      Type.Object({ per: Type.Literal('paper'), seconds: Count(10, 14_400) }, closed),
      Type.Object({ per: Type.Literal('none') }, closed),
    ]),
    /** Seconds a paper may come late for the sake of a bad line; afterwards it counts as handed in with nothing right. */
    graceSeconds: Count(0, 600),
    attempts: Type.Object({ perDay: Nullable(Count(1, 1000)), inAll: Nullable(Count(1, 10_000)) }, closed),
    /** 练习: papers that count for nothing, with the right answers at once. */
    practice: Type.Boolean(),
    answersShown: Type.Enum(['never', 'at-once', 'after-close'] as const),
    scoring: Type.Enum(scorings),
    ties: Type.Array(Type.Enum(tieRules), { maxItems: 2, uniqueItems: true }),
    /** Points for passing the contest on; `mostADay` are points as well. */
    share: Nullable(Type.Object({ points: Count(1, 100), mostADay: Count(1, 1000) }, closed)),
    identity: Type.Object(
      {
        kind: Type.Enum(identityKinds),
        /** Of `oauth`: one of the installation's providers. */
        provider: Nullable(Key),
      },
      closed,
    ),
    /** 单位: asked of every player, may be left out, or not asked. */
    units: Type.Enum(['required', 'optional', 'none'] as const),
    /** 组队: the most members of a team; null: no teams. */
    teamSize: Nullable(Count(2, 100)),
    ranking: Type.Object(
      { people: Count(0, 1000), units: Type.Enum(unitRankings), shown: Type.Boolean() },
      closed,
    ),
    lottery: Nullable(
      Type.Object(
        {
          /** One of: points of an attempt, right answers of an attempt, attempts that count. */
          by: Type.Enum(['score', 'right', 'attempts'] as const),
          least: Count(1, 100_000),
          drawsADay: Count(0, 100),
        },
        closed,
      ),
    ),
    certificates: Type.Array(
      Type.Object(
        {
          key: Key,
          name: Name,
          by: Type.Enum(['score', 'rank', 'attempts'] as const),
          /** Points at least, a place at most, attempts at least. */
          bound: Count(1, 100_000),
        },
        closed,
      ),
      { maxItems: 10 },
    ),
    privacy: Type.Object(
      {
        notice: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
        /** 0: for every age; else who is younger needs a guardian's word. */
        minimumAge: Count(0, 18),
        /** What tells who somebody is goes so many days after the close. */
        keepDays: Count(1, 730),
      },
      closed,
    ),
    /** What becomes of a question that was withdrawn after use: everybody has it right, or it counts for nobody. */
    withdrawn: Type.Enum(withdrawals),
  },
  closed,
)
export type ContestRules = Static<typeof ContestRules>

/** Questions of a paper. */
export const questionsOf = (rules: Pick<ContestRules, 'draw'>): number =>
  rules.draw.reduce((sum, part) => sum + part.count, 0)

/** Points of a paper with everything right. */
export const fullScore = (rules: Pick<ContestRules, 'draw'>): number =>
  rules.draw.reduce((sum, part) => sum + part.count * part.points, 0)

/** Seconds a paper may take from its start; null: until the contest closes. */
export const secondsOf = (rules: Pick<ContestRules, 'draw' | 'time'>): number | null =>
  rules.time.per === 'none'
    ? null
    : rules.time.seconds * (rules.time.per === 'paper' ? 1 : questionsOf(rules))
