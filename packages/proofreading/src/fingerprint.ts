const contextLength = 8

/** 53 bits of a text as hex: cyrb53, good enough to tell the findings of an issue apart. */
export function hashOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}

/** What stays the same while a finding does: its rule, item, quote and the words beside it. */
export function fingerprintOf(
  rule: string,
  itemId: string | null,
  part: string,
  text: string,
  start: number,
  end: number,
): string {
  const before = text.slice(Math.max(0, start - contextLength), start)
  const after = text.slice(end, end + contextLength)
  return hashOf([rule, itemId ?? '', part, before, text.slice(start, end), after].join('\u0000'))
}
