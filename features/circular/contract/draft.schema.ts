/** What a document is drafted from: chosen items, or all of a ledger under some filters. */
import { ItemFilter } from '@jianbao/ledger/contract'
import { type Static, Type } from 'typebox'
import { missiveKinds } from './missive.flow.ts'
import { MissiveWords, mostChosen } from './missive.schema.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })

const Items = Type.Array(Id, { minItems: 1, maxItems: mostChosen, uniqueItems: true })
const source = {
  kind: Type.Enum(missiveKinds),
  /** The unit that issues: one where the caller drafts; the topmost when left out. */
  issuer: Type.Optional(Id),
  items: Type.Optional(Items),
  /** Instead of items: all that the ledger's list shows under these. */
  filter: Type.Optional(ItemFilter),
}
export const MissiveSource = Type.Object(source, closed)
export type MissiveSource = Static<typeof MissiveSource>
/** The same in an address, beside the filters of the ledger's list: ids with commas between them. */
export const MissivePlanQuery = Type.Object(
  {
    ...ItemFilter.properties,
    send: Type.Enum(missiveKinds),
    issuer: Type.Optional(Id),
    items: Type.Optional(
      Type.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36})*$', maxLength: mostChosen * 37 }),
    ),
  },
  closed,
)
export type MissivePlanQuery = Static<typeof MissivePlanQuery>

/** What would be drafted, before it is. */
export const MissivePlan = Type.Object(
  {
    unitId: Id,
    unitName: Type.String(),
    /** Where the caller may issue from. */
    choices: Type.Array(Type.Object({ unitId: Id, unitName: Type.String() }, closed)),
    ledgers: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: Type.String() }, closed)),
    items: Count,
    /** Of chosen items: those that are not open, or not to be seen. */
    left: Count,
    units: Type.Array(Type.Object({ unitId: Id, unitName: Type.String(), items: Count, red: Count }, closed)),
    unitCount: Count,
    /** Units a circular goes to. */
    recipients: Count,
    replyDueDay: Type.String({ format: 'date' }),
  },
  closed,
)
export type MissivePlan = Static<typeof MissivePlan>

export const MissiveDraft = Type.Object(
  {
    ...source,
    basis: Type.Optional(Type.String({ maxLength: 300 })),
    replyDueDay: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()])),
  },
  closed,
)
export type MissiveDraft = Static<typeof MissiveDraft>
/** One document for each unit; of several the batch. */
export const MissiveDrafted = Type.Object({ batchId: Id, ids: Type.Array(Id), count: Count }, closed)
export type MissiveDrafted = Static<typeof MissiveDrafted>

const version = { version: Type.Integer({ minimum: 0 }) }
export const MissiveChange = Type.Object(
  {
    ...version,
    ...Type.Partial(MissiveWords).properties,
    /** Opening, closing, remark, signature, seal, term and copies go to all drafts made with it. */
    wholeBatch: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type MissiveChange = Static<typeof MissiveChange>
export const MissiveVersion = Type.Object(version, closed)
export type MissiveVersion = Static<typeof MissiveVersion>
export const MissiveReason = Type.Object({ ...version, reason: Reason }, closed)
export type MissiveReason = Static<typeof MissiveReason>
export const MissivePreviewWish = Type.Object(
  {
    words: Type.Partial(MissiveWords),
    known: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 500 }),
  },
  closed,
)
export type MissivePreviewWish = Static<typeof MissivePreviewWish>
export const MissivePreview = Type.Object(
  {
    pages: Type.Array(
      Type.Object({ hash: Type.String(), svg: Type.Union([Type.String(), Type.Null()]) }, closed),
    ),
    widthPt: Type.Number(),
    heightPt: Type.Number(),
    missing: Type.Array(Type.String()),
    ms: Type.Number(),
  },
  closed,
)
export type MissivePreview = Static<typeof MissivePreview>

/** Of a batch, what is done to all of it at once, or to none. */
export const BatchDone = Type.Object({ count: Count }, closed)
export const missiveFormats = ['pdf', 'docx', 'html', 'txt'] as const
export type MissiveFormat = (typeof missiveFormats)[number]
export const MissiveFileQuery = Type.Object({ format: Type.Enum(missiveFormats) }, closed)

/** Documents about a ledger item. */
export const ItemMissives = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          id: Id,
          kind: Type.Enum(missiveKinds),
          number: Type.String(),
          title: Type.String(),
          issuer: Type.String(),
          at: Type.String({ format: 'date-time' }),
          recalled: Type.Boolean(),
          /** Its page in the staff app, for this reader. */
          link: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type ItemMissives = Static<typeof ItemMissives>
