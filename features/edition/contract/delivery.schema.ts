/** Distribution (分发): who gets an issued bulletin, by which way, and what came back. */
import { type Static, Type } from 'typebox'
import { distributionKinds } from './series.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Text = (maxLength: number) => Type.String({ maxLength })

/** `app`: a unit reads it here; `mail`: an address outside; `print`: a name to which paper goes. */
export const deliveryWays = ['app', 'mail', 'print'] as const
export type DeliveryWay = (typeof deliveryWays)[number]

/** How far it came. Of mail nobody knows more than that the server took it, until somebody confirms. */
export const deliveryStates = [
  /** 已签收 */
  'acknowledged',
  /** 已打开 */
  'opened',
  /** 已送达: it lies in the inbox of the unit, or the mail server took it */
  'delivered',
  /** 邮件在途 */
  'waiting',
  /** 邮件没有发出 */
  'failed',
  /** 未设置邮件 */
  'unmailed',
  /** 印发纸质件 */
  'print',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What the mail of a delivery came to; null: none goes out. */
export const letterStates = ['due', 'waiting', 'sent', 'failed', 'off'] as const
export type LetterState = (typeof letterStates)[number]

/** What can be delivered: an issue of a series, or an official document (公文: 督办单, 通报, 提醒函). */
export const documentKinds = ['issue', 'missive'] as const
export type DocumentKind = (typeof documentKinds)[number]

const issue = {
  document: Type.Enum(documentKinds),
  documentId: Id,
  /** 学习教育简报第3期 */
  issueName: Type.String(),
  title: Nullable(Type.String()),
  /** The unit that issued it. */
  issuer: Type.String(),
  issuedAt: Moment,
  /** An answer is expected until the end of this day. */
  replyDueDay: Nullable(Type.String()),
}

/** A ledger item that a document is about, where it concerns this recipient. */
export const DeliveryAbout = Type.Object({ id: Id, title: Type.String() }, closed)
export type DeliveryAbout = Static<typeof DeliveryAbout>

/** One recipient, as the issuing unit sees it. */
export const Delivery = Type.Object(
  {
    id: Id,
    to: Type.Enum(distributionKinds),
    name: Type.String(),
    unitId: Nullable(Id),
    email: Nullable(Type.String()),
    way: Type.Enum(deliveryWays),
    state: Type.Enum(deliveryStates),
    letter: Nullable(Type.Enum(letterStates)),
    /** Why the mail did not leave, as mailProblems has it. */
    problem: Nullable(Type.String()),
    /** When it lay there, or when the server took the mail. */
    deliveredAt: Nullable(Moment),
    openedAt: Nullable(Moment),
    /** So many people of the unit opened it. */
    readers: Count,
    acknowledgedAt: Nullable(Moment),
    /** Who acknowledged it; null for a confirmation by mail. */
    acknowledgedName: Nullable(Type.String()),
    remindedAt: Nullable(Moment),
    reminders: Count,
    /** Added after it was issued (补发). */
    addedName: Nullable(Type.String()),
    replyDueDay: Nullable(Type.String()),
    reply: Nullable(Type.String()),
    repliedAt: Nullable(Moment),
    repliedName: Nullable(Type.String()),
    actions: Type.Array(Type.Enum(['remind', 'resend'])),
  },
  closed,
)
export type Delivery = Static<typeof Delivery>

export const deliveryTabs = [
  'unread',
  'unacknowledged',
  'opened',
  'acknowledged',
  'failed',
  'print',
  'unanswered',
  'overdue',
  'answered',
  'all',
] as const
export type DeliveryTab = (typeof deliveryTabs)[number]

const filters = {
  q: Type.Optional(Text(100)),
  to: Type.Optional(Type.Enum(distributionKinds)),
  tab: Type.Optional(Type.Enum(deliveryTabs)),
}
export const DeliveryFilters = Type.Object(filters, closed)
export type DeliveryFilters = Static<typeof DeliveryFilters>
export const DeliveryQuery = Type.Object(
  {
    ...filters,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type DeliveryQuery = Static<typeof DeliveryQuery>

const tallied = Type.Object(
  {
    all: Count,
    unread: Count,
    unacknowledged: Count,
    opened: Count,
    acknowledged: Count,
    failed: Count,
    print: Count,
    unanswered: Count,
    overdue: Count,
    answered: Count,
  },
  closed,
)

export const distributionActions = ['remind', 'add'] as const
export const DeliveryPage = Type.Object(
  {
    ...issue,
    unitId: Id,
    rows: Type.Array(Delivery),
    total: Count,
    page: Count,
    pageSize: Count,
    /** Of the whole issue, under no filter. */
    counts: tallied,
    kinds: Type.Array(Type.Object({ to: Type.Enum(distributionKinds), counts: tallied }, closed)),
    /** Whether a mail server is set; without one nothing is mailed. */
    mails: Type.Boolean(),
    actions: Type.Array(Type.Enum(distributionActions)),
  },
  closed,
)
export type DeliveryPage = Static<typeof DeliveryPage>

/** Recipients to be reminded; all that have not read or acknowledged it when left out. */
export const DeliveryRemind = Type.Object(
  { ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 2000 })) },
  closed,
)
export type DeliveryRemind = Static<typeof DeliveryRemind>
/** `quiet`: reminded today already, left alone. */
export const DeliveryReminded = Type.Object({ reminded: Count, quiet: Count, unreached: Count }, closed)
export type DeliveryReminded = Static<typeof DeliveryReminded>

export const DeliveryAdd = Type.Object(
  {
    to: Type.Enum(distributionKinds),
    /** A unit of the tree; its own name counts. */
    unitId: Nullable(Id),
    name: Text(60),
    email: Nullable(Type.String({ format: 'email', maxLength: 254 })),
  },
  closed,
)
export type DeliveryAdd = Static<typeof DeliveryAdd>

/** One received document, as the people of a unit see it. */
export const ReceivedSummary = Type.Object(
  {
    id: Id,
    ...issue,
    /** 督办单, 通报; null for an issue. */
    label: Nullable(Type.String()),
    unitId: Id,
    unitName: Type.String(),
    to: Type.Enum(distributionKinds),
    /** Whether the caller opened it. */
    read: Type.Boolean(),
    openedAt: Nullable(Moment),
    acknowledgedAt: Nullable(Moment),
    acknowledgedName: Nullable(Type.String()),
    repliedAt: Nullable(Moment),
    /** Taken back by who issued it. */
    recalledAt: Nullable(Moment),
    errata: Count,
    actions: Type.Array(Type.Enum(['acknowledge', 'reply'])),
  },
  closed,
)
export type ReceivedSummary = Static<typeof ReceivedSummary>

export const receivedFormats = ['pdf', 'docx', 'html', 'txt'] as const
export type ReceivedFormat = (typeof receivedFormats)[number]
export const ReceivedFile = Type.Object({ format: Type.Enum(receivedFormats) }, closed)

export const ReceivedErratum = Type.Object({ words: Type.String(), publishedAt: Moment }, closed)
export const Received = Type.Object(
  {
    ...ReceivedSummary.properties,
    about: Type.Array(DeliveryAbout),
    reply: Nullable(Type.String()),
    repliedName: Nullable(Type.String()),
    recallReason: Nullable(Type.String()),
    formats: Type.Array(Type.Enum(receivedFormats)),
    /** It can be read on the public site too. */
    public: Type.Boolean(),
    corrections: Type.Array(ReceivedErratum),
  },
  closed,
)
export type Received = Static<typeof Received>

export const DeliveryReply = Type.Object({ words: Type.String({ minLength: 1, maxLength: 2000 }) }, closed)
export type DeliveryReply = Static<typeof DeliveryReply>

export const receivedTabs = ['open', 'reply', 'acknowledged', 'all'] as const
export const ReceivedQuery = Type.Object(
  {
    q: Type.Optional(Text(100)),
    tab: Type.Optional(Type.Enum(receivedTabs)),
    /** Those of units below too. */
    below: Type.Optional(Type.Boolean()),
    edition: Type.Optional(Id),
    /** Of one document, whatever it is. */
    document: Type.Optional(Id),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type ReceivedQuery = Static<typeof ReceivedQuery>

export const ReceivedPage = Type.Object(
  {
    rows: Type.Array(ReceivedSummary),
    total: Count,
    page: Count,
    pageSize: Count,
    counts: Type.Object({ open: Count, reply: Count, acknowledged: Count, all: Count }, closed),
  },
  closed,
)
export type ReceivedPage = Static<typeof ReceivedPage>

/** Who acknowledges for a unit, in the very unit. */
export const acknowledgers = ['unit-lead', 'reporter'] as const
