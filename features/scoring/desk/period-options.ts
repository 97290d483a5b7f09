/** Years, quarters and months of a campaign that have begun, the newest first. */
import { periodsBetween } from '../contract/index.ts'

export type PeriodOption = { readonly per: 'year' | 'quarter' | 'month'; readonly periods: readonly string[] }

export function periodOptions(from: string, to: string, today: string): PeriodOption[] {
  const until = [to, today].sort()[0]!
  const last = until < from ? from : until
  return (['year', 'quarter', 'month'] as const).map(per => ({
    per,
    periods: periodsBetween(from, last, per).reverse(),
  }))
}

/** The year one looks at when the address names no period. */
export function usualPeriod(from: string, to: string, today: string): string {
  return periodOptions(from, to, today)[0]!.periods[0]!
}
