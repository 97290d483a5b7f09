/** Reminders (催办): what people were told, the record of it, and what a coordinator asks by hand. */
import { type Static, Type } from 'typebox'
import { remindKinds } from './remind.kinds.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })

/** Lines of a digest, the most pressing first. */
export const lineKinds = [
  /** 已逾期未报 */
  'overdue',
  /** 一周内到期 */
  'near',
  /** 将到期 */
  'ahead',
  'commission-missed',
  'commission',
  'commitment',
  'review',
  'desk',
] as const
export type LineKind = (typeof lineKinds)[number]

/** One line of a digest: how many of one list, the first few by name. */
export const RemindLine = Type.Object(
  {
    kind: Type.Enum(lineKinds),
    /** Null: of all campaigns. */
    campaignId: Nullable(Id),
    unitId: Id,
    unitName: Type.String(),
    count: Type.Integer({ minimum: 1 }),
    titles: Type.Array(Type.String()),
    /** The list that shows what was counted: path of the staff app below /desk. */
    link: Type.String(),
  },
  closed,
)
export type RemindLine = Static<typeof RemindLine>

export const OwnDigests = Type.Object(
  { digests: Type.Array(Type.Object({ day: Day, at: Moment, lines: Type.Array(RemindLine) }, closed)) },
  closed,
)

export const remindWays = ['automatic', 'manual'] as const

const filters = {
  under: Type.Optional(Id),
  kind: Type.Optional(Type.Enum(remindKinds)),
  way: Type.Optional(Type.Enum(remindWays)),
  task: Type.Optional(Id),
  /** Only those that reached nobody. */
  unreached: Type.Optional(Type.Boolean()),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}
export const ReminderFilter = Type.Object(filters, closed)
export type ReminderFilter = Static<typeof ReminderFilter>
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}
export const ReminderQuery = Type.Object({ ...filters, ...paging }, closed)
export type ReminderQuery = Static<typeof ReminderQuery>

export const Reminder = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    kind: Type.Enum(remindKinds),
    campaignId: Nullable(Id),
    taskId: Nullable(Id),
    taskName: Nullable(Type.String()),
    periodNo: Nullable(Type.Integer()),
    periodName: Nullable(Type.String()),
    way: Type.Enum(remindWays),
    by: Nullable(Type.String()),
    words: Nullable(Type.String()),
    at: Moment,
    /** The quiet hours are not over yet. */
    waiting: Type.Boolean(),
    people: Count,
  },
  closed,
)
export type Reminder = Static<typeof Reminder>

export const ReminderPage = Type.Object(
  {
    rows: Type.Array(Reminder),
    total: Count,
    /** Under the same filters but `way` and `unreached`. */
    counts: Type.Object({ all: Count, automatic: Count, manual: Count, unreached: Count }, closed),
    page: Count,
    pageSize: Count,
    actions: Type.Array(Type.Enum(['export', 'preview'])),
  },
  closed,
)
export type ReminderPage = Static<typeof ReminderPage>

/** Who would be told on the next working day as things stand. */
export const RemindPreview = Type.Object(
  {
    day: Day,
    /** Whether the holidays of that year are known; else Monday to Friday are taken for working days. */
    holidaysKnown: Type.Boolean(),
    rows: Type.Array(
      Type.Object({ personName: Type.String(), at: Type.String(), lines: Type.Array(RemindLine) }, closed),
    ),
    total: Count,
    /** Units that would be told of something, but nobody there holds a post that is told. */
    unreached: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    page: Count,
    pageSize: Count,
  },
  closed,
)
export type RemindPreview = Static<typeof RemindPreview>
export const PreviewQuery = Type.Object(paging, closed)

/** Cells of the gap list, in words of the coordinator's own if they wish. */
export const RemindUnits = Type.Object(
  {
    cells: Type.Array(
      Type.Object(
        {
          taskId: Id,
          periodNo: Type.Integer({ minimum: 1, maximum: 999_999 }),
          unitIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
    words: Type.Optional(Type.String({ maxLength: 200 })),
    /** Also those that were told of it today already. */
    again: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type RemindUnits = Static<typeof RemindUnits>

const NamedUnit = Type.Object({ id: Id, name: Type.String() }, closed)
export const Reminded = Type.Object(
  {
    /** Cells that are reminded of, and people who are told of them. */
    cells: Count,
    people: Count,
    /** When they are told: now, or when the quiet hours end. */
    at: Moment,
    quiet: Type.Boolean(),
    /** Units in which nobody holds a post that is told. */
    unreached: Type.Array(NamedUnit),
    /** Units that were told of it today and are not told again unless that is asked for. */
    toldToday: Type.Array(NamedUnit),
    /** Cells that are done meanwhile, or do not bind the unit. */
    settled: Count,
  },
  closed,
)
export type Reminded = Static<typeof Reminded>
