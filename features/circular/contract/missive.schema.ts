/** Supervision notices, circulars and reminder letters as pages and lists have them. */
import { type Static, Type } from 'typebox'
import { missiveActions, missiveKinds, missiveStates } from './missive.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Text = (maxLength: number) => Type.String({ maxLength })
const Kind = Type.Enum(missiveKinds)

export const missiveLights = ['green', 'blue', 'yellow', 'red'] as const
export type MissiveLight = (typeof missiveLights)[number]
/** So many items one order takes, and so many units get a document each. */
export const mostItems = 2000
export const mostUnits = 500
/** So many ids stand in an address; more are chosen by filters. */
export const mostChosen = 200

/** A ledger item as it was when the document was drafted or counted again. */
export const MissiveItem = Type.Object(
  {
    itemId: Id,
    title: Type.String(),
    unitId: Id,
    unitName: Type.String(),
    ownerName: Type.String(),
    dueDay: Day,
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
    /** What the unit said last of its progress. */
    progress: Nullable(Type.String()),
    state: Type.String(),
    light: Nullable(Type.Enum(missiveLights)),
  },
  closed,
)
export type MissiveItem = Static<typeof MissiveItem>

const counted = {
  items: Count,
  closed: Count,
  open: Count,
  red: Count,
  yellow: Count,
  blue: Count,
}
export const MissiveUnit = Type.Object({ unitId: Id, unitName: Type.String(), ...counted }, closed)
export type MissiveUnit = Static<typeof MissiveUnit>
/** What a circular says of the units, counted on a day. */
export const MissiveFigures = Type.Object({ ...counted, day: Day, units: Type.Array(MissiveUnit) }, closed)
export type MissiveFigures = Static<typeof MissiveFigures>

/** A unit or a name that gets a copy (抄送). */
export const MissiveCopy = Type.Object({ unitId: Nullable(Id), name: Text(60) }, closed)
export type MissiveCopy = Static<typeof MissiveCopy>

/** What is written by hand; the table of items is not. */
const words = {
  /** 机关代字: what stands before the year in the number */
  numberWord: Text(20),
  title: Text(200),
  /** 主送, as it is printed */
  salutation: Text(200),
  /** Paragraphs, a line feed between them. */
  opening: Text(5000),
  closing: Text(5000),
  /** 附注: whom to call */
  remark: Text(100),
  /** 署名 */
  signedBy: Text(100),
  /** Leaves a line for the seal. */
  seal: Type.Boolean(),
  /** The table of items in the text, or behind it as an attachment. */
  tablePlace: Type.Enum(['text', 'attachment'] as const),
  replyDueDay: Nullable(Day),
}
export const MissiveWords = Type.Object(
  { ...words, copies: Type.Array(MissiveCopy, { maxItems: 50 }) },
  closed,
)
export type MissiveWords = Static<typeof MissiveWords>

const facts = {
  id: Id,
  kind: Kind,
  state: Type.Enum(missiveStates),
  unitId: Id,
  unitName: Type.String(),
  addresseeId: Id,
  addresseeName: Type.String(),
  batchId: Id,
  /** 云科协督〔2021〕3号; null until it is issued */
  number: Nullable(Type.String()),
  title: Type.String(),
  items: Count,
  createdName: Type.String(),
  updatedAt: Moment,
  issuedAt: Nullable(Moment),
  replyDueDay: Nullable(Day),
  /** Its files are made and it lies with its recipients. */
  delivered: Type.Boolean(),
  /** Why its files could not be made. */
  problem: Nullable(Type.String()),
  recipients: Count,
  acknowledged: Count,
  replied: Count,
  /** Answers that are late. */
  overdue: Count,
  version: Count,
  actions: Type.Array(Type.Enum([...missiveActions, 'retry'] as const)),
}
export const MissiveSummary = Type.Object(facts, closed)
export type MissiveSummary = Static<typeof MissiveSummary>

export const Missive = Type.Object(
  {
    ...facts,
    ...MissiveWords.properties,
    ledgerId: Nullable(Id),
    /** 成文日期: today while it is not issued */
    date: Day,
    /** The day its figures and items are of. */
    day: Day,
    figures: Nullable(MissiveFigures),
    /** So many items are no longer as they stand in it. */
    changed: Count,
    submittedName: Nullable(Type.String()),
    submittedAt: Nullable(Moment),
    returnedName: Nullable(Type.String()),
    returnReason: Nullable(Type.String()),
    issuedName: Nullable(Type.String()),
    recalledAt: Nullable(Moment),
    recalledName: Nullable(Type.String()),
    recallReason: Nullable(Type.String()),
    /** Drafted together with it, those that are in the same state. */
    batch: Type.Object({ all: Count, draft: Count, waiting: Count, issued: Count, delivered: Count }, closed),
    keeps: Type.Boolean(),
  },
  closed,
)
export type Missive = Static<typeof Missive>

export const MissiveItemPage = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          ...MissiveItem.properties,
          /** As it is now; null when it is gone or no longer to be seen. */
          now: Nullable(
            Type.Object(
              { light: Nullable(Type.Enum(missiveLights)), state: Type.String(), dueDay: Day },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    total: Count,
    page: Count,
    pageSize: Count,
  },
  closed,
)
export type MissiveItemPage = Static<typeof MissiveItemPage>

const filters = {
  q: Type.Optional(Text(100)),
  kind: Type.Optional(Kind),
  tab: Type.Optional(Type.Enum(['all', 'draft', 'waiting', 'issued', 'recalled', 'unanswered'] as const)),
  /** Issued by this unit. */
  unit: Type.Optional(Id),
  /** Addressed to this unit. */
  to: Type.Optional(Id),
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  batch: Type.Optional(Id),
  item: Type.Optional(Id),
}
export const missiveTabs = ['all', 'draft', 'waiting', 'issued', 'unanswered', 'recalled'] as const
export type MissiveTab = (typeof missiveTabs)[number]
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
export const MissiveFilters = Type.Object(filters, closed)
export type MissiveFilters = Static<typeof MissiveFilters>
export const MissiveQuery = Type.Object({ ...filters, ...paging }, closed)
export type MissiveQuery = Static<typeof MissiveQuery>
export const PageQuery = Type.Object(paging, closed)
export type PageQuery = Static<typeof PageQuery>
export const MissivePage = Type.Object(
  {
    rows: Type.Array(MissiveSummary),
    total: Count,
    page: Count,
    pageSize: Count,
    counts: Type.Object(
      { all: Count, draft: Count, waiting: Count, issued: Count, unanswered: Count, recalled: Count },
      closed,
    ),
    /** Somebody may draft one here. */
    drafts: Type.Boolean(),
  },
  closed,
)
export type MissivePage = Static<typeof MissivePage>
