/** Leading groups, campaign offices and working groups of units. */
import { type Static, Type } from 'typebox'
import { unitKinds } from './unit-kind.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const PersonId = Type.String({ minLength: 1, maxLength: 64 })
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 0 })

/** 领导小组, 领导小组办公室, 工作组. */
export const groupKinds = ['leading', 'office', 'working'] as const
export type GroupKind = (typeof groupKinds)[number]
/** 组长, 副组长, 成员, 联络员. */
export const groupPosts = ['head', 'deputy', 'member', 'liaison'] as const
export type GroupPost = (typeof groupPosts)[number]
export const groupActions = ['edit', 'set-members', 'remove'] as const
export type GroupAction = (typeof groupActions)[number]
/** Who sees the groups of the units in their scope, and who keeps them. */
export const groupReaders = ['unit-lead', 'coordinator', 'inspector', 'system-administrator'] as const
export const groupKeepers = ['system-administrator'] as const

export const GroupMember = Type.Object(
  {
    personId: PersonId,
    name: Type.String(),
    /** What they are in their unit, and which it is. */
    title: Nullable(Type.String()),
    unitName: Type.String(),
    post: Type.Enum(groupPosts),
    left: Type.Boolean(),
  },
  closed,
)
export type GroupMember = Static<typeof GroupMember>

export const GroupSummary = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    kind: Type.Enum(groupKinds),
    name: Type.String(),
    duties: Nullable(Type.String()),
    /** Kinds of units it answers for; none means all. */
    unitKinds: Type.Array(Type.Enum(unitKinds)),
    /** Names of its heads, and how many belong to it; members outside the caller's scope are not counted. */
    heads: Type.Array(Type.String()),
    members: Count,
    version: Version,
    /** What the caller may do next. */
    actions: Type.Array(Type.Enum(groupActions)),
  },
  closed,
)
export type GroupSummary = Static<typeof GroupSummary>

export const Group = Type.Object(
  {
    ...GroupSummary.properties,
    /** In their order. */
    people: Type.Array(GroupMember),
    createdAt: Type.String({ format: 'date-time' }),
    updatedAt: Type.String({ format: 'date-time' }),
  },
  closed,
)
export type Group = Static<typeof Group>

export const GroupQuery = Type.Object(
  {
    /** Part of the name of a group, its unit or a member. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    kind: Type.Optional(Type.Enum(groupKinds)),
    /** Groups of this unit and of all below it. */
    under: Type.Optional(Id),
    /** Only those of the unit itself. */
    unit: Type.Optional(Id),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type GroupQuery = Static<typeof GroupQuery>
export const GroupPage = Type.Object(
  { rows: Type.Array(GroupSummary), total: Count, page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type GroupPage = Static<typeof GroupPage>

const facts = {
  kind: Type.Enum(groupKinds),
  name: Type.String({ minLength: 2, maxLength: 60 }),
  duties: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]),
  unitKinds: Type.Array(Type.Enum(unitKinds), { maxItems: 10 }),
}
export const GroupDraft = Type.Object(
  {
    unitId: Id,
    kind: facts.kind,
    name: facts.name,
    duties: Type.Optional(facts.duties),
    unitKinds: Type.Optional(facts.unitKinds),
  },
  closed,
)
export type GroupDraft = Static<typeof GroupDraft>

/** Only what is named is changed. */
export const GroupChange = Type.Object(
  {
    version: Version,
    kind: Type.Optional(facts.kind),
    name: Type.Optional(facts.name),
    duties: Type.Optional(facts.duties),
    unitKinds: Type.Optional(facts.unitKinds),
    /** Among the groups of its unit, from 0. */
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  },
  closed,
)
export type GroupChange = Static<typeof GroupChange>

/** All members from now on, in their order. */
export const GroupMembers = Type.Object(
  {
    version: Version,
    members: Type.Array(Type.Object({ personId: PersonId, post: Type.Enum(groupPosts) }, closed), {
      maxItems: 200,
    }),
  },
  closed,
)
export type GroupMembers = Static<typeof GroupMembers>

export const GroupVersion = Type.Object({ version: Version }, closed)
export type GroupVersion = Static<typeof GroupVersion>
