import type { Span } from './contract.ts'

/**
 * Text with its way back to the raw file: `at[i]` is the raw offset of UTF-16 code unit `i` of `text`.
 * Offsets need not rise by one (wraps undone) nor rise at all (interleaved articles put back in order).
 */
export type MappedText = { readonly text: string; readonly at: readonly number[] }

/** A stretch of the raw file as it stands. */
export function mapped(raw: string, start: number, end: number): MappedText {
  return { text: raw.slice(start, end), at: Array.from({ length: end - start }, (_, i) => start + i) }
}

/** Part of a mapped text, like `String.slice`. */
export function sliceMapped(source: MappedText, from: number, to = source.text.length): MappedText {
  return { text: source.text.slice(from, to), at: source.at.slice(from, to) }
}

/** Texts one after another; nothing is put between them. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  return { text: parts.map(part => part.text).join(''), at: parts.flatMap(part => part.at) }
}

/** Without the characters that `drop` names. */
export function withoutCharacters(source: MappedText, drop: RegExp): MappedText {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < source.text.length; i++) {
    const character = source.text[i]!
    if (drop.test(character)) continue
    text += character
    at.push(source.at[i]!)
  }
  return { text, at }
}

/**
 * Raw spans of `source.text[from, to)`: one span while only white space lies between two neighbours,
 * a new one where foreign text stands between them (gold/RULES.md 1.2).
 */
export function spansOf(source: MappedText, from: number, to: number, raw: string): Span[] {
  const spans: Span[] = []
  for (let i = from; i < to; i++) {
    const offset = source.at[i]!
    const last = spans.at(-1)
    if (last && offset >= last[1] && /^\s*$/u.test(raw.slice(last[1], offset))) last[1] = offset + 1
    else spans.push([offset, offset + 1])
  }
  return spans
}
