import type { Span } from './contract.ts'
import { type MappedText, spansOf } from './mapped-text.ts'
import { isWhite } from './structure/character.ts'

/**
 * The text of a paragraph or heading with its way back to the raw file, found again from its spans. White space may
 * differ between the two (wraps undone, blanks mended). Null when the text is not what its spans cut out: a person
 * typed it.
 */
export function alignText(raw: string, text: string, spans: readonly Span[]): MappedText | null {
  const at: number[] = []
  const offsets = offsetsOf(spans)
  let next = offsets.next()
  let last = spans[0]?.[0] ?? 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isWhite(code)) {
      // A blank that stands for a line break lies where the line ended.
      if (!next.done && isWhite(raw.charCodeAt(next.value))) {
        last = next.value
        next = offsets.next()
      }
      at.push(last)
      continue
    }
    while (!next.done && isWhite(raw.charCodeAt(next.value))) next = offsets.next()
    if (next.done || raw.charCodeAt(next.value) !== code) return null
    at.push(next.value)
    last = next.value
    next = offsets.next()
  }
  while (!next.done && isWhite(raw.charCodeAt(next.value))) next = offsets.next()
  return next.done ? { text, at } : null
}

function* offsetsOf(spans: readonly Span[]): Generator<number, undefined> {
  for (const [from, to] of spans) for (let offset = from; offset < to; offset++) yield offset
}

/** What stands in `spans`, line breaks taken out: how a text was printed, whatever a person typed in its place. */
export function printedText(raw: string, spans: readonly Span[]): MappedText {
  let text = ''
  const at: number[] = []
  for (const offset of offsetsOf(spans)) {
    const character = raw[offset]!
    if (/[\r\n\u2028\u2029\u0085\v\f]/u.test(character)) continue
    text += character
    at.push(offset)
  }
  return { text, at }
}

/** Spans of several texts as one list: neighbours become one while only white space lies between them. */
export function meetSpans(lists: readonly (readonly Span[])[], raw: string): Span[] {
  const spans: Span[] = []
  for (const list of lists)
    for (const [from, to] of list) {
      const last = spans.at(-1)
      if (last && from >= last[1] && raw.slice(last[1], from).trim() === '') last[1] = to
      else spans.push([from, to])
    }
  return spans
}

/** Raw spans of a whole mapped text. */
export function wholeSpans(content: MappedText, raw: string): Span[] {
  return spansOf(content, 0, content.text.length, raw)
}
