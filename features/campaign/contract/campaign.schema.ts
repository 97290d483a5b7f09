/** Campaigns (专项工作), their stages and tasks, as pages see them. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'
import { campaignActions, campaignStates } from './campaign.flow.ts'
import { rhythms } from './pack.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })

/** Everybody with a business role below a campaign reads its plan. */
export const planReaders = [
  'reporter',
  'unit-lead',
  'editor',
  'reviser',
  'signatory',
  'coordinator',
  'inspector',
] as const
/** Who loads, opens and closes campaigns of their unit and below. */
export const campaignKeepers = ['coordinator'] as const
/** Whose tasks a unit's own page is for. */
export const taskDoers = ['reporter', 'unit-lead'] as const

export const packParts = [
  'campaign',
  'stage',
  'group',
  'task',
  'type',
  'measure',
  'column',
  'commitment',
  'reminders',
  'scoring',
  'ledger',
  'units',
] as const

/** One thing that loading a pack does to a campaign. */
export const PackChange = Type.Object(
  {
    part: Type.Enum(packParts),
    key: Type.String(),
    /** Empty where only the order of a part changed. */
    name: Type.String(),
    change: Type.Enum(['new', 'changed', 'dropped']),
    /** Keys of the pack that differ. */
    fields: Type.Array(Type.String()),
  },
  closed,
)
export type PackChange = Static<typeof PackChange>

export const CampaignSummary = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    key: Type.String(),
    name: Type.String(),
    fromDay: Day,
    toDay: Day,
    state: Type.Enum(campaignStates),
    stages: Count,
    requiredTasks: Count,
    chosenTasks: Count,
    commitments: Count,
    version: Count,
    /** What the caller may do next. */
    actions: Type.Array(Type.Enum(campaignActions)),
    updatedAt: Moment,
  },
  closed,
)
export type CampaignSummary = Static<typeof CampaignSummary>

export const Stage = Type.Object(
  {
    id: Id,
    key: Type.String(),
    name: Type.String(),
    purpose: Nullable(Type.String()),
    fromDay: Day,
    toDay: Day,
  },
  closed,
)
export type Stage = Static<typeof Stage>

/** `coming`: not begun; `open`; `late`: past its due day and still taken; `locked`: nothing is taken any more. */
export const periodStates = ['coming', 'open', 'late', 'locked'] as const
export type PeriodState = (typeof periodStates)[number]

export const TaskPeriod = Type.Object(
  {
    no: Type.Integer(),
    name: Type.String(),
    fromDay: Day,
    toDay: Day,
    dueDay: Day,
    lockDay: Nullable(Day),
    state: Type.Enum(periodStates),
  },
  closed,
)
export type TaskPeriod = Static<typeof TaskPeriod>

export const Task = Type.Object(
  {
    id: Id,
    campaignId: Id,
    campaignName: Type.String(),
    key: Type.String(),
    name: Type.String(),
    short: Type.String(),
    required: Type.Boolean(),
    stageId: Nullable(Id),
    stageName: Nullable(Type.String()),
    kinds: Type.Array(Type.Enum(unitKinds)),
    /** How many units are bound by name, and how many bound units the caller sees. */
    named: Count,
    bound: Count,
    basis: Nullable(Type.String()),
    purpose: Nullable(Type.String()),
    lead: Nullable(Type.String()),
    rhythm: Nullable(Type.Enum(rhythms)),
    /** So many reports of these types (any when none is named) do it. */
    needed: Count,
    types: Type.Array(Type.Object({ key: Type.String(), name: Type.String() }, closed)),
    periods: Type.Array(TaskPeriod),
  },
  closed,
)
export type Task = Static<typeof Task>

export const Campaign = Type.Object(
  {
    ...CampaignSummary.properties,
    basis: Nullable(Type.String()),
    purpose: Nullable(Type.String()),
    /** The day it is now where the offices are. */
    today: Day,
    stageList: Type.Array(Stage),
    tasks: Type.Array(Task),
    createdAt: Moment,
  },
  closed,
)
export type Campaign = Static<typeof Campaign>

export const CampaignQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Enum(campaignStates)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CampaignQuery = Static<typeof CampaignQuery>
export const CampaignPage = Type.Object(
  { rows: Type.Array(CampaignSummary), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type CampaignPage = Static<typeof CampaignPage>

export const CampaignVersion = Type.Object({ version: Count }, closed)
export type CampaignVersion = Static<typeof CampaignVersion>
