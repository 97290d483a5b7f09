export type Sentence = { readonly start: number; readonly text: string }

/** A sentence longer than this is cut: no rule reads further, and hostile text stays cheap. */
const longest = 1000

/** Sentences of a text with where they begin; each ends behind its 。！？； or at the end. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (!'。！？；\n'.includes(text[at]!) && at - start < longest) continue
    sentences.push({ start, text: text.slice(start, at + 1) })
    start = at + 1
  }
  if (start < text.length) sentences.push({ start, text: text.slice(start) })
  return sentences
}
