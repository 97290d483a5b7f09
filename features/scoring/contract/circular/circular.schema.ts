import { type Static, Type } from 'typebox'
import { circularActions, circularStates } from './circular.flow.ts'
import { CircularFigures } from './figures.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })

/** A month or a quarter by name. */
export const CircularPeriod = Type.String({ pattern: '^20\\d{2}-(?:0[1-9]|1[0-2]|Q[1-4])$' })
const Words = Type.String({ maxLength: 4000 })

const head = {
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  campaignId: Id,
  campaignName: Type.String(),
  period: CircularPeriod,
  /** 2021年三季度 */
  periodName: Type.String(),
  title: Type.String(),
  docNumber: Type.String(),
  state: Type.Enum(circularStates),
  /** Of the figures it was made from. */
  reported: Count,
  adopted: Count,
  createdName: Type.String(),
  updatedAt: Moment,
  issuedAt: Nullable(Moment),
  version: Count,
  actions: Type.Array(Type.Enum(circularActions)),
}

export const CircularSummary = Type.Object(head, closed)
export type CircularSummary = Static<typeof CircularSummary>

export const CircularRecord = Type.Object(
  {
    ...head,
    /** Paragraphs, a line feed between them. */
    opening: Type.String(),
    closing: Type.String(),
    /** 成文日期; of a draft the day it would be issued. */
    date: Day,
    figures: CircularFigures,
    issuedName: Nullable(Type.String()),
    revokedAt: Nullable(Moment),
    revokedName: Nullable(Type.String()),
    revokeReason: Nullable(Type.String()),
  },
  closed,
)
export type CircularRecord = Static<typeof CircularRecord>

export const CircularPage = Type.Object(
  { rows: Type.Array(CircularSummary), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type CircularPage = Static<typeof CircularPage>

export const CircularQuery = Type.Object(
  {
    /** Part of the title, the number or the unit's name. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Enum(circularStates)),
    campaign: Type.Optional(Id),
    period: Type.Optional(CircularPeriod),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type CircularQuery = Static<typeof CircularQuery>

export const CircularDraft = Type.Object({ unitId: Id, campaignId: Id, period: CircularPeriod }, closed)
export type CircularDraft = Static<typeof CircularDraft>

/** Only what is named is changed. */
export const CircularChange = Type.Object(
  {
    version: Count,
    docNumber: Type.Optional(Type.String({ maxLength: 40 })),
    opening: Type.Optional(Words),
    closing: Type.Optional(Words),
  },
  closed,
)
export type CircularChange = Static<typeof CircularChange>

export const CircularVersion = Type.Object({ version: Count }, closed)
export const CircularRevoke = Type.Object(
  { version: Count, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' }) },
  closed,
)
export type CircularRevoke = Static<typeof CircularRevoke>

export const circularFormats = ['pdf', 'docx', 'html', 'txt'] as const
export const CircularFileQuery = Type.Object({ format: Type.Enum(circularFormats) }, closed)
export type CircularFormat = (typeof circularFormats)[number]

/** For whom a circular can be made, and of what. */
export const CircularChoices = Type.Object(
  {
    units: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    campaigns: Type.Array(Type.Object({ id: Id, name: Type.String(), from: Day, to: Day }, closed)),
    /** By the clock of the server: later periods have nothing to count. */
    today: Day,
  },
  closed,
)
export type CircularChoices = Static<typeof CircularChoices>

/** What the tables say now where they say otherwise than the circular. */
export const CircularChanges = Type.Object(
  {
    totals: Type.Array(
      Type.Object(
        { what: Type.Enum(['units', 'reported', 'adopted'] as const), was: Count, is: Count },
        closed,
      ),
    ),
    /** Units whose reports, adoptions, points or rank are others now. */
    units: Count,
  },
  closed,
)
export type CircularChanges = Static<typeof CircularChanges>
