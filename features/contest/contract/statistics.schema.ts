/** 数据 of a contest: three measures by day, hour, unit and city, and what its questions were like. */
import { type Static, Type } from 'typebox'
import { contestStates } from './contest.flow.ts'
import { difficulties, questionTypes } from './question.schema.ts'
import { questionWords } from './question-words.rules.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const No = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
const paged = { total: Count, page: Count, pageSize: Count }

/** 人数: who has at least one attempt that counts. 人次: attempts that count. 浏览量: pages of the contest delivered. */
export const contestMeasures = ['people', 'attempts', 'views'] as const
export type ContestMeasure = (typeof contestMeasures)[number]
export const Measured = Type.Object({ people: Count, attempts: Count, views: Count }, closed)
export type Measured = Static<typeof Measured>

/** Where: a city with its units, or one unit, by their numbers in the contest; left out: everywhere the caller may see. */
const place = { city: Type.Optional(No), unit: Type.Optional(No) }
export const ContestPlace = Type.Object(place, closed)
export type ContestPlace = Static<typeof ContestPlace>

export const ContestStatisticsQuery = Type.Object({ ...place, day: Type.Optional(Day) }, closed)
export type ContestStatisticsQuery = Static<typeof ContestStatisticsQuery>

export const ContestHead = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    title: Type.String(),
    unitName: Type.String(),
    state: Type.Enum(contestStates),
    opensAt: Moment,
    closesAt: Moment,
    /** False: only the units of the caller are counted here. */
    whole: Type.Boolean(),
    /** Up to when the log was counted; null: never yet. */
    countedAt: Nullable(Moment),
  },
  closed,
)
export type ContestHead = Static<typeof ContestHead>

/** People of a day or an hour: in the hour of their first attempt of that day. */
export const SeriesPoint = Type.Object(
  { at: Type.String(), newcomers: Count, ...Measured.properties },
  closed,
)
export type SeriesPoint = Static<typeof SeriesPoint>

export const ContestStatistics = Type.Object(
  {
    head: ContestHead,
    place: Nullable(Type.Object({ no: No, name: Type.String(), isCity: Type.Boolean() }, closed)),
    total: Measured,
    today: Measured,
    /** Of attempts that count; null without one. */
    averageScore: Nullable(Type.Number()),
    averageSeconds: Nullable(Type.Number()),
    fullScore: Count,
    /** 应参加人数 of the units that have one, and their people. */
    expected: Count,
    expectedPeople: Count,
    /** By day, or by hour of the day that was asked for. */
    by: Type.Enum(['day', 'hour'] as const),
    series: Type.Array(SeriesPoint),
    groups: Type.Array(
      Type.Object({ group: No, name: Type.String(), people: Count, attempts: Count }, closed),
    ),
    /** Players by what the ranking goes by; ranges of equal width. */
    scores: Type.Array(Type.Object({ from: Type.Number(), to: Type.Number(), people: Count }, closed)),
    keeps: Type.Boolean(),
  },
  closed,
)
export type ContestStatistics = Static<typeof ContestStatistics>

export const unitOrders = ['people', 'attempts', 'views', 'rate', 'average', 'expected', 'place'] as const
export type UnitOrder = (typeof unitOrders)[number]
const units = {
  by: Type.Optional(Type.Enum(['city', 'unit'] as const)),
  city: Type.Optional(No),
  q: Type.Optional(Type.String({ maxLength: 60 })),
  order: Type.Optional(Type.Enum([...unitOrders, ...unitOrders.map(order => `-${order}` as const)])),
}
export const ContestUnitsQuery = Type.Object({ ...units, ...paging }, closed)
export type ContestUnitsQuery = Static<typeof ContestUnitsQuery>
export const ContestUnitsExport = Type.Object(units, closed)
export type ContestUnitsExport = Static<typeof ContestUnitsExport>

export const ContestUnitRow = Type.Object(
  {
    no: No,
    name: Type.String(),
    cityNo: No,
    cityName: Nullable(Type.String()),
    /** Units that make up the row. */
    units: Count,
    ...Measured.properties,
    expected: Nullable(Count),
    /** Of people expected; of a city of those units whose number is known. */
    rate: Nullable(Type.Number()),
    /** Points of an attempt. */
    average: Nullable(Type.Number()),
  },
  closed,
)
export type ContestUnitRow = Static<typeof ContestUnitRow>
export const ContestUnitPage = Type.Object(
  { rows: Type.Array(ContestUnitRow), ...paged, sum: Measured, cityName: Nullable(Type.String()) },
  closed,
)
export type ContestUnitPage = Static<typeof ContestUnitPage>

export const questionOrders = ['no', 'rate', '-rate', 'discrimination', '-discrimination', '-asked'] as const
const questions = {
  word: Type.Optional(Type.Enum(questionWords)),
  order: Type.Optional(Type.Enum(questionOrders)),
}
export const ContestQuestionsQuery = Type.Object({ ...questions, ...paging }, closed)
export type ContestQuestionsQuery = Static<typeof ContestQuestionsQuery>
export const ContestQuestionsExport = Type.Object(questions, closed)
export type ContestQuestionsExport = Static<typeof ContestQuestionsExport>

export const ContestQuestionRow = Type.Object(
  {
    no: No,
    type: Type.Enum(questionTypes),
    stem: Type.String(),
    category: Type.String(),
    difficulty: Type.Enum(difficulties),
    asked: Count,
    /** 难度: of those asked, how many were right, 0 to 1. */
    rate: Nullable(Type.Number()),
    /** 区分度: correlation of being right with the rest of the paper, −1 to 1. */
    discrimination: Nullable(Type.Number()),
    words: Type.Array(Type.Enum(questionWords)),
    options: Type.Array(Type.Object({ text: Type.String(), right: Type.Boolean(), chosen: Count }, closed)),
    withdrawn: Type.Boolean(),
    /** In its bank, while it is there. */
    bankId: Nullable(Id),
    questionId: Nullable(Id),
  },
  closed,
)
export type ContestQuestionRow = Static<typeof ContestQuestionRow>
export const ContestQuestionPage = Type.Object(
  {
    rows: Type.Array(ContestQuestionRow),
    ...paged,
    counts: Type.Array(Type.Object({ word: Type.Enum(questionWords), questions: Count }, closed)),
  },
  closed,
)
export type ContestQuestionPage = Static<typeof ContestQuestionPage>

/** 应参加人数 of units, by name or by number; null takes it away. */
export const ExpectedNumbers = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          unit: Type.String({ minLength: 1, maxLength: 100 }),
          expected: Nullable(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 5000 },
    ),
  },
  closed,
)
export type ExpectedNumbers = Static<typeof ExpectedNumbers>
export const ExpectedOutcome = Type.Object(
  {
    changed: Count,
    /** Lines that name no unit of the contest, or more than one; nothing was written of any line then. */
    problems: Type.Array(
      Type.Object({ row: Count, unit: Type.String(), meant: Nullable(Type.String()) }, closed),
    ),
  },
  closed,
)
export type ExpectedOutcome = Static<typeof ExpectedOutcome>

/** Lines of a workbook as they were read, for somebody to look at. */
export const ExpectedSheet = Type.Object(
  { rows: Type.Array(Type.Object({ unit: Type.String(), expected: Type.String() }, closed)) },
  closed,
)
export type ExpectedSheet = Static<typeof ExpectedSheet>
