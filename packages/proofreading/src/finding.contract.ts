/** A finding: which rule, where, why, and what would mend it. */
import { type Static, Type } from 'typebox'
import { type RuleDetails, type RuleKey, ruleKeys } from './catalogue/index.ts'
import { levels } from './register.contract.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Count = Type.Integer({ minimum: 0 })

export const parts = ['headline', 'subtitle', 'contributor', 'body', 'caption', 'cell', 'issue'] as const
export type Part = (typeof parts)[number]

/** Offsets are UTF-16 code units within the text of that part; start = end where there is no text to show. */
export const Place = Type.Object(
  {
    itemId: Nullable(Type.String()),
    columnKey: Nullable(Type.String()),
    part: Type.Enum(parts),
    /** Which block of the item, from 0; null outside the body. */
    block: Nullable(Count),
    /** Cell of a table; a header row is row 0. */
    cell: Nullable(Type.Object({ row: Count, column: Count }, closed)),
    start: Count,
    end: Count,
  },
  closed,
)
export type Place = Static<typeof Place>

export const Finding = Type.Object(
  {
    rule: Type.Enum(ruleKeys),
    level: Type.Enum(levels),
    place: Place,
    /** The text from start to end, as it stands. */
    quote: Type.String(),
    /** Values of the rule's sentence; see `catalogue/`. */
    details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    /** What to put in place of the quote; null: a person must decide. */
    mend: Nullable(Type.String()),
    /** Stays the same while rule, item, quote and the words around it do. */
    fingerprint: Type.String(),
  },
  closed,
)
export type Finding = Static<typeof Finding>

/** A finding of one rule, with its details typed. */
export type FindingOf<R extends RuleKey> = Omit<Finding, 'rule' | 'details'> & {
  rule: R
  details: RuleDetails[R]
}
