/** A table of a bulletin: plain text in rows, so that what an editor's table gives need not be turned around. */
import { type Static, Type } from 'typebox'
import { cellSides } from './circular.contract.ts'

const closed = { additionalProperties: false }

export const BulletinTable = Type.Object(
  {
    type: Type.Literal('table'),
    caption: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    /** So many of the first rows are headings, printed again on every page; 1 when left out, 0 for none. */
    headRows: Type.Optional(Type.Integer({ minimum: 0, maximum: 3 })),
    /** Side and part of the line in percent of each column; found from the cells where left out. */
    columns: Type.Optional(
      Type.Array(
        Type.Object(
          {
            side: Type.Optional(Type.Enum(cellSides)),
            width: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          },
          closed,
        ),
        { maxItems: 30 },
      ),
    ),
    /** Headings and rows; a short row is filled up. */
    rows: Type.Array(Type.Array(Type.String(), { maxItems: 30 }), { minItems: 1, maxItems: 2000 }),
  },
  closed,
)
export type BulletinTable = Static<typeof BulletinTable>
