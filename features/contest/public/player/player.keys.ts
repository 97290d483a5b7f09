/** Keys of a desktop: numbers choose, arrows turn, Enter goes on. */

export type KeyWish =
  | { readonly wish: 'choose'; readonly place: number }
  | { readonly wish: 'before' | 'next' | 'on' }

/** What a key wishes for; null: nothing of ours. `inText`: somebody is writing. `onButton`: Enter presses it anyway. */
export function keyWish(
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  inText: boolean,
  onButton: boolean,
): KeyWish | null {
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'Enter') return onButton ? null : { wish: 'on' }
  if (inText) return null
  if (key === 'ArrowLeft') return { wish: 'before' }
  if (key === 'ArrowRight') return { wish: 'next' }
  return /^[1-8]$/.test(key) ? { wish: 'choose', place: Number(key) - 1 } : null
}

/** A choice after one more press: of several it is added or taken away, of one it is the choice. */
export function choose(chosen: readonly number[], place: number, several: boolean): number[] {
  if (!several) return [place]
  if (chosen.includes(place)) return chosen.filter(each => each !== place)
  return [...chosen, place].sort((one, other) => one - other)
}
