/** Where an item goes that is moved in an issue: by dragging, by a key, or by a choice of the menu. */
import type { EditionItem, ItemMove } from '../../contract/index.ts'

type Placed = Pick<EditionItem, 'id' | 'columnKey'>

/** What the page shows until the server has answered. */
export function moveIn<T extends Placed>(
  items: readonly T[],
  id: string,
  { columnKey, before }: ItemMove,
): T[] {
  const moved = items.find(item => item.id === id)
  if (!moved || before === id) return [...items]
  const others = items.filter(item => item.id !== id)
  const at = before === null ? -1 : others.findIndex(item => item.id === before)
  const last = others.findLastIndex(item => item.columnKey === columnKey)
  // In an empty column any place will do: columns are shown in the order of the series.
  const place = at !== -1 ? at : last === -1 ? others.length : last + 1
  return [...others.slice(0, place), { ...moved, columnKey }, ...others.slice(place)]
}

/** One up or down in its column; null where it stands at the end of it. */
export function stepOf(items: readonly Placed[], id: string, step: 1 | -1): ItemMove | null {
  const item = items.find(each => each.id === id)
  if (!item) return null
  const its = items.filter(({ columnKey }) => columnKey === item.columnKey)
  const at = its.findIndex(each => each.id === id)
  if (at + step < 0 || at + step >= its.length) return null
  const before = step === -1 ? its[at - 1] : its[at + 2]
  return { columnKey: item.columnKey, before: before?.id ?? null }
}

/** Dropped on another item: in its place. In its own column going down it comes behind that one, as the list showed it. */
export function dropOn(items: readonly Placed[], id: string, over: string): ItemMove | null {
  const target = items.find(item => item.id === over)
  if (!target || id === over) return null
  const its = items.filter(({ columnKey }) => columnKey === target.columnKey)
  const [from, to] = [its.findIndex(each => each.id === id), its.findIndex(each => each.id === over)]
  const before = from !== -1 && from < to ? its[to + 1] : its[to]
  return { columnKey: target.columnKey, before: before?.id ?? null }
}
