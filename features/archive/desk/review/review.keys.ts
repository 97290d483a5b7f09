/** Keys of the review. Every act is also a button with its key on it. */
export const reviewActs = [
  { act: 'next', key: 'n' },
  { act: 'previous', key: 'p' },
  { act: 'settle', key: 'a' },
  { act: 'headline', key: 'h' },
  { act: 'join', key: 'j' },
  { act: 'split', key: 's' },
  { act: 'article', key: 'o' },
  { act: 'move', key: 'm' },
  { act: 'columnName', key: 'l' },
  { act: 'contributor', key: 'c' },
  { act: 'noise', key: 'x' },
  { act: 'unit', key: 'u' },
  { act: 'date', key: 'd' },
  { act: 'change', key: 'e' },
  { act: 'drop', key: 'Del' },
  { act: 'undo', key: 'z' },
  { act: 'redo', key: 'Shift+z' },
  { act: 'history', key: 'r' },
  { act: 'keys', key: '?' },
  { act: 'accept', key: 'Ctrl+Enter' },
] as const
export type ReviewAct = (typeof reviewActs)[number]['act']

export type ReviewKeyPress = {
  readonly key: string
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
  /** A field or a dialogue has its own use for the key. */
  readonly taken: boolean
}

/** @returns what a key means, null when it means nothing here. */
export function readReviewKey({ key, shift, control, alt, taken }: ReviewKeyPress): ReviewAct | null {
  if (taken || alt) return null
  if (control) return key === 'Enter' && !shift ? 'accept' : null
  // Caps lock gives capitals too: only the shift key tells redo from undo.
  const plain = key.length === 1 ? key.toLowerCase() : key
  if (plain === 'z') return shift ? 'redo' : 'undo'
  if (plain === '?' || plain === '？') return 'keys'
  if (shift) return null
  if (plain === 'Delete' || plain === 'Backspace') return 'drop'
  return reviewActs.find(each => each.key === plain)?.act ?? null
}

export function keyOf(act: ReviewAct): string {
  return reviewActs.find(each => each.act === act)?.key ?? ''
}

/** The key as a screen reader and a browser know it. */
export function keyShortcut(act: ReviewAct): string {
  return keyOf(act).replace('Ctrl', 'Control').replace('Del', 'Delete')
}
