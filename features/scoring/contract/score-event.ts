import type { LineKind, ScoreReason } from './score-line.schema.ts'

type Happening = {
  /** Unique among the events of a unit, and the same whenever it is read again. */
  readonly id: string
  /** ISO day: by it the version of the rules is chosen, and the period. */
  readonly day: string
}
type OfReport = Happening & {
  readonly reportId: string
  /** Signed by the unit lead. */
  readonly signed: boolean
}

/** Something that happened to a unit and may be worth points. */
export type ScoreEvent =
  | (OfReport & {
      readonly kind: 'adopted'
      /** Kind of the unit whose desk adopted it. */
      readonly at: string
      readonly column: string
      /** Units whose reports went into the one piece; 1: this one alone. */
      readonly units: number
    })
  | (OfReport & { readonly kind: 'above'; readonly bulletin: string; readonly form: string | null })
  | (OfReport & { readonly kind: 'instruction'; readonly leader: string })
  /** A report was sent in; it gives nothing by itself. */
  | (OfReport & { readonly kind: 'reported' })
  | (Happening & {
      readonly kind: 'commission-done' | 'commission-missed' | 'late' | 'omitted'
      readonly reportId: string | null
    })

export type ScoreLine = {
  /** Of the event; of minima and penalties: rule and period. */
  readonly id: string
  readonly kind: LineKind
  readonly day: string
  readonly reportId: string | null
  /** Of the rules. */
  readonly version: string
  readonly rule: string | null
  readonly ruleName: string | null
  readonly points: number
  readonly why: ScoreReason
}

/** What a unit is scored over: the campaign, and how far time has come. */
export type ScoreSpan = { readonly from: string; readonly to: string; readonly today: string }
