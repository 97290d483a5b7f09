/** The order in which doubts are looked at, and the way from one to the next. */
import type { Doubt } from '../../contract/index.ts'

export const doubtOrders = ['unsure', 'text'] as const
export type DoubtOrder = (typeof doubtOrders)[number]

/** @returns the doubts as they are walked: least sure first as the server has them, or as they stand in the text. */
export function inOrder(doubts: readonly Doubt[], order: DoubtOrder): readonly Doubt[] {
  if (order === 'unsure') return doubts
  return doubts.toSorted((a, b) => a.reading - b.reading || a.span[0] - b.span[0])
}

/** @param settling ids that were settled here and whose answer has not come yet. */
export function openDoubts(doubts: readonly Doubt[], settling: ReadonlySet<string> = new Set()): Doubt[] {
  return doubts.filter(doubt => !doubt.settled && !settling.has(doubt.id))
}

/**
 * @param doubts in walking order, settled ones too. @param from the doubt in hand; @param lastAt where in the list it was,
 * for one that an edit has done away with.
 * @returns the next open doubt in that direction, round to the other end; null when none is open but the one in hand.
 */
export function stepDoubt(
  doubts: readonly Doubt[],
  isOpen: (doubt: Doubt) => boolean,
  from: string | null,
  lastAt: number,
  step: 1 | -1,
): Doubt | null {
  const count = doubts.length
  if (count === 0) return null
  const at = doubts.findIndex(doubt => doubt.id === from)
  // Whatever stood behind a vanished doubt has moved up into its place.
  const start = at >= 0 ? at : step > 0 ? Math.min(lastAt, count) - 1 : Math.min(lastAt, count)
  for (let moved = 1; moved <= count; moved++) {
    const doubt = doubts[(((start + moved * step) % count) + count) % count]!
    if (isOpen(doubt) && doubt.id !== from) return doubt
  }
  return null
}
