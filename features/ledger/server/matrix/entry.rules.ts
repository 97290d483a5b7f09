import type { Entry, Nearness } from '../../contract/index.ts'

/** How many days lie between two ISO days; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

const states: Readonly<Record<string, Entry['state']>> = { d: 'on-time', l: 'late', p: 'under-way' }

/** A letter in words: nothing was done is silence only once the period is over. */
export function stateOf(letter: string, nearness: Nearness): Entry['state'] {
  return states[letter] ?? (nearness === 'due' ? 'silent' : 'open')
}
