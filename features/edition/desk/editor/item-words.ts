/** What an editor writes of an item, and holding two of them against each other. */
import type { EditionItem, ItemText } from '../../contract/index.ts'

export type ItemWords = Omit<ItemText, 'version'>

export function wordsOf(item: EditionItem | ItemText): ItemWords {
  const { kind, headline, subtitle, contributor, doc, withheld } = item
  return { kind, headline, subtitle, contributor, doc, withheld }
}

/** JSON whose keys stand in order: what came through the database has them in another one. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}

export const sameWords = (a: unknown, b: unknown): boolean => a === b || inOrder(a) === inOrder(b)
