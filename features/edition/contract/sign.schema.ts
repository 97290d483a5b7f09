/** Signing an edition: its deeds, comments in the text, rounds and what differs between them. */
import { type Static, Type } from 'typebox'
import { ChainStep } from './series.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Place = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const EditionDeedWish = Type.Object(
  { version: Count, reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) },
  closed,
)
export type EditionDeedWish = Static<typeof EditionDeedWish>

/** Where a comment points: these words, the n-th time they stand in that block. Without words it is about the whole. */
export const Anchor = Type.Object(
  {
    block: Nullable(Place),
    quote: Type.String({ maxLength: 300 }),
    /** Which of the same words within the block, from 0. */
    occurrence: Place,
  },
  closed,
)
export type Anchor = Static<typeof Anchor>

/** A place in the text of an item; offsets are UTF-16 code units within the block. */
export const TextPlace = Type.Object({ block: Count, start: Count, end: Count }, closed)
export type TextPlace = Static<typeof TextPlace>

export const CommentDraft = Type.Object(
  {
    /** Null: about the issue as a whole. */
    itemId: Nullable(Id),
    ...Anchor.properties,
    text: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  closed,
)
export type CommentDraft = Static<typeof CommentDraft>

export const commentActions = ['resolve', 'reopen', 'remove'] as const

export const EditionComment = Type.Object(
  {
    id: Id,
    itemId: Nullable(Id),
    /** Of its item, as it is called now; null where the item was taken out. */
    headline: Nullable(Type.String()),
    ...Anchor.properties,
    text: Type.String(),
    byName: Type.String(),
    round: Count,
    at: Moment,
    resolvedName: Nullable(Type.String()),
    resolvedAt: Nullable(Moment),
    /** Where its words stand now; null: the text was changed (原文已改), or it is about a whole. */
    place: Nullable(TextPlace),
    /** It quotes words that are no longer there. */
    lost: Type.Boolean(),
    actions: Type.Array(Type.Enum(commentActions)),
  },
  closed,
)
export type EditionComment = Static<typeof EditionComment>

export const EditionRound = Type.Object(
  { no: Count, items: Count, byName: Type.String(), at: Moment },
  closed,
)
export type EditionRound = Static<typeof EditionRound>

/** One step of the chain, and who may do it. */
export const SigningStep = Type.Object(
  {
    ...ChainStep.properties,
    holders: Type.Array(Type.String()),
    /** `done` in this round, the one it is at, or ahead. */
    state: Type.Enum(['done', 'here', 'ahead']),
    byName: Nullable(Type.String()),
    at: Nullable(Moment),
  },
  closed,
)
export type SigningStep = Static<typeof SigningStep>

/** Where an edition stands on its way to print. */
export const EditionSigning = Type.Object(
  {
    steps: Type.Array(SigningStep),
    comments: Type.Array(EditionComment),
    rounds: Type.Array(EditionRound),
    mayComment: Type.Boolean(),
    /** Why its forms could not be made, when they could not; `mayRetry`: the caller may have it tried again. */
    freeze: Nullable(
      Type.Object(
        { problem: Nullable(Type.String()), tried: Count, at: Moment, mayRetry: Type.Boolean() },
        closed,
      ),
    ),
  },
  closed,
)
export type EditionSigning = Static<typeof EditionSigning>

export const itemChanges = ['added', 'removed', 'moved', 'changed'] as const

const Words = Type.Object(
  {
    column: Type.String(),
    headline: Type.String(),
    subtitle: Type.String(),
    contributor: Type.String(),
    /** Blocks, a line feed between them. */
    text: Type.String(),
  },
  closed,
)

export const ItemDifference = Type.Object(
  {
    id: Id,
    changes: Type.Array(Type.Enum(itemChanges), { minItems: 1 }),
    before: Nullable(Words),
    after: Nullable(Words),
  },
  closed,
)
export type ItemDifference = Static<typeof ItemDifference>

export const EditionDifference = Type.Object(
  {
    from: Count,
    /** Null: as it is now. */
    to: Nullable(Count),
    same: Count,
    items: Type.Array(ItemDifference),
  },
  closed,
)
export type EditionDifference = Static<typeof EditionDifference>
