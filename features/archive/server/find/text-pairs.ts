/**
 * The single characters and the pairs of neighbours of a normalised text, each as one number a GIN index can hold.
 * A text contains a word only when it has all pairs of the word.
 */
export function textPairs(text: string): number[] {
  const found = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) continue
    found.add(code)
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 10
    if (next !== 10) found.add((code << 16) | next)
  }
  return [...found]
}

/** The pairs to look a word up with: neighbours that cover it, or its one character. */
export function wordPairs(word: string): number[] {
  if (word.length < 2) return textPairs(word)
  const found = new Set<number>()
  for (let at = 0; at < word.length; at++) {
    const start = Math.min(at, word.length - 2)
    found.add((word.charCodeAt(start) << 16) | word.charCodeAt(start + 1))
  }
  return [...found]
}
