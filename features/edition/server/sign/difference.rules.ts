/** What became of the items of an edition from one round to another. */
import type { ItemDifference } from '../../contract/index.ts'

export type RoundItem = {
  readonly id: string
  readonly columnKey: string
  readonly column: string
  readonly headline: string
  readonly subtitle: string
  readonly contributor: string
  readonly blocks: readonly string[]
}

/** In the order of the later one, what was taken out at the end; what is the same is only counted. */
export function compareRounds(
  before: readonly RoundItem[],
  after: readonly RoundItem[],
): { same: number; items: ItemDifference[] } {
  const was = new Map(before.map(item => [item.id, item]))
  const is = new Set(after.map(({ id }) => id))
  const moved = movedIds(before, after)
  const items: ItemDifference[] = []
  for (const item of after) {
    const old = was.get(item.id)
    const changes: ItemDifference['changes'] = !old
      ? ['added']
      : [
          ...(moved.has(item.id) ? ['moved' as const] : []),
          ...(sameWords(old, item) ? [] : ['changed' as const]),
        ]
    if (changes.length)
      items.push({ id: item.id, changes, before: old ? wordsOf(old) : null, after: wordsOf(item) })
  }
  const same = after.length - items.length
  for (const item of before)
    if (!is.has(item.id))
      items.push({ id: item.id, changes: ['removed'], before: wordsOf(item), after: null })
  return { same, items }
}

/** The fewest items one must have moved: those in another column, and those off the longest run that kept its order. */
function movedIds(before: readonly RoundItem[], after: readonly RoundItem[]): Set<string> {
  const columnNow = new Map(after.map(item => [item.id, item.columnKey]))
  const stayed = before.filter(item => columnNow.get(item.id) === item.columnKey)
  const moved = new Set(
    before
      .filter(item => columnNow.has(item.id) && columnNow.get(item.id) !== item.columnKey)
      .map(({ id }) => id),
  )
  for (const its of Map.groupBy(stayed, item => item.columnKey).values()) {
    const place = new Map(its.map(({ id }, at) => [id, at]))
    const order = after.flatMap(({ id }) => place.get(id) ?? [])
    const kept = new Set(longestRise(order))
    for (const { id } of its) if (!kept.has(place.get(id)!)) moved.add(id)
  }
  return moved
}

/** The longest increasing subsequence. */
function longestRise(order: readonly number[]): number[] {
  const length = order.map(() => 1)
  const from = order.map(() => -1)
  let best = -1
  for (const [at, value] of order.entries()) {
    for (let earlier = 0; earlier < at; earlier++)
      if (order[earlier]! < value && length[earlier]! + 1 > length[at]!) {
        length[at] = length[earlier]! + 1
        from[at] = earlier
      }
    if (best === -1 || length[at]! > length[best]!) best = at
  }
  const run: number[] = []
  for (let at = best; at !== -1; at = from[at]!) run.unshift(order[at]!)
  return run
}

const fields = ['headline', 'subtitle', 'contributor'] as const

function sameWords(a: RoundItem, b: RoundItem): boolean {
  return fields.every(field => a[field] === b[field]) && textOf(a) === textOf(b)
}

const textOf = ({ blocks }: RoundItem): string => blocks.join('\n')

function wordsOf(item: RoundItem): NonNullable<ItemDifference['before']> {
  const { column, headline, subtitle, contributor } = item
  return { column, headline, subtitle, contributor, text: textOf(item) }
}
