/** What is sent to propose items and to change them. */
import { unitKinds } from '@jianbao/organisation/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })
const Version = Type.Integer({ minimum: 0 })
const Name = Type.String({ minLength: 1, maxLength: 60 })
const Title = Type.String({ minLength: 2, maxLength: 120 })
const Words = Type.String({ maxLength: 4000 })
const Reason = Type.String({ minLength: 2, maxLength: 1000 })
const Person = Type.String({ minLength: 1, maxLength: 100 })

/** Yuan, or any counted number: exact, at most six places behind the point. */
export const Amount = Type.Number({ minimum: 0, maximum: 1e12, multipleOf: 0.000001 })

export const Milestone = Type.Object(
  {
    no: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    name: Name,
    day: Day,
    /** The day on which it was reached. */
    done: Nullable(Day),
  },
  closed,
)
export type Milestone = Static<typeof Milestone>
const MilestoneDraft = Type.Object({ name: Name, day: Day }, closed)

/** What is to be reached, in a measure of the campaign's reports or in words of one's own. */
export const Target = Type.Object(
  {
    measure: Nullable(Type.String({ maxLength: 40 })),
    value: Amount,
    unit: Type.String({ minLength: 1, maxLength: 8 }),
  },
  closed,
)
export type Target = Static<typeof Target>

const facts = {
  title: Title,
  problem: Words,
  measure: Words,
  basis: Type.String({ maxLength: 500 }),
  target: Nullable(Target),
  ownerId: Nullable(Person),
  ownerName: Type.String({ maxLength: 40 }),
  leaderName: Type.String({ maxLength: 40 }),
  leadId: Nullable(Id),
  assistIds: Type.Array(Id, { maxItems: 50 }),
  budget: Nullable(Amount),
  startDay: Day,
  dueDay: Day,
  milestones: Type.Array(MilestoneDraft, { maxItems: 30 }),
}
/** What an item says; everything but title and deadline may be left out. */
export const ItemFacts = Type.Object(
  { ...Type.Partial(Type.Object(facts)).properties, title: Title, dueDay: Day },
  closed,
)
export type ItemFacts = Static<typeof ItemFacts>

/** Which units a matter is for: these, or those of some kinds below one. */
export const MatterUnits = Type.Union([
  Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 20_000 }) }, closed),
  Type.Object(
    {
      under: Id,
      kinds: Type.Array(Type.Enum(unitKinds), { maxItems: 20 }),
      itself: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
])
export type MatterUnits = Static<typeof MatterUnits>

export const MatterDraft = Type.Object(
  {
    ledgerId: Id,
    facts: ItemFacts,
    units: MatterUnits,
    /** Sent on at once as far as the caller may: to review, or where there is none to the units. */
    submit: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type MatterDraft = Static<typeof MatterDraft>
export const MatterMade = Type.Object({ matterId: Id, items: Count, first: Id }, closed)
export type MatterMade = Static<typeof MatterMade>

export const ItemWords = Type.Object({ version: Version, words: Type.Optional(Reason) }, closed)
export const ItemReason = Type.Object({ version: Version, words: Reason }, closed)
export const ItemProgress = Type.Object(
  {
    version: Version,
    words: Reason,
    percent: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    /** Numbers of the milestones that are reached by now; those left out are not. */
    reached: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { maxItems: 30 })),
    spent: Type.Optional(Nullable(Amount)),
  },
  closed,
)
export type ItemProgress = Static<typeof ItemProgress>
export const ItemReopen = Type.Object({ version: Version, words: Reason, dueDay: Day }, closed)
export const ItemHand = Type.Object(
  { version: Version, ownerId: Nullable(Person), ownerName: Type.Optional(Type.String({ maxLength: 40 })) },
  closed,
)
export const ItemAmend = Type.Object(
  { version: Version, words: Reason, facts: Type.Partial(Type.Object(facts), closed) },
  closed,
)
export type ItemAmend = Static<typeof ItemAmend>
export const ItemEdit = Type.Object(
  { version: Version, facts: Type.Partial(Type.Object(facts), closed) },
  closed,
)
export const ItemExtend = Type.Object({ version: Version, toDay: Day, words: Reason }, closed)
export const ItemDecide = Type.Object(
  { version: Version, grant: Type.Boolean(), words: Type.Optional(Reason) },
  closed,
)
export const ItemParts = Type.Object(
  {
    version: Version,
    parts: Type.Array(
      Type.Object(
        {
          unitId: Id,
          title: Type.Optional(Title),
          measure: Type.Optional(Words),
          ownerId: Type.Optional(Nullable(Person)),
          ownerName: Type.Optional(Type.String({ maxLength: 40 })),
          target: Type.Optional(Nullable(Target)),
          dueDay: Type.Optional(Day),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  closed,
)
export type ItemParts = Static<typeof ItemParts>
export const ItemProve = Type.Object(
  { version: Version, reportIds: Type.Array(Id, { minItems: 1, maxItems: 100 }), note: Type.Optional(Words) },
  closed,
)
