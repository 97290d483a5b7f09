import type { LedgerItem } from '../../../contract/index.ts'

type Aimed = Pick<LedgerItem, 'target' | 'reached' | 'percent'>

/** Figures of reports add up in a measure of the campaign alone; else the unit says how far it is. */
export const isCounted = ({ target }: Pick<Aimed, 'target'>): boolean => (target?.measure ?? null) !== null

/** How far it is, 0 to 1. */
export function partDone(item: Aimed): number {
  const { target, reached, percent } = item
  if (target === null || !isCounted(item)) return percent / 100
  return target.value > 0 ? Math.min(1, reached / target.value) : 1
}

/** What is missing to the target; 0 where it is reached or nothing is counted. */
export function missingOf(item: Aimed): number {
  return item.target !== null && isCounted(item) ? Math.max(0, item.target.value - item.reached) : 0
}
