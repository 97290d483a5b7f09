/** 演练: a contest played by made-up players before anybody else does. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 0 })

export const mostRehearsed = 5000
export const RehearsalWish = Type.Object(
  { version: Version, players: Type.Integer({ minimum: 1, maximum: mostRehearsed }) },
  closed,
)
export type RehearsalWish = Static<typeof RehearsalWish>

export const Rehearsal = Type.Object(
  {
    state: Type.Enum(['waiting', 'playing', 'done', 'failed'] as const),
    players: Count,
    joined: Count,
    papers: Count,
    startedAt: Nullable(Moment),
    endedAt: Nullable(Moment),
    report: Nullable(
      Type.Object(
        {
          papersPerMinute: Count,
          /** Questions by how often they were asked: fewest, most, and how many never. */
          askedLeast: Count,
          askedMost: Count,
          neverAsked: Count,
          /** Nobody had it right, or everybody; the first few by number and words. */
          nobodyRight: Type.Array(Type.Object({ no: Count, stem: Type.String(), asked: Count }, closed)),
          everybodyRight: Type.Array(Type.Object({ no: Count, stem: Type.String(), asked: Count }, closed)),
          /** Papers by tenth of the full score: 0–9 %, … 90–99 %, 100 %. */
          scores: Type.Array(Count, { minItems: 11, maxItems: 11 }),
          flagged: Count,
          /** What the server refused, by code. */
          refused: Type.Array(Type.Object({ code: Type.String(), times: Count }, closed)),
        },
        closed,
      ),
    ),
    fault: Nullable(Type.String()),
  },
  closed,
)
export type Rehearsal = Static<typeof Rehearsal>
