import { type Static, Type } from 'typebox'
import { drawActions, drawStates } from './draw.flow.ts'
import { DrawPlan, DrawPlanView, DrawPreview, DrawStratumView } from './draw-plan.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Moment = Type.String({ format: 'date-time' })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

const head = {
  id: Id,
  unitId: Id,
  unitName: Type.String(),
  campaignId: Nullable(Id),
  campaignName: Nullable(Type.String()),
  name: Type.String(),
  state: Type.Enum(drawStates),
  /** How many are to be drawn, or were. */
  count: Count,
  /** Of the frozen register; null while it is being prepared. */
  objects: Nullable(Count),
  inspectors: Nullable(Count),
  committedAt: Nullable(Moment),
  drawnAt: Nullable(Moment),
  voidedAt: Nullable(Moment),
  updatedAt: Moment,
  version: Count,
  actions: Type.Array(Type.Enum(drawActions)),
}
export const DrawSummary = Type.Object(head, closed)
export type DrawSummary = Static<typeof DrawSummary>

/** `personId`: of somebody with the role, not of a name that was typed in. */
export const DrawnInspector = Type.Object(
  { code: Type.String(), name: Type.String(), personId: Nullable(Type.String()) },
  closed,
)
export type DrawnInspector = Static<typeof DrawnInspector>

export const DrawnUnit = Type.Object(
  {
    place: Count,
    unitId: Id,
    code: Type.String(),
    name: Type.String(),
    stratum: Type.String(),
    inspectors: Type.Array(DrawnInspector),
  },
  closed,
)
export type DrawnUnit = Static<typeof DrawnUnit>

/** What was drawn, for whoever makes a tour of it; void: what must not be used any more. */
export const DrawnUnits = Type.Object(
  { id: Id, name: Type.String(), void: Type.Boolean(), rows: Type.Array(DrawnUnit) },
  closed,
)
export type DrawnUnits = Static<typeof DrawnUnits>

export const drawSteps = ['prepare', 'edit', 'commit', 'draw', 'void'] as const
export const DrawStepRecord = Type.Object(
  { at: Moment, action: Type.Enum(drawSteps), byName: Type.String() },
  closed,
)
export type DrawStepRecord = Static<typeof DrawStepRecord>

export const Draw = Type.Object(
  {
    ...head,
    plan: DrawPlanView,
    /** While it is being prepared. */
    preview: Nullable(DrawPreview),
    strata: Type.Array(DrawStratumView),
    commit: Nullable(Type.Object({ register: Hash, seed: Hash }, closed)),
    reveal: Nullable(Type.Object({ seed: Hash, contribution: Type.String() }, closed)),
    voidReason: Nullable(Type.String()),
    result: Type.Array(DrawnUnit),
    history: Type.Array(DrawStepRecord),
  },
  closed,
)
export type Draw = Static<typeof Draw>

export const drawOrders = ['newest', 'name'] as const
const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Enum(drawStates)),
  /** A unit with everything below it. */
  unit: Type.Optional(Id),
}
export const DrawQuery = Type.Object(
  {
    ...filters,
    order: Type.Optional(Type.Enum(drawOrders)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type DrawQuery = Static<typeof DrawQuery>
export const DrawListExport = Type.Object({ ...filters, order: Type.Optional(Type.Enum(drawOrders)) }, closed)
export type DrawListExport = Static<typeof DrawListExport>

export const DrawPage = Type.Object(
  {
    rows: Type.Array(DrawSummary),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    counts: Type.Object({ preparing: Count, committed: Count, drawn: Count, void: Count }, closed),
    unitName: Nullable(Type.String()),
  },
  closed,
)
export type DrawPage = Static<typeof DrawPage>

const words = {
  name: Type.String({ minLength: 2, maxLength: 100, pattern: '\\S\\s*\\S' }),
  campaignId: Nullable(Id),
  plan: DrawPlan,
}
/** `id` is the form's own: sent again it is the same draw. */
export const DrawDraft = Type.Object({ id: Id, ...words }, closed)
export type DrawDraft = Static<typeof DrawDraft>
export const DrawChange = Type.Object({ version: Count, ...words }, closed)
export type DrawChange = Static<typeof DrawChange>
export const DrawPreviewWish = Type.Object({ plan: DrawPlan }, closed)

export const DrawVersion = Type.Object({ version: Count }, closed)
export const DrawContribution = Type.Object(
  { version: Count, contribution: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) },
  closed,
)
export const DrawVoid = Type.Object(
  { version: Count, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' }) },
  closed,
)

export const RegisterQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    stratum: Type.Optional(Type.String({ maxLength: 200 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type RegisterQuery = Static<typeof RegisterQuery>
/** The frozen register, one page; `place` of those that were drawn. */
export const RegisterPage = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          name: Type.String(),
          stratum: Type.String(),
          place: Nullable(Count),
        },
        closed,
      ),
    ),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
  },
  closed,
)
export type RegisterPage = Static<typeof RegisterPage>

/** People who may inspect: inspectors at work in the caller's units. */
export const InspectorCandidates = Type.Object(
  {
    /** Where a draw of the caller is held. */
    home: Type.Object({ unitId: Id, unitName: Type.String() }, closed),
    rows: Type.Array(
      Type.Object(
        { personId: Type.String(), name: Type.String(), unitId: Id, unitName: Type.String() },
        closed,
      ),
    ),
  },
  closed,
)
export type InspectorCandidates = Static<typeof InspectorCandidates>
