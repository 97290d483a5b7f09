/** The circular model: one official document (公文: 通报, 督办单, 责任书) and nothing about where its words came from. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Optional>[0]>(type: T) =>
  Type.Optional(Type.Union([type, Type.Null()]))

export const cellSides = ['left', 'center', 'right'] as const

export const CircularTable = Type.Object(
  {
    type: Type.Literal('table'),
    caption: Maybe(Type.String()),
    columns: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          /** Found from the cells when left out: figures right, what is short in the middle, the rest left. */
          side: Type.Optional(Type.Enum(cellSides)),
          /** Part of the line in percent; found from the cells when left out. */
          width: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 30 },
    ),
    /** A row with fewer cells is filled up; more cells than columns are refused. */
    rows: Type.Array(Type.Array(Type.String()), { maxItems: 10_000 }),
  },
  closed,
)
export type CircularTable = Static<typeof CircularTable>

export const CircularBlock = Type.Union([
  Type.Object({ type: Type.Literal('paragraph'), text: Type.String() }, closed),
  /** Without its number: 一、（一）1. and （1） are counted here. */
  Type.Object(
    {
      type: Type.Literal('heading'),
      level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)]),
      text: Type.String(),
    },
    closed,
  ),
  /** In small type, below a table or at the end: 注：…… */
  Type.Object({ type: Type.Literal('note'), text: Type.String() }, closed),
  CircularTable,
])
export type CircularBlock = Static<typeof CircularBlock>

export const CircularAttachment = Type.Object(
  { title: Type.String(), blocks: Type.Array(CircularBlock) },
  closed,
)
export type CircularAttachment = Static<typeof CircularAttachment>

export const Circular = Type.Object(
  {
    schema: Type.Literal('jianbao-circular/1'),
    /** 发文机关标志, red at the head of page one; without it the title begins the page. */
    issuer: Type.Union([Type.String(), Type.Null()]),
    /** 发文字号: 豫科协办〔2021〕18号 */
    docNumber: Maybe(Type.String()),
    title: Type.String(),
    /** 主送机关 */
    to: Type.Array(Type.String()),
    blocks: Type.Array(CircularBlock),
    attachments: Type.Optional(Type.Array(CircularAttachment)),
    /** 发文机关署名, of several one below the other. */
    signedBy: Type.Array(Type.String()),
    /** 成文日期 as an ISO day. */
    date: Type.Union([Type.String(), Type.Null()]),
    /** 附注, in brackets below the date: 联系人…… */
    remark: Maybe(Type.String()),
  },
  closed,
)
export type Circular = Static<typeof Circular>
