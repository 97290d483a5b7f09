/** A stop as the visited unit sees it: that somebody comes, and what was confirmed. No notes, no talks, no answers. */
import { type Static, Type } from 'typebox'
import { FindingItem, findingWords } from './finding.schema.ts'
import { findingStates, stopStates, tourStates } from './tour.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Day = Type.String({ format: 'date' })

const head = {
  id: Id,
  tourName: Type.String(),
  tourState: Type.Enum(tourStates),
  /** Who comes. */
  byUnitName: Type.String(),
  leaderName: Nullable(Type.String()),
  unitName: Type.String(),
  day: Day,
  state: Type.Enum(stopStates),
  findings: Count,
}
export const VisitSummary = Type.Object(head, closed)
export type VisitSummary = Static<typeof VisitSummary>

const { questionId: _question, ...told } = findingWords
export const VisitFinding = Type.Object(
  { id: Id, ...told, problem: Type.String(), state: Type.Enum(findingStates), item: Nullable(FindingItem) },
  closed,
)
export const Visit = Type.Object(
  {
    ...head,
    purpose: Type.String(),
    reason: Nullable(Type.String()),
    team: Type.Array(Type.String()),
    findingList: Type.Array(VisitFinding),
  },
  closed,
)
export type Visit = Static<typeof Visit>

export const VisitQuery = Type.Object(
  {
    time: Type.Optional(Type.Enum(['coming', 'past'])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type VisitQuery = Static<typeof VisitQuery>
export const VisitPage = Type.Object(
  {
    rows: Type.Array(VisitSummary),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    counts: Type.Object({ coming: Count, past: Count }, closed),
  },
  closed,
)
export type VisitPage = Static<typeof VisitPage>
