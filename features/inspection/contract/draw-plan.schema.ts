/** Who may be drawn, who may inspect, by what rules: as it is prepared, before the register is made of it. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Reason = Type.String({ minLength: 2, maxLength: 200, pattern: '\\S\\s*\\S' })

export const mostDrawn = 2000
export const mostInspectors = 500

/** Strata by kind of unit, by the unit right below the chosen one (各市), or all in one. */
export const strataWays = ['kind', 'branch', 'none'] as const
export type StrataWay = (typeof strataWays)[number]

/** What must be drawn of a stratum at least; `key` is a kind, the id of a unit, or `all`. */
export const StratumMinimum = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 40 }),
    minimumCount: Type.Integer({ minimum: 0, maximum: mostDrawn }),
    minimumShare: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  closed,
)
export type StratumMinimum = Static<typeof StratumMinimum>

const exclusion = { unitId: Id, reason: Reason }
/** `key` is the form's own; `personId` of somebody with the role, or null of a name that was typed in. */
const inspector = {
  key: Id,
  personId: Nullable(Type.String({ maxLength: 100 })),
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  unitId: Nullable(Id),
}
const recusal = { inspectorKey: Id, unitId: Id, reason: Reason }

const rules = {
  /** What may be drawn lies below this unit. */
  rootId: Id,
  /** All kinds when empty. */
  kinds: Type.Array(Type.Enum(unitKinds), { uniqueItems: true }),
  stratifyBy: Type.Enum(strataWays),
  minimums: Type.Array(StratumMinimum, { maxItems: 1000 }),
  count: Type.Integer({ minimum: 1, maximum: mostDrawn }),
  inspectorsPerObject: Type.Integer({ minimum: 2, maximum: 20 }),
  objectsPerInspector: Type.Integer({ minimum: 1, maximum: mostDrawn }),
}

export const DrawPlan = Type.Object(
  {
    ...rules,
    exclusions: Type.Array(Type.Object(exclusion, closed), { maxItems: 2000 }),
    inspectors: Type.Array(Type.Object(inspector, closed), { maxItems: mostInspectors }),
    recusals: Type.Array(Type.Object(recusal, closed), { maxItems: 5000 }),
  },
  closed,
)
export type DrawPlan = Static<typeof DrawPlan>

/** The same with the names of its units. */
export const DrawPlanView = Type.Object(
  {
    ...rules,
    rootName: Type.String(),
    exclusions: Type.Array(Type.Object({ ...exclusion, unitName: Type.String() }, closed)),
    inspectors: Type.Array(Type.Object({ ...inspector, unitName: Type.String() }, closed)),
    recusals: Type.Array(Type.Object({ ...recusal, unitName: Type.String() }, closed)),
  },
  closed,
)
export type DrawPlanView = Static<typeof DrawPlanView>

export const DrawStratumView = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    objects: Count,
    least: Count,
    /** Null before the draw. */
    drawn: Nullable(Count),
  },
  closed,
)
export type DrawStratumView = Static<typeof DrawStratumView>

/** What the register made of a plan would be, and what stands against committing to it. */
export const DrawPreview = Type.Object(
  {
    objects: Count,
    excluded: Count,
    inspectors: Count,
    strata: Type.Array(DrawStratumView),
    /** Pairs of inspector and object: their own unit with what hangs together with it, and by hand. */
    recusals: Type.Object({ own: Count, byHand: Count }, closed),
    /** By inspector: how many objects they are recused from. */
    recused: Type.Array(Type.Object({ key: Id, objects: Count, own: Count }, closed)),
    problems: Type.Array(Type.Object({ code: Type.String(), text: Type.String() }, closed)),
  },
  closed,
)
export type DrawPreview = Static<typeof DrawPreview>
