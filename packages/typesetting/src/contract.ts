/** The bulletin model: everything typesetting needs to set one issue, and nothing about where it came from. */
import { type Static, Type } from 'typebox'
import type { Certificate } from './certificate.contract.ts'
import type { Circular } from './circular.contract.ts'
import { BulletinTable } from './table.contract.ts'

export * from './certificate.contract.ts'
export * from './circular.contract.ts'
export * from './conformity.contract.ts'
export * from './table.contract.ts'

const closed = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Optional>[0]>(type: T) =>
  Type.Optional(Type.Union([type, Type.Null()]))

export const Block = Type.Union([
  Type.Object({ type: Type.Literal('paragraph'), text: Type.String() }, closed),
  /** Headings inside an article: 1 = 一、 2 = （一） 3 = 1. */
  Type.Object(
    {
      type: Type.Literal('heading'),
      level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
      text: Type.String(),
    },
    closed,
  ),
  /** A brief: printed with the bullet ●. */
  Type.Object({ type: Type.Literal('item'), text: Type.String() }, closed),
  Type.Object({ type: Type.Literal('quote'), text: Type.String() }, closed),
  Type.Object(
    {
      type: Type.Literal('figure'),
      /** Key into the images handed over beside the model; never a path. */
      image: Type.String(),
      alt: Type.String(),
      caption: Maybe(Type.String()),
      widthPercent: Type.Optional(Type.Integer({ minimum: 10, maximum: 100 })),
    },
    closed,
  ),
  BulletinTable,
])
export type Block = Static<typeof Block>

export const BulletinArticle = Type.Object(
  {
    kind: Type.Enum(['article', 'briefs', 'essay', 'speech']),
    headline: Type.Union([Type.String(), Type.Null()]),
    /** Second headline, printed below the first; the magazine finds one behind —— by itself. */
    subtitle: Maybe(Type.String()),
    contributor: Type.Union([Type.String(), Type.Null()]),
    blocks: Type.Array(Block),
  },
  closed,
)
export type BulletinArticle = Static<typeof BulletinArticle>

export const BulletinColumn = Type.Object(
  { name: Type.Union([Type.String(), Type.Null()]), articles: Type.Array(BulletinArticle) },
  closed,
)
export type BulletinColumn = Static<typeof BulletinColumn>

export const Attachment = Type.Object({ title: Type.String(), blocks: Type.Array(Block) }, closed)

/** What stands on the cover of a magazine beside its name and the picks. */
export const Cover = Type.Object({ image: Type.String(), alt: Type.String() }, closed)

/** What an issue is sealed with (存证): the head of the audit chain when it was issued, printed small in the imprint. */
export const Seal = Type.Object({ chainHead: Type.String({ pattern: '^[0-9a-f]{16,128}$' }) }, closed)
export type Seal = Static<typeof Seal>

export const layouts = ['bulletin', 'magazine'] as const
export type Layout = (typeof layouts)[number]

/** The layout for a `docType` of intake: magazines and pages of newspapers hold many articles and have no masthead. */
export function layoutOf(docType: string | undefined): Layout {
  return docType === 'magazine' || docType === 'newspaper-page' ? 'magazine' : 'bulletin'
}

export const Bulletin = Type.Object(
  {
    schema: Type.Literal('jianbao-bulletin/1'),
    /** How the issue is set; a bulletin (简报) unless it says magazine (期刊). */
    layout: Type.Optional(Type.Enum(layouts)),
    /** Whole name of the series, e.g. 河南省科协党史学习教育简报; the masthead prints it in one or two lines. */
    series: Type.Union([Type.String(), Type.Null()]),
    issueNo: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    special: Type.Optional(Type.Boolean()),
    runningNo: Maybe(Type.Integer({ minimum: 1 })),
    publisher: Type.Union([Type.String(), Type.Null()]),
    /** ISO day; printed as 2021年8月20日. */
    date: Type.Union([Type.String(), Type.Null()]),
    secrecy: Maybe(Type.String()),
    copyNo: Maybe(Type.String()),
    printRun: Maybe(Type.Integer({ minimum: 1 })),
    contents: Type.Optional(Type.Boolean()),
    /** Picture on the cover of a magazine; a bulletin has none. */
    cover: Maybe(Cover),
    columns: Type.Array(BulletinColumn),
    attachments: Type.Optional(Type.Array(Attachment)),
    distribution: Type.Array(Type.Object({ to: Type.String(), entries: Type.Array(Type.String()) }, closed)),
    seal: Maybe(Seal),
  },
  closed,
)
export type Bulletin = Static<typeof Bulletin>

/** Everything that can be set; its `schema` says what it is. */
export type TypesetDocument = Bulletin | Circular
/** A certificate is paper alone: it has no other form. */
export type PdfDocument = TypesetDocument | Certificate

/** Settings of a series that offices set differently (GB/T 9704 is applied by analogy). */
export const LayoutProfile = Type.Object(
  {
    linesPerPage: Type.Integer({ minimum: 18, maximum: 26 }),
    charsPerLine: Type.Integer({ minimum: 24, maximum: 32 }),
    /** Pad to an even number of pages so that the imprint stands on the back. */
    evenPages: Type.Boolean(),
    red: Type.Enum(['screen', 'press']),
    /** Distance of lines in points; offices set 28.95 to 29.62. Null: the lines fill the 225 mm of the type area. */
    linePitchPt: Type.Union([Type.Number({ minimum: 26, maximum: 32 }), Type.Null()]),
    /** Whether the name in the masthead is parted, the owner above the kind (简报), or stands on one line. */
    mastheadLines: Type.Union([Type.Literal(1), Type.Literal(2)]),
    /** Type of the name in the masthead; null: by its length. It gets smaller where the line is too short for it. */
    mastheadSizePt: Type.Union([Type.Integer({ minimum: 22, maximum: 72 }), Type.Null()]),
    /** The line of publisher and date below the number. */
    issuedLine: Type.Boolean(),
    /** — 1 — below the text. */
    pageNumbers: Type.Boolean(),
  },
  closed,
)
export type LayoutProfile = Static<typeof LayoutProfile>
export { defaultProfile } from './profile.ts'

export const pdfStandards = ['ua-1', 'a-2a'] as const
export type PdfStandard = (typeof pdfStandards)[number]
