import type { Span } from './contract.ts'
import { isWhite } from './structure/character.ts'

/**
 * Text with its way back to the raw file: `at[i]` is the raw offset of UTF-16 code unit `i` of `text`.
 * Offsets need not rise by one (wraps undone) nor rise at all (interleaved articles put back in order).
 */
export type MappedText = { readonly text: string; readonly at: readonly number[] }

/** A stretch of the raw file as it stands. */
export function mapped(raw: string, start: number, end: number): MappedText {
  const at: number[] = []
  for (let offset = start; offset < end; offset++) at.push(offset)
  return { text: raw.slice(start, end), at }
}

/** Part of a mapped text, like `String.slice`. */
export function sliceMapped(source: MappedText, from: number, to = source.text.length): MappedText {
  return { text: source.text.slice(from, to), at: source.at.slice(from, to) }
}

/** Texts one after another; nothing is put between them. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  if (parts.length === 1) return parts[0]!
  const at: number[] = []
  for (const part of parts) for (const offset of part.at) at.push(offset)
  return { text: parts.map(part => part.text).join(''), at }
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
    if (last && (offset === last[1] || (offset > last[1] && isBlank(raw, last[1], offset))))
      last[1] = offset + 1
    else spans.push([offset, offset + 1])
  }
  return spans
}

function isBlank(raw: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isWhite(raw.charCodeAt(i))) return false
  return true
}
