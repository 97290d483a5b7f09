/** Keys of the inbox; each is one letter, so that a hand stays where it is. */
export const triageKeys = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'open',
  a: 'adopt',
  e: 'accept',
  s: 'keep',
  r: 'return',
  f: 'forward',
  u: 'undo',
  x: 'select',
  c: 'claim',
  '/': 'search',
  '?': 'help',
  Escape: 'leave',
} as const
export type TriageAct = (typeof triageKeys)[keyof typeof triageKeys]

export type TriagePress = {
  readonly key: string
  readonly modified: boolean
  /** A dialogue is open, or words are being typed: the key is theirs. */
  readonly taken: boolean
  /** The cursor is on a button or a link, which has a use of its own for Enter. */
  readonly onControl: boolean
}

/** What a key means, or null when it is not the inbox's. */
export function readTriageKey({ key, modified, taken, onControl }: TriagePress): TriageAct | null {
  if (modified || taken) return null
  const act = Object.hasOwn(triageKeys, key) ? triageKeys[key as keyof typeof triageKeys] : null
  return act === 'open' && onControl ? null : act
}

/** The column a digit or a letter stands for, in a list of so many; -1 for none. Letters follow after nine. */
export function columnOfKey(key: string, count: number): number {
  const at = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[a-z]$/.test(key) ? 9 + key.charCodeAt(0) - 97 : -1
  return at < count ? at : -1
}

export const keyOfColumn = (at: number): string =>
  at < 9 ? String(at + 1) : String.fromCharCode(97 + at - 9)
