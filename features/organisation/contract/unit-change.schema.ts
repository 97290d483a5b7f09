/** What is asked when units are made and changed. `version` is the one the caller saw; an older one is refused. */
import { type Static, Type } from 'typebox'
import { DivisionCode, UnitCode, UnitName } from './unit.schema.ts'
import { unitKinds } from './unit-kind.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Version = Type.Integer({ minimum: 0 })
// Units that took over others have many former names.
const UnitNames = Type.Array(UnitName, { maxItems: 200 })

const division = Type.Union([DivisionCode, Type.Null()])

export const UnitDraft = Type.Object(
  {
    parentId: Id,
    kind: Type.Enum(unitKinds),
    name: UnitName,
    shortNames: Type.Optional(UnitNames),
    formerNames: Type.Optional(UnitNames),
    /** Made from the code of the unit above when left out. */
    code: Type.Optional(UnitCode),
    division: Type.Optional(division),
  },
  closed,
)
export type UnitDraft = Static<typeof UnitDraft>

/** Only what is named is changed; the name that is given up stays as a former name. */
export const UnitChange = Type.Object(
  {
    version: Version,
    kind: Type.Optional(Type.Enum(unitKinds)),
    name: Type.Optional(UnitName),
    shortNames: Type.Optional(UnitNames),
    formerNames: Type.Optional(UnitNames),
    code: Type.Optional(UnitCode),
    division: Type.Optional(division),
  },
  closed,
)
export type UnitChange = Static<typeof UnitChange>

/** Under another unit, or to another place below the same; without a position behind all others. */
export const UnitMove = Type.Object(
  { version: Version, parentId: Id, position: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) },
  closed,
)
export type UnitMove = Static<typeof UnitMove>

export const UnitMerge = Type.Object({ version: Version, into: Id }, closed)
export type UnitMerge = Static<typeof UnitMerge>

export const UnitVersion = Type.Object({ version: Version }, closed)
export type UnitVersion = Static<typeof UnitVersion>
