/** Words in a text that is still being written: noting where they stand, and finding them again. */
import type { Anchor, TextPlace } from './sign.schema.ts'

/** The anchor of what lies from `start` to `end` in a block of an item. */
export function anchorAt(blocks: readonly string[], { block, start, end }: TextPlace): Anchor {
  const text = blocks[block] ?? ''
  const quote = text.slice(start, end)
  return { block, quote, occurrence: Math.max(0, placesOf(text, quote).indexOf(start)) }
}

/**
 * Where the words stand now: at their own place, or, when that is gone, where they stand once in all the text. Null when
 * they are not there any more, or nobody can say which of several they are.
 */
export function findAnchor(blocks: readonly string[], anchor: Anchor): TextPlace | null {
  const { block, quote, occurrence } = anchor
  if (quote === '' || block === null) return null
  const own = placesOf(blocks[block] ?? '', quote)[occurrence]
  if (own !== undefined) return { block, start: own, end: own + quote.length }
  const all = blocks.flatMap((text, at) => placesOf(text, quote).map(start => ({ block: at, start })))
  const [only, more] = all
  return only && !more ? { ...only, end: only.start + quote.length } : null
}

/** Every place of `quote`, overlapping ones too. */
function placesOf(text: string, quote: string): number[] {
  const found: number[] = []
  if (quote === '') return found
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}
