/** What is proofread: one issue as text, with what its series says, and nothing about where it came from. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
/** 2021-08-20 */
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** A number in a text: `supported` when a source stands behind it. Offsets are UTF-16 code units. */
export const ProofFigure = Type.Object({ start: Count, end: Count, supported: Type.Boolean() }, closed)
export type ProofFigure = Static<typeof ProofFigure>

const figures = Type.Array(ProofFigure)

export const ProofBlock = Type.Union([
  Type.Object({ type: Type.Literal('paragraph'), text: Type.String(), figures }, closed),
  /** 1 = 一、 2 = （一） 3 = 1. */
  Type.Object(
    {
      type: Type.Literal('heading'),
      level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
      text: Type.String(),
      figures,
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('item'), text: Type.String(), figures }, closed),
  Type.Object({ type: Type.Literal('quote'), text: Type.String(), figures }, closed),
  Type.Object(
    {
      type: Type.Literal('picture'),
      caption: Nullable(Type.String()),
      alt: Type.String(),
      /** Null where nobody knows; the resolution is not judged then. */
      widthPx: Nullable(Count),
      heightPx: Nullable(Count),
      /** As printed. */
      widthMm: Nullable(Type.Number({ minimum: 0 })),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('table'),
      header: Nullable(Type.Array(Type.String())),
      rows: Type.Array(Type.Array(Type.String())),
    },
    closed,
  ),
])
export type ProofBlock = Static<typeof ProofBlock>

export const ProofItem = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['article', 'briefs', 'essay', 'speech']),
    headline: Nullable(Type.String()),
    subtitle: Nullable(Type.String()),
    contributor: Nullable(Type.String()),
    blocks: Type.Array(ProofBlock),
  },
  closed,
)
export type ProofItem = Static<typeof ProofItem>

export const ProofColumn = Type.Object(
  {
    key: Type.String(),
    name: Nullable(Type.String()),
    /** `single`: one lead; `briefs`: one-liners; `articles`: as many as there are. */
    rule: Type.Enum(['single', 'articles', 'briefs']),
    min: Type.Optional(Nullable(Count)),
    max: Type.Optional(Nullable(Count)),
    /** Characters a brief may have. */
    briefLimit: Type.Optional(Nullable(Count)),
    items: Type.Array(ProofItem),
  },
  closed,
)
export type ProofColumn = Static<typeof ProofColumn>

/** A finding of typesetting about the page, handed through with its place. */
export const LayoutRemark = Type.Object(
  {
    /** `missing-glyph` has a rule of its own here; any other is shown as it is. */
    rule: Type.String(),
    page: Nullable(Type.Integer({ minimum: 1 })),
    itemId: Nullable(Type.String()),
    /** What a person reads, in Chinese and in English. */
    zh: Type.String(),
    en: Type.String(),
    serious: Type.Boolean(),
  },
  closed,
)
export type LayoutRemark = Static<typeof LayoutRemark>

export const ProofIssue = Type.Object(
  {
    series: Type.Object(
      {
        name: Type.String(),
        /** The last numbers given in the year of this issue; null: none known, the sequence is not judged. */
        lastIssueNo: Nullable(Count),
        lastRunningNo: Nullable(Count),
        lastSpecialNo: Nullable(Count),
      },
      closed,
    ),
    /** Null: the number is taken when the issue is signed. */
    issueNo: Nullable(Count),
    runningNo: Nullable(Count),
    special: Type.Boolean(),
    date: Nullable(Day),
    campaign: Nullable(Type.Object({ from: Nullable(Day), to: Nullable(Day) }, closed)),
    printRun: Nullable(Count),
    distribution: Type.Array(Type.Object({ to: Type.String(), entries: Type.Array(Type.String()) }, closed)),
    columns: Type.Array(ProofColumn),
    layout: Type.Array(LayoutRemark),
  },
  closed,
)
export type ProofIssue = Static<typeof ProofIssue>
