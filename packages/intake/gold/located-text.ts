import type { Quote, Segments } from './gold-file.ts'

const white = /[\s\u3000]/u

/** Text without white space, each character knowing where it stands in the raw file. */
export type LocatedText = { raw: string; text: string; at: number[]; lineStarts: Set<number> }

/** Removes all white space from a string: quotes are compared in this form. */
export function squeeze(text: string): string {
  return text.normalize('NFC').replace(/[\s\u3000]+/gu, '')
}

/**
 * Locates every character of a raw text that is neither white space nor noise.
 * In: the raw file and the noise as half-open UTF-16 ranges. Out: the squeezed text and its offsets.
 */
export function locateText(raw: string, noise: Segments): LocatedText {
  const at: number[] = []
  const lineStarts = new Set<number>()
  let text = ''
  let fresh = true
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i]!
    if (character === '\n') fresh = true
    if (white.test(character) || noise.some(([from, to]) => i >= from && i < to)) continue
    if (fresh) lineStarts.add(text.length)
    fresh = false
    text += character
    at.push(i)
  }
  return { raw, text, at, lineStarts }
}

/** Raw segments of squeezed positions `[from, to)`; a new segment only where foreign text stands between. */
export function segmentsOf(located: LocatedText, from: number, to: number): Segments {
  const segments: Segments = []
  for (let i = from; i < to; i++) {
    const start = located.at[i]!
    const last = segments.at(-1)
    if (last && squeeze(located.raw.slice(last[1], start)) === '') last[1] = start + 1
    else segments.push([start, start + 1])
  }
  return segments
}

/** The quote at squeezed positions `[from, to)` as printed: newlines removed, blanks inside a line kept. */
export function quoteOf(located: LocatedText, from: number, to: number): Quote {
  const at = segmentsOf(located, from, to)
  const q = at
    .map(([start, end]) => located.raw.slice(start, end).replace(/[ \t\u3000]*\r?\n\s*/gu, ''))
    .join('')
  return { q, at }
}

/** All positions of a squeezed needle inside squeezed positions `[from, to)`. */
export function occurrences(located: LocatedText, needle: string, from: number, to: number): number[] {
  const found: number[] = []
  let start = located.text.indexOf(needle, from)
  while (start >= 0 && start + needle.length <= to) {
    found.push(start)
    start = located.text.indexOf(needle, start + 1)
  }
  return found
}
