/**
 * `jianbao-pack/1`: what configures a campaign (活动包), a folder of YAML files. Every file is optional but the first;
 * the software knows no campaign of its own.
 */
import { LedgerRules } from '@jianbao/ledger/contract'
import { ScoringRules } from '@jianbao/scoring/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' })
const Name = Type.String({ minLength: 1, maxLength: 60 })
const Words = Type.String({ minLength: 1, maxLength: 2000 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })

/** A stretch of the campaign (阶段). */
export const PackStage = Type.Object(
  { id: Key, name: Name, from: Day, to: Day, purpose: Type.Optional(Words) },
  closed,
)

/** Units by name of the group, where kinds do not say it: by their codes. */
export const PackGroup = Type.Object(
  { id: Key, name: Name, units: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 2000 }) },
  closed,
)

/** `campaign.yaml`. */
export const PackCampaign = Type.Object(
  {
    schema: Type.Literal('jianbao-pack/1'),
    id: Key,
    name: Name,
    from: Day,
    to: Day,
    /** The document it is founded on (依据). */
    basis: Type.Optional(Words),
    purpose: Type.Optional(Words),
    stages: Type.Optional(Type.Array(PackStage, { maxItems: 20 })),
    groups: Type.Optional(Type.Array(PackGroup, { maxItems: 50 })),
  },
  closed,
)

export const rhythms = ['month', 'quarter'] as const

/** Once until a day, or again and again: `dueDays` days after the end of each month or quarter. */
export const PackDeadline = Type.Union([
  Type.Object({ day: Day, from: Type.Optional(Day) }, closed),
  Type.Object(
    {
      every: Type.Enum(rhythms),
      from: Month,
      to: Month,
      dueDays: Type.Integer({ minimum: 0, maximum: 60 }),
    },
    closed,
  ),
])

/** One thing units do (任务), required of them (规定动作) or chosen by them (自选动作). */
export const PackTask = Type.Object(
  {
    id: Key,
    name: Name,
    /** Short enough for the head of a column. */
    short: Type.Optional(Type.String({ minLength: 1, maxLength: 8 })),
    required: Type.Boolean(),
    stage: Type.Optional(Key),
    /** Kinds of units it binds (`unitKinds` of the organisation); besides the units of `groups`. */
    kinds: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 })),
    groups: Type.Optional(Type.Array(Key, { maxItems: 20 })),
    basis: Type.Optional(Words),
    purpose: Type.Optional(Words),
    /** Lead department (责任部门), by its name. */
    lead: Type.Optional(Name),
    deadline: PackDeadline,
    /** So many days after the deadline it is closed to reports; open for good when left out. */
    lockAfterDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 })),
    /** What counts as done: so many reports, of one of these types when any are named. */
    done: Type.Object(
      {
        reports: Type.Integer({ minimum: 1, maximum: 50 }),
        types: Type.Optional(Type.Array(Key, { maxItems: 30 })),
      },
      closed,
    ),
    /** Which facts of imported bulletins prove it too: of these types, their sentence holding one of the words. */
    imported: Type.Optional(
      Type.Object(
        {
          types: Type.Optional(Type.Array(Key, { maxItems: 30 })),
          words: Type.Optional(Type.Array(Type.String({ minLength: 2, maxLength: 20 }), { maxItems: 30 })),
        },
        closed,
      ),
    ),
  },
  closed,
)

/** `tasks.yaml`. */
export const PackTasks = Type.Object({ tasks: Type.Array(PackTask, { maxItems: 200 }) }, closed)

/** A type of activity; `reads` are the types of the reader of documents that it takes. */
export const PackActivityType = Type.Object(
  {
    id: Key,
    name: Name,
    reads: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 16 })),
    /** Words that tell it from others the reader takes for the same. */
    words: Type.Optional(Type.Array(Type.String({ minLength: 2, maxLength: 20 }), { maxItems: 50 })),
  },
  closed,
)

/** What is counted, in which units of measure; two measures are never added up together. */
export const PackMeasure = Type.Object(
  {
    id: Key,
    name: Name,
    units: Type.Array(Type.String({ minLength: 1, maxLength: 6 }), { minItems: 1, maxItems: 20 }),
    /** Of the reader of documents. */
    reads: Type.Optional(Type.String({ maxLength: 20 })),
    /** Fractions make sense: money, hours. */
    fractions: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** A column of the bulletin a report is adopted to (栏目). */
export const PackColumn = Type.Object({ id: Key, name: Name, purpose: Type.Optional(Words) }, closed)

/** `reporting.yaml`. */
export const PackReporting = Type.Object(
  {
    types: Type.Array(PackActivityType, { minItems: 1, maxItems: 60 }),
    measures: Type.Array(PackMeasure, { minItems: 1, maxItems: 60 }),
    columns: Type.Array(PackColumn, { minItems: 1, maxItems: 30 }),
  },
  closed,
)

/** What units put their name under (责任书, 承诺书). */
export const PackCommitment = Type.Object(
  {
    id: Key,
    name: Name,
    kinds: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 })),
    groups: Type.Optional(Type.Array(Key, { maxItems: 20 })),
    until: Day,
    /** Paragraphs; `{unit}` stands for the unit's name. */
    text: Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { minItems: 1, maxItems: 60 }),
  },
  closed,
)

/** `commitments.yaml`. */
export const PackCommitments = Type.Object(
  { commitments: Type.Array(PackCommitment, { maxItems: 20 }) },
  closed,
)

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** `reminders.yaml`: of what waits or is late, one digest a day. */
export const PackReminders = Type.Object(
  {
    /** So many working days before a deadline. */
    before: Type.Array(Type.Integer({ minimum: 0, maximum: 60 }), { maxItems: 10 }),
    /** After it, every so many working days, so often. */
    after: Type.Object(
      {
        every: Type.Integer({ minimum: 1, maximum: 30 }),
        times: Type.Integer({ minimum: 0, maximum: 30 }),
      },
      closed,
    ),
    /** When the digest goes out, on working days. */
    at: Time,
    /** Nothing is sent between these times. */
    quiet: Type.Optional(Type.Object({ from: Time, to: Time }, closed)),
  },
  closed,
)

/** `ledgers.yaml`: what a campaign keeps ledgers (台账) of, and by which rules. */
export const PackLedgers = Type.Object({ ledgers: Type.Array(LedgerRules, { maxItems: 20 }) }, closed)

/** A whole pack as the software keeps it; the files of the folder are its parts. */
export const Pack = Type.Object(
  {
    campaign: PackCampaign,
    tasks: Type.Array(PackTask, { maxItems: 200 }),
    reporting: PackReporting,
    commitments: Type.Array(PackCommitment, { maxItems: 20 }),
    reminders: Type.Union([PackReminders, Type.Null()]),
    /** `scoring.yaml` */
    scoring: Type.Union([ScoringRules, Type.Null()]),
    /** `ledgers.yaml` */
    ledgers: Type.Array(LedgerRules, { maxItems: 20 }),
  },
  closed,
)
export type Pack = Static<typeof Pack>
export type PackTask = Static<typeof PackTask>
export type PackReporting = Static<typeof PackReporting>
export type PackMeasure = Static<typeof PackMeasure>
export type PackActivityType = Static<typeof PackActivityType>
export type PackColumn = Static<typeof PackColumn>
export type PackCommitment = Static<typeof PackCommitment>
export type PackReminders = Static<typeof PackReminders>
