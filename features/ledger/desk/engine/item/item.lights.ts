/** The history of a light as spans of days. */
import type { ItemLight, LedgerItem } from '../../../contract/index.ts'

export type LightSpan = {
  readonly light: ItemLight
  readonly from: string
  /** The last day of it. */
  readonly to: string
  readonly days: number
}

const dayMs = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs)
export const addDays = (day: string, count: number): string =>
  new Date(at(day) + count * dayMs).toISOString().slice(0, 10)

/** What was without a light has no span; the last one goes on until today. */
export function spansOf({ lights, today }: Pick<LedgerItem, 'lights' | 'today'>): LightSpan[] {
  const sorted = [...lights].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  return sorted.flatMap(({ light, fromDay }, index) => {
    const next = sorted[index + 1]?.fromDay
    const to = next ? addDays(next, -1) : today
    return light === null || to < fromDay
      ? []
      : [{ light, from: fromDay, to, days: daysBetween(fromDay, to) + 1 }]
  })
}
