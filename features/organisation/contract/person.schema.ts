/** People, the roles they hold in units, and their accounts. */
import { type Static, Type } from 'typebox'
import { personActions, personStates } from './person.flow.ts'
import { roleNames } from './role-name.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const UnitId = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const RoleName = Type.Enum(roleNames)
const Action = Type.Enum(personActions)
/** Ids of people are also those of their accounts; of the first ones they are no UUIDs. */
export const PersonId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[0-9A-Za-z-]+$' })

/** A role held in a unit of the caller's scope. */
export const PersonPost = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    role: RoleName,
    unitId: UnitId,
    unitName: Type.String(),
    /** Held in a unit that is retired: it gives no right. */
    asleep: Type.Boolean(),
    grantedAt: Moment,
    actions: Type.Array(Type.Enum(['withdraw'])),
  },
  closed,
)
export type PersonPost = Static<typeof PersonPost>

export const PersonSummary = Type.Object(
  {
    id: PersonId,
    name: Type.String(),
    /** 职务. */
    title: Nullable(Type.String()),
    unitId: UnitId,
    unitName: Type.String(),
    /** The unit above that one, where the caller sees it and it is not the top of all. */
    unitAbove: Nullable(Type.String()),
    /** Masked, 138****1234. */
    phone: Nullable(Type.String()),
    state: Type.Enum(personStates),
    username: Nullable(Type.String()),
    locked: Type.Boolean(),
    posts: Type.Array(PersonPost),
    /** What the caller may do next. */
    actions: Type.Array(Action),
  },
  closed,
)
export type PersonSummary = Static<typeof PersonSummary>

export const PersonAccount = Type.Object(
  {
    username: Type.String(),
    /** Still has the one-time password. */
    mustChangePassword: Type.Boolean(),
    secondFactor: Type.Boolean(),
    lockedAt: Nullable(Moment),
    /** Wrong passwords since the last sign-in; after some the name rests for a minute. */
    failures: Type.Integer({ minimum: 0 }),
    openedAt: Moment,
  },
  closed,
)
export type PersonAccount = Static<typeof PersonAccount>

export const Person = Type.Object(
  {
    ...PersonSummary.properties,
    account: Nullable(PersonAccount),
    /** A free user name for the account, where the caller may open one. */
    usernameProposal: Nullable(Type.String()),
    /** Holds posts outside the caller's scope: what would reach them is for an administrator above. */
    beyond: Type.Boolean(),
    version: Type.Integer({ minimum: 0 }),
    createdAt: Moment,
    updatedAt: Moment,
  },
  closed,
)
export type Person = Static<typeof Person>

export const personOrders = ['name', '-name', 'unit', '-unit', 'updated', '-updated'] as const

/** Filters of the list, which the export takes as well. */
export const personFilters = {
  /** Part of the name, its pinyin or initials, or the user name. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
  /** People of this unit and of all below it. */
  under: Type.Optional(UnitId),
  /** With `under`: of the unit itself, none below. */
  only: Type.Optional(Type.Boolean()),
  /** Holds this role somewhere in the caller's scope; `none`: holds none there. */
  role: Type.Optional(Type.Enum([...roleNames, 'none'])),
  /** Only those at work when left out. */
  state: Type.Optional(Type.Enum([...personStates, 'all'])),
  account: Type.Optional(Type.Enum(['open', 'locked', 'none'])),
  sort: Type.Optional(Type.Enum(personOrders)),
}
export const PersonFilter = Type.Object(personFilters, closed)
export type PersonFilter = Static<typeof PersonFilter>

export const PersonQuery = Type.Object(
  {
    ...personFilters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type PersonQuery = Static<typeof PersonQuery>

export const PersonPage = Type.Object(
  {
    rows: Type.Array(PersonSummary),
    total: Type.Integer({ minimum: 0 }),
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** Name of the unit that `under` means. */
    underName: Nullable(Type.String()),
    actions: Type.Array(Type.Enum(['create', 'export'])),
  },
  closed,
)
export type PersonPage = Static<typeof PersonPage>

const Name = Type.String({ minLength: 1, maxLength: 50 })
const Title = Nullable(Type.String({ maxLength: 50 }))
const Phone = Nullable(Type.String({ maxLength: 30 }))

export const PersonDraft = Type.Object(
  { name: Name, unitId: UnitId, title: Type.Optional(Title), phone: Type.Optional(Phone) },
  closed,
)
export type PersonDraft = Static<typeof PersonDraft>

/** What is left out stays as it is; `phone` null takes the number away. */
export const PersonChange = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    name: Type.Optional(Name),
    unitId: Type.Optional(UnitId),
    title: Type.Optional(Title),
    phone: Type.Optional(Phone),
  },
  closed,
)
export type PersonChange = Static<typeof PersonChange>

export const PersonPhone = Type.Object({ phone: Nullable(Type.String()) }, closed)
export const PostGrant = Type.Object({ role: RoleName, unitId: UnitId }, closed)
export type PostGrant = Static<typeof PostGrant>

/** Letters, digits, dots and underscores, a letter first. */
export const AccountDraft = Type.Object(
  { username: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.]{1,31}$' }) },
  closed,
)

/** A password that is told here and nowhere else; it must be changed at the first sign-in. */
export const OneTimePassword = Type.Object({ person: Person, password: Type.String() }, closed)
export type OneTimePassword = Static<typeof OneTimePassword>

export const PersonSession = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 64, pattern: '^[0-9A-Za-z-]+$' }),
    /** Browser and system, `Chrome · Windows`. */
    device: Nullable(Type.String()),
    method: Type.Enum(['password', 'two-factor', 'oidc']),
    startedAt: Moment,
    lastSeenAt: Moment,
    actions: Type.Array(Type.Enum(['end'])),
  },
  closed,
)
export const PersonSessions = Type.Object({ rows: Type.Array(PersonSession) }, closed)
export type PersonSessions = Static<typeof PersonSessions>
