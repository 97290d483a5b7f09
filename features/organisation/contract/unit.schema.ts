/** Units of the federation: one node of the tree, lists and searches of them, and what is changed about them. */
import { type Static, Type } from 'typebox'
import { unitActions, unitStates } from './unit.flow.ts'
import { unitKinds } from './unit-kind.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })

/** What a unit is called: two characters at least, in one line. */
export const UnitName = Type.String({ minLength: 2, maxLength: 60 })
/** Letters, digits, and - _ . between them. */
export const UnitCode = Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$' })
/** Six digits, a division of China that exists. */
export const DivisionCode = Type.String({ pattern: '^[1-9][0-9]{5}$' })

/** A unit as others mention it. */
export const UnitRef = Type.Object(
  { id: Id, name: Type.String(), kind: Type.Enum(unitKinds), state: Type.Enum(unitStates) },
  closed,
)
export type UnitRef = Static<typeof UnitRef>

/** One node of the tree or line of a list. Numbers count what the caller may see. */
export const UnitSummary = Type.Object(
  {
    id: Id,
    code: Type.String(),
    kind: Type.Enum(unitKinds),
    name: Type.String(),
    shortNames: Type.Array(Type.String()),
    formerNames: Type.Array(Type.String()),
    division: Nullable(Type.String()),
    /** Null at the top of the caller's scope. */
    parentId: Nullable(Id),
    /** Among all its siblings, from 0 and without gaps. */
    position: Count,
    state: Type.Enum(unitStates),
    /** Active units right below, and all below. */
    childCount: Count,
    descendantCount: Count,
    /** Retired units right below. */
    retiredChildCount: Count,
    version: Count,
    /** What the caller may do next. */
    actions: Type.Array(Type.Enum(unitActions)),
  },
  closed,
)
export type UnitSummary = Static<typeof UnitSummary>

export const Unit = Type.Object(
  {
    ...UnitSummary.properties,
    /** The units above as far as the caller sees them, the topmost first. */
    line: Type.Array(UnitRef),
    /** People who belong to it, and to it with all below; without those who left. */
    people: Count,
    peopleBelow: Count,
    groups: Count,
    mergedInto: Nullable(UnitRef),
    mergedFrom: Type.Array(UnitRef),
    createdAt: Moment,
    updatedAt: Moment,
  },
  closed,
)
export type Unit = Static<typeof Unit>

/** Why a row was found: the name, code, short or former name that matches, and which characters of it. */
export const UnitMatch = Type.Object(
  {
    in: Type.Enum(['name', 'shortName', 'formerName', 'code']),
    text: Type.String(),
    /** Ranges of UTF-16 offsets; of a search by pinyin the characters whose sounds were typed. */
    marks: Type.Array(Type.Tuple([Count, Count])),
  },
  closed,
)
export type UnitMatch = Static<typeof UnitMatch>

export const UnitRow = Type.Object(
  {
    ...UnitSummary.properties,
    /** Names of the units above it in the caller's scope, the topmost first. */
    above: Type.Array(Type.String()),
    /** Null when nothing was searched for. */
    match: Nullable(UnitMatch),
  },
  closed,
)
export type UnitRow = Static<typeof UnitRow>

/** `best` is the order of a search, `tree` of everything else when nothing is said; `-` turns an order round. */
export const unitOrders = [
  'best',
  'tree',
  'name',
  '-name',
  'code',
  '-code',
  'kind',
  'updated',
  '-updated',
] as const

const filters = {
  /** Names, short and former names, code, pinyin in full or its initials; words apart must all be there. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Type.Enum(unitKinds)),
  /** Only active units when left out. */
  state: Type.Optional(Type.Enum([...unitStates, 'all'])),
  /** Only what lies below this unit. */
  under: Type.Optional(Id),
  sort: Type.Optional(Type.Enum(unitOrders)),
}
export const UnitQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type UnitQuery = Static<typeof UnitQuery>

export const UnitPage = Type.Object(
  { rows: Type.Array(UnitRow), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type UnitPage = Static<typeof UnitPage>

/** Without `parent` the tops of the caller's scope; with it the units right below it, in their order. */
export const UnitTreeQuery = Type.Object(
  { parent: Type.Optional(Id), retired: Type.Optional(Type.Boolean()) },
  closed,
)
export type UnitTreeQuery = Static<typeof UnitTreeQuery>
export const UnitTree = Type.Object({ parent: Nullable(Id), rows: Type.Array(UnitSummary) }, closed)
export type UnitTree = Static<typeof UnitTree>
