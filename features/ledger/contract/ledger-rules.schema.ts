/** What a ledger (台账) goes by, as its campaign's pack says: which steps an item takes, its days, and what closes it. */
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Days = Type.Integer({ minimum: 0, maximum: 366 })
const Percent = Type.Integer({ minimum: 0, maximum: 100 })

/** 工作台账, 整改台账, 办实事清单 */
export const ledgerKinds = ['work', 'rectification', 'service'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** Answers of those served, in points; an answer without points is not counted. */
export const SatisfactionRules = Type.Object(
  {
    good: Percent,
    fair: Percent,
    poor: Percent,
    /** Below it the item is to be done again. */
    pass: Percent,
  },
  closed,
)
export type SatisfactionRules = Static<typeof SatisfactionRules>

export const LedgerRules = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
    kind: Type.Enum(ledgerKinds),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    steps: Type.Object(
      {
        /** 审核: somebody else than who proposed it looks at it before it is dispatched. */
        review: Type.Boolean(),
        /** 签收: the unit says that it has it. */
        acknowledge: Type.Boolean(),
        /** 巩固: so many days after it was closed it is looked at again; null: closed is the end. */
        recheckDays: Type.Union([Type.Integer({ minimum: 1, maximum: 366 }), Type.Null()]),
      },
      closed,
    ),
    /** Blue so many working days before the deadline. */
    nearDays: Days,
    /**
     * `verified`: the keeper verifies and closes it. `adopted`: it closes itself when a desk has adopted the reports
     * its task asks for.
     */
    closing: Type.Enum(['verified', 'adopted']),
    /** An outcome (人数, 经费, 成效) is given before it is fed back. */
    outcome: Type.Optional(Type.Boolean()),
    satisfaction: Type.Optional(SatisfactionRules),
  },
  closed,
)
export type LedgerRules = Static<typeof LedgerRules>

/** The rules of a ledger that no pack says anything of. */
export const ordinaryRules: Readonly<Record<LedgerKind, LedgerRules>> = {
  work: {
    id: 'work',
    kind: 'work',
    name: '工作台账',
    steps: { review: false, acknowledge: false, recheckDays: null },
    nearDays: 3,
    closing: 'adopted',
  },
  rectification: {
    id: 'rectification',
    kind: 'rectification',
    name: '整改台账',
    steps: { review: true, acknowledge: true, recheckDays: 30 },
    nearDays: 3,
    closing: 'verified',
  },
  service: {
    id: 'service',
    kind: 'service',
    name: '办实事清单',
    steps: { review: true, acknowledge: true, recheckDays: null },
    nearDays: 3,
    closing: 'verified',
    outcome: true,
    satisfaction: { good: 100, fair: 75, poor: 55, pass: 60 },
  },
}
