/** A sentence of a paragraph: offsets `[from, to)` into the paragraph's plain text, the final mark included. */
export type Sentence = { readonly from: number; readonly to: number; readonly text: string }

const closing = /[”’》）】]/u

/** Splits at 。！？ (with the closing quotation marks after them), but not inside a quotation. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let depth = 0
  let openedAt = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (character === '“' || character === '《' || character === '（') {
      if (depth === 0) openedAt = i
      depth++
    } else if ((character === '”' || character === '》' || character === '）') && depth > 0) depth--
    // a mark that is never closed must not swallow the rest
    if (depth > 0 && i - openedAt > 160) depth = 0
    if (!/[。！？]/u.test(character)) continue
    const endsQuotation = depth === 1 && text[i + 1] === '”'
    if (depth > 0 && !endsQuotation) continue
    let to = i + 1
    while (to < text.length && closing.test(text[to]!)) to++
    sentences.push({ from, to, text: text.slice(from, to) })
    i = to - 1
    from = to
    depth = 0
  }
  if (from < text.length) sentences.push({ from, to: text.length, text: text.slice(from) })
  return sentences
}

/** Start of the clause in which `at` stands: after the last ，；：。 before it, at most 300 characters back. */
export function clauseStart(text: string, at: number): number {
  const limit = Math.max(0, at - 300)
  for (let i = at - 1; i >= limit; i--) if (/[，；：。！？]/u.test(text[i]!)) return i + 1
  return limit
}
