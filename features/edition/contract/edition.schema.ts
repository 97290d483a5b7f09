/** An edition: one issue in the making, its columns and items. */
import { type Static, Type } from 'typebox'
import { ArticleDoc } from './article-doc.schema.ts'
import { editionActions, editionStates } from './edition.flow.ts'
import { ChainStep, SeriesColumn, SeriesSettings, seriesLayouts } from './series.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Text = (maxLength: number) => Type.String({ maxLength })

/** So many items an issue may have, a magazine of many briefs included. */
export const itemLimit = 400

/** Beside articles and briefs the kinds of a magazine. */
export const itemKinds = ['article', 'essay', 'speech'] as const

/** A report an item was made of. */
export const ItemSource = Type.Object(
  {
    reportId: Id,
    adoptionId: Nullable(Id),
    unitName: Type.String(),
    title: Type.String(),
    /** What became of it since it was taken: nothing, its words changed, or it is no longer adopted. */
    now: Type.Enum(['same', 'changed', 'gone']),
  },
  closed,
)
export type ItemSource = Static<typeof ItemSource>

const text = {
  kind: Type.Enum(itemKinds),
  headline: Text(200),
  subtitle: Text(200),
  /** 供稿: （供稿：…） is put around it where it is printed. */
  contributor: Text(120),
  doc: ArticleDoc,
}

export const EditionItem = Type.Object(
  {
    id: Id,
    columnKey: Type.String(),
    position: Count,
    ...text,
    /** Held back from the public site. */
    withheld: Type.Boolean(),
    sources: Type.Array(ItemSource),
    editedName: Type.String(),
    editedAt: Moment,
    version: Count,
  },
  closed,
)
export type EditionItem = Static<typeof EditionItem>

/** A picture kept for this edition; its bytes at /api/editions/:id/pictures/:pictureId. */
export const EditionPicture = Type.Object(
  {
    id: Id,
    width: Count,
    height: Count,
    sizeBytes: Count,
    mediaType: Type.String(),
    /** The report it came with. */
    reportId: Nullable(Id),
  },
  closed,
)
export type EditionPicture = Static<typeof EditionPicture>

const head = {
  id: Id,
  seriesId: Id,
  seriesName: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  layout: Type.Enum(seriesLayouts),
  special: Type.Boolean(),
  /** The day it will bear; that of signing when null. */
  date: Nullable(Day),
  state: Type.Enum(editionStates),
  /** Which step of the chain it is at. */
  step: Count,
  /** How often it was sent to be signed. */
  round: Count,
  /** Taken when it is signed; before that the one it would get now. */
  issueNo: Nullable(Count),
  runningNo: Nullable(Count),
  items: Count,
  /** Its first headline. */
  title: Nullable(Type.String()),
  editedName: Type.String(),
  updatedAt: Moment,
  signedAt: Nullable(Moment),
  issuedAt: Nullable(Moment),
  version: Count,
  actions: Type.Array(Type.Enum(editionActions)),
}

export const EditionSummary = Type.Object({ ...head, stepName: Nullable(Type.String()) }, closed)
export type EditionSummary = Static<typeof EditionSummary>

export const EditionStepRow = Type.Object(
  {
    seq: Count,
    action: Type.String(),
    state: Type.Enum(editionStates),
    stepName: Nullable(Type.String()),
    round: Count,
    byName: Type.String(),
    reason: Nullable(Type.String()),
    at: Moment,
  },
  closed,
)
export type EditionStepRow = Static<typeof EditionStepRow>

/** One edition, whole: texts too. */
export const Edition = Type.Object(
  {
    ...head,
    publisher: Type.String(),
    campaignId: Nullable(Id),
    columns: Type.Array(SeriesColumn),
    chain: Type.Array(ChainStep),
    settings: SeriesSettings,
    content: Type.Array(EditionItem),
    pictures: Type.Array(EditionPicture),
    steps: Type.Array(EditionStepRow),
    signedName: Nullable(Type.String()),
    forceReason: Nullable(Type.String()),
    /** Head of the audit chain when it was signed; printed in the imprint. */
    chainHead: Nullable(Type.String()),
  },
  closed,
)
export type Edition = Static<typeof Edition>

export const EditionDraft = Type.Object({ seriesId: Id, special: Type.Boolean() }, closed)
export type EditionDraft = Static<typeof EditionDraft>

export const EditionChange = Type.Object(
  { version: Count, date: Nullable(Day), special: Type.Boolean() },
  closed,
)
export type EditionChange = Static<typeof EditionChange>

/** `returned`: to whom sent them; `failed`: signed, and their forms could not be made. */
export const editionTabs = ['open', 'waiting', 'returned', 'failed', 'issued', 'void', 'all'] as const
export const EditionQuery = Type.Object(
  {
    q: Type.Optional(Text(100)),
    tab: Type.Optional(Type.Enum(editionTabs)),
    series: Type.Optional(Id),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type EditionQuery = Static<typeof EditionQuery>

export const EditionPage = Type.Object(
  {
    rows: Type.Array(EditionSummary),
    total: Count,
    page: Count,
    pageSize: Count,
    /** Of the whole list; `waiting`: at a step that is the caller's. */
    counts: Type.Object(
      {
        ...{ open: Count, waiting: Count, returned: Count, failed: Count },
        ...{ issued: Count, void: Count, all: Count },
      },
      closed,
    ),
    series: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
  },
  closed,
)
export type EditionPage = Static<typeof EditionPage>

/** A new item: of adopted reports, or empty. Several adoptions make one piece. */
export const ItemDraft = Type.Object(
  {
    columnKey: Text(40),
    /** In front of this item; at the end when null. */
    before: Nullable(Id),
    adoptionIds: Type.Array(Id, { maxItems: 100 }),
    /** Each adoption becomes an item of its own. */
    apart: Type.Boolean(),
    /** Words to begin with, such as a drafted brief; of the adoptions' own when left out. */
    text: Type.Optional(Type.Object(text, closed)),
  },
  closed,
)
export type ItemDraft = Static<typeof ItemDraft>

export const ItemText = Type.Object({ version: Count, ...text, withheld: Type.Boolean() }, closed)
export type ItemText = Static<typeof ItemText>

export const ItemMove = Type.Object({ columnKey: Text(40), before: Nullable(Id) }, closed)
export type ItemMove = Static<typeof ItemMove>

/** What a change of items answers: everything that may have moved. */
export const EditionContent = Type.Object({ version: Count, content: Type.Array(EditionItem) }, closed)
export type EditionContent = Static<typeof EditionContent>
