/** The text of an article in the making: what the editor's Tiptap document may hold, and nothing else. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })

export const blockLimit = 400
export const textLimit = 20_000

/** One figure of one report; `count` has the report alone. */
export const FigureSource = Type.Object({ reportId: Id, figureId: Nullable(Id) }, closed)
export type FigureSource = Static<typeof FigureSource>

/** `one`: as reported; `sum`; `count`: how many reports; `distinct`: how many units. */
export const figureOps = ['one', 'sum', 'count', 'distinct'] as const
export type FigureOp = (typeof figureOps)[number]

/** A number in a text that stands for figures of reports. The server reckons it anew at every saving. */
export const FigureAttrs = Type.Object(
  {
    /** Its own within the article. */
    id: Id,
    op: Type.Enum(figureOps),
    /** Key of a measure of the pack; null for `count` and `distinct`. */
    measure: Nullable(Type.String({ maxLength: 40 })),
    sources: Type.Array(FigureSource, { minItems: 1, maxItems: 500 }),
    /** As the text prints it, with its unit: 120余人. */
    shown: Type.String({ minLength: 1, maxLength: 60 }),
  },
  closed,
)
export type FigureAttrs = Static<typeof FigureAttrs>

export const TextNode = Type.Object(
  { type: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: textLimit }) },
  closed,
)
export const FigureNode = Type.Object({ type: Type.Literal('figure'), attrs: FigureAttrs }, closed)
export type FigureNode = Static<typeof FigureNode>
export const Inline = Type.Union([TextNode, FigureNode])
export type Inline = Static<typeof Inline>
const inlines = Type.Optional(Type.Array(Inline, { maxItems: 400 }))

export const ParagraphNode = Type.Object({ type: Type.Literal('paragraph'), content: inlines }, closed)
export type ParagraphNode = Static<typeof ParagraphNode>

/** 1 = 一、 2 = （一） 3 = 1. */
export const HeadingNode = Type.Object(
  {
    type: Type.Literal('heading'),
    attrs: Type.Object({ level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]) }, closed),
    content: inlines,
  },
  closed,
)

export const PictureAttrs = Type.Object(
  {
    /** Of a picture kept for this edition. */
    pictureId: Id,
    caption: Type.String({ maxLength: 120 }),
    /** What is to be seen, for who cannot see it. */
    alt: Type.String({ maxLength: 200 }),
    widthPercent: Type.Integer({ minimum: 20, maximum: 100 }),
  },
  closed,
)
export type PictureAttrs = Static<typeof PictureAttrs>
export const PictureNode = Type.Object({ type: Type.Literal('picture'), attrs: PictureAttrs }, closed)

const cellAttrs = Type.Optional(
  Type.Object(
    {
      colspan: Type.Optional(Type.Literal(1)),
      rowspan: Type.Optional(Type.Literal(1)),
    },
    closed,
  ),
)
const cell = <T extends 'tableCell' | 'tableHeader'>(type: T) =>
  Type.Object(
    {
      type: Type.Literal(type),
      attrs: cellAttrs,
      content: Type.Array(ParagraphNode, { minItems: 1, maxItems: 10 }),
    },
    closed,
  )
export const TableNode = Type.Object(
  {
    type: Type.Literal('table'),
    attrs: Type.Optional(Type.Object({ caption: Type.String({ maxLength: 120 }) }, closed)),
    content: Type.Array(
      Type.Object(
        {
          type: Type.Literal('tableRow'),
          content: Type.Array(Type.Union([cell('tableCell'), cell('tableHeader')]), {
            minItems: 1,
            maxItems: 12,
          }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  closed,
)
export type TableNode = Static<typeof TableNode>

export const BlockNode = Type.Union([ParagraphNode, HeadingNode, PictureNode, TableNode])
export type BlockNode = Static<typeof BlockNode>

export const ArticleDoc = Type.Object(
  { type: Type.Literal('doc'), content: Type.Array(BlockNode, { maxItems: blockLimit }) },
  closed,
)
export type ArticleDoc = Static<typeof ArticleDoc>
