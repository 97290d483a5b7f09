/** What the form of a document of supervision takes from its address; that room lies above this one. */
import type { ItemFilter } from '../../../contract/index.ts'

export const sentKinds = ['supervision', 'reminder', 'circular'] as const
export type SentKind = (typeof sentKinds)[number]
export type SendSource = { readonly items: readonly string[] } | { readonly filter: ItemFilter }
/** More ids than these are not taken by that form. */
export const mostSent = 200

export function sendSearch(send: SentKind, source: SendSource): Record<string, unknown> {
  if ('items' in source) return { send, items: source.items.join(',') }
  return { send, ...source.filter }
}

/** A circular tells of everybody how much is done: what picks out the slow ones is left away. */
export function circularFilter({ group: _, light: __, state: ___, ...filter }: ItemFilter): ItemFilter {
  return filter
}
