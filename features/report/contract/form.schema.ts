/** What the form of a report needs to know before the first word is written. */
import { PackReporting, periodStates } from '@jianbao/campaign/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })

export const FormPeriod = Type.Object(
  {
    no: Count,
    name: Type.String(),
    dueDay: Day,
    state: Type.Enum(periodStates),
    /** Nothing is taken from this day on, unless it was opened for the unit until `openUntil`. */
    lockDay: Nullable(Day),
    openUntil: Nullable(Day),
    /** Reports of the unit for it: on their way, and those that prove it. */
    waiting: Count,
    proven: Count,
  },
  closed,
)
export const FormTask = Type.Object(
  {
    id: Id,
    name: Type.String(),
    required: Type.Boolean(),
    purpose: Nullable(Type.String()),
    /** So many reports, of one of these types when any are named. */
    needed: Count,
    types: Type.Array(Type.String()),
    periods: Type.Array(FormPeriod),
  },
  closed,
)
export const FormCampaign = Type.Object(
  {
    id: Id,
    name: Type.String(),
    types: PackReporting.properties.types,
    measures: PackReporting.properties.measures,
    tasks: Type.Array(FormTask),
    /** Who can open a locked period: names of people with their unit, or of the unit alone. */
    openers: Type.Array(Type.String()),
  },
  closed,
)
export const FormCommission = Type.Object(
  {
    id: Id,
    title: Type.String(),
    brief: Type.String(),
    dueDay: Day,
    byName: Type.String(),
    campaignId: Nullable(Id),
    taskId: Nullable(Id),
    periodNo: Nullable(Count),
  },
  closed,
)
export const ReportForm = Type.Object(
  {
    today: Day,
    /** Units the caller reports for; the chosen one is among them. */
    units: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    unitId: Id,
    /** The caller signs for the unit: what they send leaves it at once. */
    signs: Type.Boolean(),
    /** Who signs for it otherwise, and the desk it goes to. */
    leads: Type.Array(Type.String()),
    deskName: Type.String(),
    /** Open ones that reach the unit, the newest first. */
    campaigns: Type.Array(FormCampaign),
    /** Pieces asked of the unit and not delivered yet. */
    commissions: Type.Array(FormCommission),
  },
  closed,
)
export const FormQuery = Type.Object({ unitId: Type.Optional(Id) }, closed)

export type FormPeriod = Static<typeof FormPeriod>
export type FormTask = Static<typeof FormTask>
export type FormCampaign = Static<typeof FormCampaign>
export type FormCommission = Static<typeof FormCommission>
export type ReportForm = Static<typeof ReportForm>

const Named = Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed))
/** Names of what reports are sorted by, also of campaigns that are over. */
export const ReportWords = Type.Object(
  {
    campaigns: Type.Array(
      Type.Object(
        {
          ...{ id: Id, name: Type.String(), types: Named, columns: Named, tasks: Named },
          /** With the units of measure its figures come in. */
          measures: Type.Array(
            Type.Object({ id: Type.String(), name: Type.String(), units: Type.Array(Type.String()) }, closed),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ReportWords = Static<typeof ReportWords>
