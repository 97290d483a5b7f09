/** Who plays: what somebody says of themselves to join, to come back, to pass the contest on, to be forgotten. */
import { type Static, Type } from 'typebox'
import { Token } from './play.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Count = Type.Integer({ minimum: 0 })

/** 参赛码, entry codes and codes of teams as people type them: `plainCode` makes one spelling of it. */
const TypedCode = Type.String({ minLength: 6, maxLength: 40, pattern: '\\S' })
const Phone = Type.String({ minLength: 5, maxLength: 30, pattern: '\\S' })

/**
 * Made by chance on the device for each wish and kept there until it is answered: the same wish sent again on a bad line
 * has the same answer.
 */
export const WishKey = Type.String({ minLength: 22, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })

/** What is written down of somebody new. `nicknameFault` says what is wrong with a nickname. */
export const JoinDetails = Type.Object(
  {
    nickname: Type.String({ minLength: 1, maxLength: 60 }),
    /** Of the contest's units; asked for as its rules say. An entry code brings its own. */
    unitNo: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    /** Where the contest has groups. */
    groupKey: Type.Optional(Type.String({ maxLength: 31 })),
    /** To the notice of privacy. */
    consent: Type.Literal(true),
    /** Where the contest has a minimum age: true, younger and a guardian agrees; false, old enough. */
    guardian: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type JoinDetails = Static<typeof JoinDetails>

/**
 * By what the contest asks for. Without `details` it is somebody who was here before; somebody unknown is answered
 * `player-unknown`, nothing is used up, and the page asks for the rest and sends all of it.
 */
export const JoinWish = Type.Union([
  Type.Object({ kind: Type.Literal('nickname'), wishKey: WishKey, details: JoinDetails }, closed),
  Type.Object(
    {
      kind: Type.Literal('phone'),
      wishKey: WishKey,
      phone: Phone,
      oneTimeCode: Type.String({ pattern: '^[0-9]{6}$' }),
      details: Type.Optional(JoinDetails),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('oauth'),
      wishKey: WishKey,
      /** From the address the provider's pages came back to: /play/<slug>#grant=… */
      grant: Type.String({ minLength: 40, maxLength: 600, pattern: '^[A-Za-z0-9_.-]+$' }),
      details: Type.Optional(JoinDetails),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('code'),
      wishKey: WishKey,
      entryCode: TypedCode,
      details: Type.Optional(JoinDetails),
    },
    closed,
  ),
  /** 凭参赛码再来: on another device, whatever the contest asks of newcomers. */
  Type.Object({ kind: Type.Literal('player-code'), wishKey: WishKey, code: TypedCode }, closed),
])
export type JoinWish = Static<typeof JoinWish>

export const PhoneCodeWish = Type.Object({ phone: Phone }, closed)
export type PhoneCodeWish = Static<typeof PhoneCodeWish>

/** The same whether or not somebody with this number plays. */
export const PhoneCodeSent = Type.Object(
  {
    goodForSeconds: Count,
    againInSeconds: Count,
    /** In the demonstration no message is sent: the page shows the code. */
    shown: Nullable(Type.String()),
  },
  closed,
)
export type PhoneCodeSent = Static<typeof PhoneCodeSent>

/** Without `city` the first level, cities and what lies beside them; with it what lies in one. Immutable per run. */
export const UnitChoices = Type.Object(
  {
    run: Count,
    units: Type.Array(Type.Object({ no: Count, name: Type.String(), more: Type.Boolean() }, closed)),
  },
  closed,
)
export type UnitChoices = Static<typeof UnitChoices>

export const StandingWish = Type.Object({ ticket: Token }, closed)
export type StandingWish = Static<typeof StandingWish>

export const ShareWish = Type.Object(
  {
    ticket: Token,
    /** The how-manieth of today, from 0, as `shared` said; the same again counts once. Left out: only looks. */
    n: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
  },
  closed,
)
export type ShareWish = Static<typeof ShareWish>

export const Sharing = Type.Object(
  {
    counted: Type.Enum(['now', 'again', 'no'] as const),
    /** Today. */
    shared: Count,
    points: Count,
    left: Count,
  },
  closed,
)
export type Sharing = Static<typeof Sharing>

/** Neither name nor code: only looks. */
export const TeamWish = Type.Object(
  {
    ticket: Token,
    wish: Type.Union([
      Type.Object({ kind: Type.Literal('see') }, closed),
      Type.Object(
        { kind: Type.Literal('create'), name: Type.String({ minLength: 1, maxLength: 60 }) },
        closed,
      ),
      Type.Object({ kind: Type.Literal('join'), code: TypedCode }, closed),
    ]),
  },
  closed,
)
export type TeamWish = Static<typeof TeamWish>

export const OwnTeam = Type.Object(
  {
    team: Nullable(
      Type.Object(
        {
          name: Type.String(),
          /** Who is told it may join. */
          code: Type.String(),
          /** Masked, in the order they joined the contest. */
          members: Type.Array(Type.String()),
          most: Count,
        },
        closed,
      ),
    ),
  },
  closed,
)
export type OwnTeam = Static<typeof OwnTeam>

/** 删除我的个人信息; the attempts stay counted, as nobody's. */
export const ForgetWish = Type.Object({ code: TypedCode, sure: Type.Literal(true) }, closed)
export type ForgetWish = Static<typeof ForgetWish>
export const Forgotten = Type.Object({ forgotten: Type.Literal(true) }, closed)

/** Ways to tell who plays this installation offers; the others cannot be chosen for a contest. */
export const IdentityWays = Type.Object(
  {
    phone: Type.Boolean(),
    /** The code is shown on the page, since this is a demonstration. */
    phoneShown: Type.Boolean(),
    providers: Type.Array(Type.Object({ key: Type.String(), name: Type.String() }, closed)),
  },
  closed,
)
export type IdentityWays = Static<typeof IdentityWays>

export const entryCodeSpans = ['unit', 'children', 'below'] as const

export const EntryCodeWish = Type.Object(
  {
    unitId: Type.String({ format: 'uuid' }),
    /** For the unit alone, for each unit directly below it, or for each of all units below it. */
    span: Type.Enum(entryCodeSpans),
    perUnit: Type.Integer({ minimum: 1, maximum: 20_000 }),
  },
  closed,
)
export type EntryCodeWish = Static<typeof EntryCodeWish>

/** Codes nobody plays by yet, of the unit and all below it. */
export const EntryCodeWithdrawal = Type.Object({ unitId: Type.String({ format: 'uuid' }) }, closed)
export type EntryCodeWithdrawal = Static<typeof EntryCodeWithdrawal>

/** How many were given out, unit by unit; the codes themselves are told once. */
export const EntryCodeCounts = Type.Object(
  {
    made: Count,
    used: Count,
    units: Type.Array(
      Type.Object({ unitId: Type.String(), unitName: Type.String(), made: Count, used: Count }, closed),
    ),
    actions: Type.Array(Type.Enum(['make', 'withdraw'] as const)),
  },
  closed,
)
export type EntryCodeCounts = Static<typeof EntryCodeCounts>

/** A telephone number or an entry code in the clear; null: nothing of the kind is kept. */
export const PlayerContact = Type.Object(
  {
    kind: Type.Union([Type.Literal('phone'), Type.Literal('code'), Type.Null()]),
    contact: Nullable(Type.String()),
  },
  closed,
)
export type PlayerContact = Static<typeof PlayerContact>
