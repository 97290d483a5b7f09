/** One-line briefs (短讯) put together from the facts of adopted reports; nothing of it is kept until it is taken. */
import { type Static, Type } from 'typebox'
import { ArticleDoc } from './article-doc.schema.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })

export const briefAdoptionLimit = 50

export const BriefAsk = Type.Object(
  {
    adoptionIds: Type.Array(Id, { minItems: 1, maxItems: briefAdoptionLimit }),
    /** All of them in one brief; else one each. What was adopted as one piece (综合采用) stays one. */
    merge: Type.Boolean(),
  },
  closed,
)
export type BriefAsk = Static<typeof BriefAsk>

/** Facts a sentence may have; those it does not have are named with the reason. */
export const briefFacts = ['day', 'place', 'partners', 'act', 'figure'] as const
export const leftOutWhys = [
  /** The report does not tell it. */
  'missing',
  /** No template says this kind of figure so that it stays true. */
  'no-template',
  /** Behind 走进, 赴 and the like a place of its own would be wrong. */
  'does-not-fit',
  /** Not every report has this figure, or they do not count the same thing in the same unit. */
  'differs',
  /** The brief would be longer than the series wants it. */
  'too-long',
] as const
export const BriefLeftOut = Type.Object(
  {
    reportId: Id,
    fact: Type.Enum(briefFacts),
    /** The fact in words; empty where the report does not tell it. */
    words: Type.String(),
    why: Type.Enum(leftOutWhys),
  },
  closed,
)
export type BriefLeftOut = Static<typeof BriefLeftOut>

/** A report beside its brief. */
export const BriefSource = Type.Object(
  {
    adoptionId: Id,
    reportId: Id,
    unitName: Type.String(),
    title: Type.String(),
    body: Type.String(),
    startDay: Nullable(Day),
    endDay: Nullable(Day),
    place: Nullable(Type.String()),
  },
  closed,
)
export type BriefSource = Static<typeof BriefSource>

export const BriefDraft = Type.Object(
  { doc: ArticleDoc, sources: Type.Array(BriefSource), leftOut: Type.Array(BriefLeftOut) },
  closed,
)
export type BriefDraft = Static<typeof BriefDraft>

export const BriefDrafts = Type.Object(
  {
    drafts: Type.Array(BriefDraft),
    /** Characters the series gives a brief. */
    limit: Type.Integer(),
  },
  closed,
)
export type BriefDrafts = Static<typeof BriefDrafts>
