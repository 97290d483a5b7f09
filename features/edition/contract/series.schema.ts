/** A series (刊): whose it is, how it is set, numbered, signed and distributed. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Count = Type.Integer({ minimum: 0 })
const mostNumber = 1_000_000
const Given = Type.Integer({ minimum: 0, maximum: mostNumber })
const Name = Type.String({ minLength: 1, maxLength: 60 })
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' })

/** `single`: one article, the lead; `briefs`: one-liners; `articles`: as many as there are. */
export const columnRules = ['single', 'articles', 'briefs'] as const
export type ColumnRule = (typeof columnRules)[number]

/** Its key is the one adopted reports are put under (`column_key`). */
export const SeriesColumn = Type.Object(
  {
    key: Key,
    name: Type.String({ minLength: 1, maxLength: 20 }),
    rule: Type.Enum(columnRules),
    /** How many items it should have; proofreading says so when it has fewer or more. */
    min: Nullable(Type.Integer({ minimum: 0, maximum: 200 })),
    max: Nullable(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)
export type SeriesColumn = Static<typeof SeriesColumn>

export const distributionKinds = ['报', '送', '发'] as const
/** Who gets it: a unit of the tree, an address outside it, or a name that is only printed. */
export const Recipient = Type.Object(
  { name: Name, unitId: Nullable(Id), email: Nullable(Type.String({ format: 'email', maxLength: 254 })) },
  closed,
)
export type Recipient = Static<typeof Recipient>
export const DistributionRow = Type.Object(
  { to: Type.Enum(distributionKinds), recipients: Type.Array(Recipient, { maxItems: 2000 }) },
  closed,
)
export type DistributionRow = Static<typeof DistributionRow>

export const signingRoles = ['editor', 'reviser', 'signatory'] as const
/** One step behind composing: 核稿, 审核, 签发. The last one signs. */
export const ChainStep = Type.Object(
  {
    key: Key,
    name: Type.String({ minLength: 1, maxLength: 12 }),
    role: Type.Enum(signingRoles),
    /** Who holds this step may mend texts; else they pass it on or give it back. */
    edits: Type.Boolean(),
  },
  closed,
)
export type ChainStep = Static<typeof ChainStep>

/** Whether an issue goes to the public site when it is issued, when somebody says so, or never. */
export const publicRules = ['on-issue', 'by-hand', 'never'] as const

export const SeriesSettings = Type.Object(
  {
    /** Printed at the head: 密级; at its right the copy number. */
    secrecy: Nullable(Type.String({ maxLength: 20 })),
    copyNumbers: Type.Boolean(),
    /** 共印 N 份 */
    printRun: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
    /** 本期目录 behind the masthead. */
    contents: Type.Boolean(),
    linesPerPage: Type.Integer({ minimum: 18, maximum: 26 }),
    charsPerLine: Type.Integer({ minimum: 24, maximum: 32 }),
    evenPages: Type.Boolean(),
    /** 行距 in points, 28.95 to 29.62 in most offices; left out or null: the lines fill the type area. */
    linePitchPt: Type.Optional(Nullable(Type.Number({ minimum: 26, maximum: 32 }))),
    /** The name in the masthead on one line, or parted: the owner above 简报. */
    mastheadLines: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(2)])),
    /** PDF/UA-1 or, for archives, PDF/A-2a. */
    standard: Type.Enum(['ua-1', 'a-2a']),
    red: Type.Enum(['screen', 'press']),
    /** Issues begin with 1 every year; else they go on. */
    yearly: Type.Boolean(),
    /** 总期号 is printed beside the number. */
    runningNumbers: Type.Boolean(),
    public: Type.Enum(publicRules),
    /** Characters of a brief, beyond which proofreading says something. */
    briefLimit: Type.Integer({ minimum: 30, maximum: 400 }),
  },
  closed,
)
export type SeriesSettings = Static<typeof SeriesSettings>

export const usualSettings: SeriesSettings = {
  secrecy: null,
  copyNumbers: false,
  printRun: null,
  contents: false,
  linesPerPage: 22,
  charsPerLine: 28,
  evenPages: true,
  standard: 'ua-1',
  red: 'screen',
  yearly: true,
  runningNumbers: false,
  public: 'by-hand',
  briefLimit: 120,
}

export const seriesStates = ['active', 'closed'] as const
export const seriesLayouts = ['bulletin', 'magazine'] as const

const written = {
  name: Type.String({ minLength: 2, maxLength: 60 }),
  layout: Type.Enum(seriesLayouts),
  publisher: Type.String({ minLength: 1, maxLength: 60 }),
  /** Whose measures and columns its reports have; null: of any campaign. */
  campaignId: Nullable(Id),
  columns: Type.Array(SeriesColumn, { minItems: 1, maxItems: 30 }),
  distribution: Type.Array(DistributionRow, { maxItems: 3 }),
  chain: Type.Array(ChainStep, { minItems: 1, maxItems: 6 }),
  settings: SeriesSettings,
}

/** What the page of a series saves. */
export const SeriesDraft = Type.Object(
  {
    unitId: Id,
    ...written,
    startAfter: Type.Object({ issueNo: Given, specialNo: Given, runningNo: Given }, closed),
  },
  closed,
)
export type SeriesDraft = Static<typeof SeriesDraft>
export const SeriesChange = Type.Object({ version: Count, ...written }, closed)
export type SeriesChange = Static<typeof SeriesChange>

/** The numbers that would be given next, in the year of today. */
export const NextNumbers = Type.Object(
  { year: Type.Integer(), issueNo: Count, specialNo: Count, runningNo: Nullable(Count) },
  closed,
)
export type NextNumbers = Static<typeof NextNumbers>

export const seriesActions = ['edit', 'compose', 'number', 'close', 'reopen', 'remove'] as const
export type SeriesAction = (typeof seriesActions)[number]
/** Who sees them, in their unit and below; the editors of the very unit change them. */
export const seriesReaders = ['editor', 'reviser', 'signatory'] as const

export const SeriesSummary = Type.Object(
  {
    id: Id,
    unitId: Id,
    unitName: Type.String(),
    name: Type.String(),
    layout: Type.Enum(seriesLayouts),
    publisher: Type.String(),
    campaignName: Nullable(Type.String()),
    state: Type.Enum(seriesStates),
    columns: Count,
    recipients: Count,
    issued: Count,
    open: Count,
    next: NextNumbers,
    updatedAt: Type.String({ format: 'date-time' }),
    version: Count,
    actions: Type.Array(Type.Enum(seriesActions)),
  },
  closed,
)
export type SeriesSummary = Static<typeof SeriesSummary>

/** A recipient whose unit is no longer what the list calls it. */
export const RecipientWarning = Type.Object(
  {
    to: Type.Enum(distributionKinds),
    name: Type.String(),
    why: Type.Enum(['renamed', 'retired', 'gone']),
    /** What the register calls it. */
    now: Nullable(Type.String()),
  },
  closed,
)
export type RecipientWarning = Static<typeof RecipientWarning>

/** Who holds a role of the chain at the unit today. */
export const RoleHolders = Type.Object(
  { role: Type.Enum(signingRoles), names: Type.Array(Type.String()) },
  closed,
)
export type RoleHolders = Static<typeof RoleHolders>

export const Series = Type.Object(
  {
    ...Type.Omit(SeriesSummary, ['columns']).properties,
    ...written,
    updatedName: Type.String(),
    holders: Type.Array(RoleHolders),
    warnings: Type.Array(RecipientWarning),
    /** Columns with items of issues that are still open: they cannot be taken away. */
    columnsInUse: Type.Array(Type.Object({ key: Type.String(), edition: Type.String() }, closed)),
    /** Addresses of recipients are for those with a post in the very unit; others see none of them. */
    addressesShown: Type.Boolean(),
  },
  closed,
)
export type Series = Static<typeof Series>

export const SeriesQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Enum(seriesStates)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type SeriesQuery = Static<typeof SeriesQuery>
export const SeriesPage = Type.Object(
  {
    rows: Type.Array(SeriesSummary),
    total: Count,
    page: Count,
    pageSize: Count,
    counts: Type.Object({ active: Count, closed: Count, all: Count }, closed),
  },
  closed,
)
export type SeriesPage = Static<typeof SeriesPage>

export const SeriesVersion = Type.Object({ version: Count }, closed)
export type SeriesVersion = Static<typeof SeriesVersion>

export const numberKinds = ['issue', 'special', 'running'] as const
/** 调整编号: the number that is to be given next. */
export const SeriesNumber = Type.Object(
  {
    version: Count,
    kind: Type.Enum(numberKinds),
    next: Type.Integer({ minimum: 1, maximum: mostNumber }),
    reason: Type.String({ minLength: 2, maxLength: 300 }),
  },
  closed,
)
export type SeriesNumber = Static<typeof SeriesNumber>

/** What a new series may be made for, and who would sign it. */
export const SeriesChoices = Type.Object(
  {
    units: Type.Array(Type.Object({ id: Id, name: Type.String(), holders: Type.Array(RoleHolders) }, closed)),
    campaigns: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          columns: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type SeriesChoices = Static<typeof SeriesChoices>

/** Lines somebody pasted: names, 各省辖市科协 and the like, an address behind a name. */
export const RecipientLines = Type.Object({ text: Type.String({ maxLength: 100_000 }) }, closed)
export type RecipientLines = Static<typeof RecipientLines>
export const RecipientReading = Type.Object(
  {
    recipients: Type.Array(Recipient),
    /** Names that several units bear, or that no unit bears; they are kept as names to print. */
    unclear: Type.Array(
      Type.Object(
        { name: Type.String(), why: Type.Enum(['unknown', 'several']), near: Nullable(Type.String()) },
        closed,
      ),
    ),
  },
  closed,
)
export type RecipientReading = Static<typeof RecipientReading>

/** A series as it is being changed, to see its pages. */
export const SeriesSample = Type.Object(
  {
    ...Type.Omit(Type.Object(written), ['campaignId', 'chain']).properties,
    special: Type.Boolean(),
    issueNo: Nullable(Count),
    runningNo: Nullable(Count),
  },
  closed,
)
export type SeriesSample = Static<typeof SeriesSample>
export const SeriesSamplePages = Type.Object(
  {
    widthPt: Type.Number(),
    heightPt: Type.Number(),
    /** SVG of the first page, and of the last one with the imprint. */
    first: Type.String(),
    last: Type.String(),
  },
  closed,
)
export type SeriesSamplePages = Static<typeof SeriesSamplePages>
