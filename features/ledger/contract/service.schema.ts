import { type Static, Type } from 'typebox'
import { itemLights } from './item-light.ts'
import { SatisfactionRules } from './ledger-rules.schema.ts'
import { satisfactionChoices } from './satisfaction.rules.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })

/** Yuan with at most two places behind the point: text, for a number would not hold it exactly. */
export const Money = Type.String({ pattern: '^(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$' })
const People = Type.Integer({ minimum: 0, maximum: 100_000_000 })
const Spoken = (length: number) =>
  Type.String({ minLength: 2, maxLength: length, pattern: '\\S[\\s\\S]*\\S' })

export const serviceActions = [
  /** 填写成果: whoever works on it, until it is verified */
  'write-outcome',
  /** 公示 and its words: whoever keeps it */
  'publish',
  'withdraw',
  /** 发放评价链接 */
  'ask',
  /** 审看留言 */
  'moderate',
] as const
export type ServiceAction = (typeof serviceActions)[number]

export const ServiceOutcome = Type.Object(
  {
    /** 受益人数; 人次 stands beside it and is never added. */
    people: Count,
    attendances: Nullable(Count),
    words: Type.String(),
    updatedName: Type.String(),
    updatedAt: Moment,
  },
  closed,
)
export type ServiceOutcome = Static<typeof ServiceOutcome>

export const ServicePublication = Type.Object(
  {
    title: Type.String(),
    words: Type.String(),
    outcome: Type.String(),
    publishedAt: Nullable(Moment),
    version: Count,
  },
  closed,
)
export type ServicePublication = Static<typeof ServicePublication>

export const ServiceWord = Type.Object(
  { id: Id, words: Type.String(), day: Day, state: Type.Enum(['waiting', 'shown', 'hidden']) },
  closed,
)
export type ServiceWord = Static<typeof ServiceWord>

export const Satisfaction = Type.Object(
  {
    /** Links given out in this round, and those used. */
    links: Count,
    used: Count,
    lastDay: Nullable(Day),
    /** All answers, also 不了解. */
    answers: Count,
    /** How they fell; null while fewer than three count. */
    counts: Nullable(
      Type.Object(
        Object.fromEntries(satisfactionChoices.map(choice => [choice, Count])) as Record<
          (typeof satisfactionChoices)[number],
          typeof Count
        >,
        closed,
      ),
    ),
    mean: Nullable(Type.String()),
    passed: Nullable(Type.Boolean()),
    rules: SatisfactionRules,
    /** What the caller may read of what was written. */
    words: Type.Array(ServiceWord),
  },
  closed,
)
export type Satisfaction = Static<typeof Satisfaction>

/** What a service item has besides every other item. */
export const ServiceRecord = Type.Object(
  {
    itemId: Id,
    title: Type.String(),
    outcomeAsked: Type.Boolean(),
    outcome: Nullable(ServiceOutcome),
    budget: Nullable(Money),
    spent: Nullable(Money),
    publication: Nullable(ServicePublication),
    /** What would be published, to be edited first. */
    proposed: Type.Object({ title: Type.String(), words: Type.String(), outcome: Type.String() }, closed),
    satisfaction: Nullable(Satisfaction),
    needs: Type.Array(Type.Object({ id: Id, number: Type.String(), words: Type.String() }, closed)),
    /** Of the item, which outcome and money are written under. */
    version: Count,
    actions: Type.Array(Type.Enum(serviceActions)),
  },
  closed,
)
export type ServiceRecord = Static<typeof ServiceRecord>

export const OutcomeDraft = Type.Object(
  {
    version: Count,
    people: People,
    attendances: Nullable(People),
    words: Spoken(2000),
    budget: Nullable(Money),
    spent: Nullable(Money),
  },
  closed,
)
export type OutcomeDraft = Static<typeof OutcomeDraft>

export const PublicationDraft = Type.Object(
  {
    /** Of the publication; null: there was none when the page was opened. */
    version: Nullable(Count),
    title: Spoken(120),
    words: Spoken(1000),
    outcome: Type.String({ maxLength: 1000 }),
  },
  closed,
)
export type PublicationDraft = Static<typeof PublicationDraft>
export const PublicationVersion = Type.Object({ version: Count }, closed)

export const mostLinks = 500
export const AskDraft = Type.Object(
  { links: Type.Integer({ minimum: 1, maximum: mostLinks }), lastDay: Day },
  closed,
)
export type AskDraft = Static<typeof AskDraft>
/** Told once: only hashes are kept. */
export const AskLinks = Type.Object({ paths: Type.Array(Type.String()), record: ServiceRecord }, closed)
export type AskLinks = Static<typeof AskLinks>

export const WordChoice = Type.Object({ state: Type.Enum(['shown', 'hidden'] as const) }, closed)

export const serviceGroups = ['all', 'open', 'done', 'failing', 'public', 'hidden'] as const
export type ServiceGroup = (typeof serviceGroups)[number]
const totalsFilters = {
  /** A unit with everything below it. */
  under: Type.Optional(Id),
  ledger: Type.Optional(Id),
}
export const ServiceTotalsQuery = Type.Object(totalsFilters, closed)
export type ServiceTotalsQuery = Static<typeof ServiceTotalsQuery>

const sums = {
  items: Count,
  open: Count,
  done: Count,
  /** 未达标: those served were not satisfied. */
  failing: Count,
  /** On the public list. */
  public: Count,
  people: Count,
  attendances: Count,
  budget: Money,
  spent: Money,
}
export const ServiceSums = Type.Object(sums, closed)
export type ServiceSums = Static<typeof ServiceSums>
export const ServiceTotals = Type.Object(
  {
    unitName: Nullable(Type.String()),
    whole: ServiceSums,
    rows: Type.Array(Type.Object({ unitId: Id, unitName: Type.String(), ...sums }, closed)),
  },
  closed,
)
export type ServiceTotals = Static<typeof ServiceTotals>

export const ServiceQuery = Type.Object(
  {
    ...totalsFilters,
    /** The very unit. */
    unit: Type.Optional(Id),
    group: Type.Optional(Type.Enum(serviceGroups)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type ServiceQuery = Static<typeof ServiceQuery>
export const ServiceRow = Type.Object(
  {
    id: Id,
    title: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    state: Type.String(),
    light: Nullable(Type.Enum(itemLights)),
    dueDay: Day,
    people: Nullable(Count),
    attendances: Nullable(Count),
    budget: Nullable(Money),
    spent: Nullable(Money),
    mean: Nullable(Type.String()),
    failing: Type.Boolean(),
    public: Type.Boolean(),
  },
  closed,
)
export type ServiceRow = Static<typeof ServiceRow>
export const ServicePage = Type.Object(
  {
    rows: Type.Array(ServiceRow),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    unitName: Nullable(Type.String()),
  },
  closed,
)
export type ServicePage = Static<typeof ServicePage>
