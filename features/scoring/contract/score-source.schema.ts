/** Where an event of the account comes from: ids of the rows, with the names people know them by. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Id = Type.Optional(Type.String())
const Name = Type.Optional(Type.String())

export const ScoreSource = Type.Object(
  {
    adoptionId: Id,
    /** The desk that adopted, and the column. */
    deskId: Id,
    deskName: Name,
    columnName: Name,
    outsideAdoptionId: Id,
    bulletinName: Name,
    formName: Name,
    /** 第 12 期 */
    issue: Name,
    instructionId: Id,
    leaderName: Name,
    /** Who it was, by office alone. */
    office: Name,
    commissionId: Id,
    commissionTitle: Name,
    taskId: Id,
    taskName: Name,
    periodNo: Type.Optional(Type.Integer()),
    periodName: Name,
    dueDay: Name,
  },
  closed,
)
export type ScoreSource = Static<typeof ScoreSource>
