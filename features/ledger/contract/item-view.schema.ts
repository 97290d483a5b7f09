/** The same items as board (看板), matrix, timeline (甘特), calendar and statistics; all under the filters of the list. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { coverageLines } from './coverage.schema.ts'
import { itemStates } from './item.flow.ts'
import { itemLights } from './item-light.ts'
import { ItemFilter } from './item-query.schema.ts'
import { LedgerItemRow } from './ledger-item.schema.ts'
import { ledgerKinds } from './ledger-rules.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 }))
const Named = Type.Object({ id: Id, name: Type.String() }, closed)
const filters = ItemFilter.properties

/** How many items stand how: what is open by its light, what is not dispatched yet, and what is done; none cancelled. */
export const LightTally = Type.Object(
  { green: Count, blue: Count, yellow: Count, red: Count, before: Count, done: Count },
  closed,
)
export type LightTally = Static<typeof LightTally>
export const noLights: LightTally = { green: 0, blue: 0, yellow: 0, red: 0, before: 0, done: 0 }

export const BoardQuery = Type.Object({ ...filters, page: Page }, closed)
export type BoardQuery = Static<typeof BoardQuery>
export const BoardColumn = Type.Object(
  {
    state: Type.Enum(itemStates),
    count: Count,
    /** Of those of them that are open. */
    lights: Type.Object({ green: Count, blue: Count, yellow: Count, red: Count }, closed),
    /** The most urgent first; of what is done the latest. */
    rows: Type.Array(LedgerItemRow),
    more: Type.Boolean(),
  },
  closed,
)
export type BoardColumn = Static<typeof BoardColumn>
export const ItemBoard = Type.Object(
  { today: Day, under: Nullable(Named), columns: Type.Array(BoardColumn) },
  closed,
)
export type ItemBoard = Static<typeof ItemBoard>

const matrixFilters = { ...filters, lines: Type.Optional(Type.Enum(coverageLines)) }
export const MatrixFilter = Type.Object(matrixFilters, closed)
export type MatrixFilter = Static<typeof MatrixFilter>
export const MatrixQuery = Type.Object({ ...matrixFilters, page: Page, columnPage: Page }, closed)
export type MatrixQuery = Static<typeof MatrixQuery>
export const MatrixColumn = Type.Object(
  {
    matterId: Id,
    code: Type.String(),
    title: Type.String(),
    ledgerName: Type.String(),
    /** When the first of its open items is due. */
    dueDay: Nullable(Day),
  },
  closed,
)
export type MatrixColumn = Static<typeof MatrixColumn>
export const MatrixTally = Type.Object(
  {
    ...LightTally.properties,
    /** Where the cell is one item. */
    item: Nullable(Type.Object({ id: Id, state: Type.Enum(itemStates) }, closed)),
  },
  closed,
)
export type MatrixTally = Static<typeof MatrixTally>
export const MatrixLine = Type.Object(
  {
    /** Null where the line is a kind of units. */
    unitId: Nullable(Id),
    name: Nullable(Type.String()),
    kind: Nullable(Type.Enum(unitKinds)),
    above: Nullable(Type.String()),
    own: Type.Boolean(),
    opens: Type.Boolean(),
    /** One for each column; null where the matter is not for it. */
    cells: Type.Array(Nullable(MatrixTally)),
    /** Of the columns shown. */
    total: LightTally,
  },
  closed,
)
export type MatrixLine = Static<typeof MatrixLine>
export const ItemMatrix = Type.Object(
  {
    today: Day,
    under: Nullable(Named),
    /** The units above it as far as the caller sees them, the topmost first. */
    line: Type.Array(Named),
    lines: Type.Enum(coverageLines),
    columns: Type.Array(MatrixColumn),
    columnTotal: Count,
    columnPage: Count,
    columnPageSize: Count,
    rows: Type.Array(MatrixLine),
    /** Of every line, not only of this page. */
    totals: Type.Array(LightTally),
    sum: LightTally,
    total: Count,
    page: Count,
    pageSize: Count,
  },
  closed,
)
export type ItemMatrix = Static<typeof ItemMatrix>

export const timelineGroups = ['unit', 'matter'] as const
export const TimelineQuery = Type.Object(
  { ...filters, by: Type.Optional(Type.Enum(timelineGroups)), page: Page },
  closed,
)
export type TimelineQuery = Static<typeof TimelineQuery>
export const TimelineRow = Type.Object(
  {
    id: Id,
    matterId: Id,
    code: Type.String(),
    title: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    state: Type.Enum(itemStates),
    light: Nullable(Type.Enum(itemLights)),
    percent: Count,
    startDay: Day,
    dueDay: Day,
    /** The deadline before it was put off; null: it never was. */
    firstDueDay: Nullable(Day),
    closedDay: Nullable(Day),
    milestones: Type.Array(Type.Object({ name: Type.String(), day: Day, done: Nullable(Day) }, closed)),
  },
  closed,
)
export type TimelineRow = Static<typeof TimelineRow>
export const ItemTimeline = Type.Object(
  {
    today: Day,
    under: Nullable(Named),
    by: Type.Enum(timelineGroups),
    rows: Type.Array(TimelineRow),
    total: Count,
    page: Count,
    pageSize: Count,
  },
  closed,
)
export type ItemTimeline = Static<typeof ItemTimeline>

const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' })
/** With a day before it and one behind it. */
const AskedMonth = Type.String({ pattern: '^[1-8][0-9]{3}-(0[1-9]|1[0-2])$' })
export const CalendarQuery = Type.Object({ ...filters, month: Type.Optional(AskedMonth) }, closed)
export type CalendarQuery = Static<typeof CalendarQuery>
/** 截止, 阶段节点 (the next one that is not reached), 巩固复查 */
export const calendarKinds = ['due', 'milestone', 'recheck'] as const
export type CalendarKind = (typeof calendarKinds)[number]
export const CalendarDay = Type.Object(
  {
    day: Day,
    working: Type.Boolean(),
    due: Count,
    milestone: Count,
    recheck: Count,
    /** Up to three of them. */
    items: Type.Array(
      Type.Object(
        {
          id: Id,
          kind: Type.Enum(calendarKinds),
          title: Type.String(),
          unitName: Type.String(),
          light: Nullable(Type.Enum(itemLights)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type CalendarDay = Static<typeof CalendarDay>
export const ItemCalendar = Type.Object(
  { today: Day, under: Nullable(Named), month: Month, days: Type.Array(CalendarDay) },
  closed,
)
export type ItemCalendar = Static<typeof ItemCalendar>

export const statisticsLines = ['unit', 'unit-kind', 'ledger-kind', 'month'] as const
export type StatisticsLines = (typeof statisticsLines)[number]
export const StatisticsQuery = Type.Object(
  { ...filters, by: Type.Optional(Type.Enum(statisticsLines)) },
  closed,
)
export type StatisticsQuery = Static<typeof StatisticsQuery>
/** Figures that open a list: each is a group of the list. */
export const figureGroups = ['open', 'done', 'overdue', 'late', 'reopened', 'flagged'] as const
export type FigureGroup = (typeof figureGroups)[number]
export const ItemFigures = Type.Object(
  {
    open: Count,
    done: Count,
    overdue: Count,
    late: Count,
    reopened: Count,
    flagged: Count,
    /** From dispatching to closing, of what is done; null: nothing is. */
    medianDays: Nullable(Type.Number({ minimum: 0 })),
  },
  closed,
)
export type ItemFigures = Static<typeof ItemFigures>
export const StatisticsLine = Type.Object(
  {
    unitId: Nullable(Id),
    name: Nullable(Type.String()),
    own: Type.Boolean(),
    unitKind: Nullable(Type.Enum(unitKinds)),
    kind: Nullable(Type.Enum(ledgerKinds)),
    /** Of the deadline. */
    month: Nullable(Month),
    ...ItemFigures.properties,
  },
  closed,
)
export type StatisticsLine = Static<typeof StatisticsLine>
export const ItemStatistics = Type.Object(
  {
    today: Day,
    under: Nullable(Named),
    by: Type.Enum(statisticsLines),
    rows: Type.Array(StatisticsLine),
    sum: ItemFigures,
  },
  closed,
)
export type ItemStatistics = Static<typeof ItemStatistics>
