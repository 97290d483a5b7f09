/** How satisfied those served are: points by the ledger's rules, 不了解 not counted, and nothing told of fewer than three. */
import type { SatisfactionRules } from './ledger-rules.schema.ts'

/** 满意 基本满意 不满意 不了解 */
export const satisfactionChoices = ['good', 'fair', 'poor', 'unknown'] as const
export type SatisfactionChoice = (typeof satisfactionChoices)[number]
export type SatisfactionCounts = Readonly<Record<SatisfactionChoice, number>>

/** Of fewer answers that count nobody is told how they fell: one could tell who gave them. */
export const leastAnswers = 3

export type SatisfactionScore = {
  /** Answers that count. */
  readonly counted: number
  /** Sum of their points; the mean is `points / counted`. */
  readonly points: number
  /** Null while too few answered. */
  readonly passed: boolean | null
}

/** The points of the answers, in whole numbers: the mean is compared with the pass mark without being rounded. */
export function scoreOf(counts: SatisfactionCounts, rules: SatisfactionRules): SatisfactionScore {
  const counted = counts.good + counts.fair + counts.poor
  const points = counts.good * rules.good + counts.fair * rules.fair + counts.poor * rules.poor
  return { counted, points, passed: counted < leastAnswers ? null : points >= rules.pass * counted }
}

/** The mean with one place behind the point, cut and never rounded up past a mark it does not reach. */
export function meanOf({ counted, points }: Pick<SatisfactionScore, 'counted' | 'points'>): string | null {
  if (counted < leastAnswers) return null
  const tenths = Math.floor((points * 10) / counted)
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}
