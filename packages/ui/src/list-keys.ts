/** Keys of a list: j and k walk, Enter opens, / goes to the search field, Enter there comes back, Escape lets go. The arrows keep scrolling. */
export type ListKeyAct =
  | { readonly act: 'select'; readonly index: number }
  | { readonly act: 'open'; readonly index: number }
  | { readonly act: 'search' }
  | { readonly act: 'leave' }

export type KeyPress = {
  readonly key: string
  /** The key goes to a field, a button or a dialogue that has its own use for it. */
  readonly taken: boolean
  readonly modified: boolean
  /** The cursor stands in the list's own search field. */
  readonly searching?: boolean
}

/** @param selected index of the chosen row, -1 for none. @returns what the key means, or null for nothing. */
export function readListKey(press: KeyPress, selected: number, count: number): ListKeyAct | null {
  if (press.modified) return null
  // Enter in the search field hands over to the first row found; all else typed there is a word.
  if (press.searching && press.key === 'Enter') return count > 0 ? { act: 'select', index: 0 } : null
  if (press.taken) return null
  if (press.key === '/') return { act: 'search' }
  if (press.key === 'Escape') return selected >= 0 ? { act: 'leave' } : null
  if (count === 0) return null
  switch (press.key) {
    case 'j':
      return { act: 'select', index: Math.min(count - 1, selected + 1) }
    case 'k':
      return { act: 'select', index: selected < 0 ? count - 1 : Math.max(0, selected - 1) }
    case 'Enter':
      return selected >= 0 && selected < count ? { act: 'open', index: selected } : null
    default:
      return null
  }
}
