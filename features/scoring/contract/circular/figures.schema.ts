/** The figures of a circular, as they were when it was made; every one of them can be counted again from the tables. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Name = Type.String()
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])

/** What one unit did in the period. */
export const CircularUnit = Type.Object(
  {
    unitId: Id,
    name: Name,
    /** Equal points share a rank; the next one counts all before it. */
    rank: Type.Integer({ minimum: 1 }),
    /** Null where the campaign has no scoring rules: then by adopted reports. */
    points: Nullable(Type.Number()),
    /** Reports that left the unit in the period. */
    reported: Count,
    /** Reports of it that were adopted for the first time in the period. */
    adopted: Count,
  },
  closed,
)
export type CircularUnit = Static<typeof CircularUnit>

/** Units that are ranked among each other. */
export const CircularClass = Type.Object(
  { id: Type.String(), name: Name, units: Type.Array(CircularUnit) },
  closed,
)
export type CircularClass = Static<typeof CircularClass>

const NamedCount = Type.Object({ unitId: Id, name: Name, count: Count }, closed)

/** A period of a required task that was due in the period of the circular. */
export const CircularTask = Type.Object(
  {
    taskId: Id,
    periodNo: Count,
    /** 主题党日（6月） */
    name: Name,
    dueDay: Day,
    expected: Count,
    onTime: Count,
    late: Count,
    /** Units without proof, by name; the first so many of `silentCount`. */
    silent: Type.Array(Type.Object({ unitId: Id, name: Name }, closed)),
    silentCount: Count,
  },
  closed,
)
export type CircularTask = Static<typeof CircularTask>

export const CircularTotals = Type.Object(
  { units: Count, reported: Count, adopted: Count, reporting: Count, adopting: Count },
  closed,
)
export type CircularTotals = Static<typeof CircularTotals>

export const CircularFigures = Type.Object(
  {
    campaignName: Name,
    unitName: Name,
    /** 2021-07, 2021-Q3 */
    period: Type.String(),
    from: Day,
    to: Day,
    /** The last day that was counted: before `to` while the period runs. */
    until: Day,
    totals: CircularTotals,
    /** The period before, when the campaign had begun. */
    before: Nullable(Type.Object({ reported: Count, adopted: Count }, closed)),
    classes: Type.Array(CircularClass),
    tasks: Type.Array(CircularTask),
    /** Commissions of the unit's desk that were due in the period. */
    commissions: Type.Object(
      { due: Count, onTime: Count, late: Type.Array(NamedCount), missed: Type.Array(NamedCount) },
      closed,
    ),
    /** Versions of the scoring rules that were good in the period. */
    rules: Type.Array(
      Type.Object({ id: Type.String(), name: Name, from: Day, basis: Nullable(Type.String()) }, closed),
    ),
  },
  closed,
)
export type CircularFigures = Static<typeof CircularFigures>
