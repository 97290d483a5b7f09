import type { LineHint } from '../manuscript/line-hint.ts'
import { type MappedText, sliceMapped } from '../mapped-text.ts'
import { isControl, isLoneSurrogate, isWhite, printedWidth } from './character.ts'
import { mendSpacing } from './mend-spacing.ts'

/** A printed line that is not blank. */
export type Line = {
  /** Raw offsets of its first and behind its last character that prints. */
  readonly start: number
  readonly end: number
  /** Blanks mended, Markdown marks and control characters left out. */
  readonly content: MappedText
  readonly text: string
  /** In full squares. */
  readonly width: number
  /** Blanks before it, in full squares. */
  readonly indent: number
  /** Blank lines between it and the line before. */
  readonly gap: number
  /** Page noise stood between it and the line before; its blank lines are counted in `gap`. */
  readonly torn: boolean
  /** A form feed stands before it. */
  readonly page: boolean
  /** Markdown heading level, 0 for none. */
  readonly level: number
  /** What the layout of the manuscript says of it; the same object for all lines of one thing. */
  readonly hint?: LineHint
}

/** Cuts raw[start, end) into its printed lines. Every line break that Unicode knows counts. Linear. */
export function scanLines(raw: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  let gap = 0
  let page = false
  let from = start
  while (from < end) {
    let to = from
    while (to < end && !isBreak(raw.charCodeAt(to))) to++
    const line = readLine(raw, from, to, gap, page)
    if (line) {
      lines.push(line)
      gap = 0
      page = false
    } else if (from > start || to > from) gap++
    if (raw.charCodeAt(to) === 0x0c) page = true
    from = raw.charCodeAt(to) === 13 && raw.charCodeAt(to + 1) === 10 ? to + 2 : to + 1
  }
  return lines
}

function isBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x2028 || code === 0x2029 || code === 0x85
}

function readLine(raw: string, from: number, to: number, gap: number, page: boolean): Line | null {
  let start = from
  let indent = 0
  while (start < to && isSkipped(raw, start)) {
    const code = raw.charCodeAt(start++)
    if (code === 9) indent += 2
    else if (code === 0x3000) indent += 1
    else if (code === 32 || code === 0xa0) indent += 0.5
  }
  let end = to
  while (end > start && isSkipped(raw, end - 1)) end--
  if (start === end) return null
  // The bars of a table row (| … | … |) print nothing; those between the cells part them.
  if (raw[start] === '|' && raw[end - 1] === '|' && end - start > 2) {
    while (start < end && (raw[start] === '|' || isSkipped(raw, start))) start++
    while (end > start && (raw[end - 1] === '|' || isSkipped(raw, end - 1))) end--
    if (start === end) return null
  }
  const level = markdownLevel(raw, start, end)
  const content = withoutEmphasis(mendSpacing(raw, start + (level ? level + 1 : 0), end))
  if (content.text.length === 0) return null
  return {
    start,
    end,
    content,
    text: content.text,
    width: printedWidth(content.text) + thinBlanks(end - start - content.text.length, content.text.length),
    indent,
    gap,
    torn: false,
    page,
    level,
  }
}

// The quarter square between figures and Chinese that extraction turned into a blank; letter-spacing is another thing.
function thinBlanks(dropped: number, length: number): number {
  return dropped > 0 && dropped <= length * 0.35 ? dropped / 4 : 0
}

function isSkipped(raw: string, index: number): boolean {
  const code = raw.charCodeAt(index)
  return isWhite(code) || isControl(code) || isLoneSurrogate(raw, index)
}

function markdownLevel(raw: string, start: number, end: number): number {
  let level = 0
  while (level < 7 && raw.charCodeAt(start + level) === 35) level++
  return level > 0 && level < 7 && start + level < end && isWhite(raw.charCodeAt(start + level)) ? level : 0
}

// Markdown emphasis (**…**) prints nothing; a line that is all stars is a rule and stays.
function withoutEmphasis(content: MappedText): MappedText {
  if (!content.text.includes('**') || /^[*\s]+$/.test(content.text)) return content
  const keep: number[] = []
  for (let i = 0; i < content.text.length; i++) {
    if (content.text.startsWith('**', i)) i++
    else keep.push(i)
  }
  return { text: keep.map(i => content.text[i]).join(''), at: keep.map(i => content.at[i]!) }
}

/** Line `line` as two, the second from character `at` of its text. */
export function cutLine(line: Line, at: number): Line[] {
  const head = sliceMapped(line.content, 0, at)
  const tail = sliceMapped(line.content, at)
  const end = head.at.at(-1)! + 1
  return [
    { ...line, end, content: head, text: head.text, width: printedWidth(head.text) },
    {
      ...line,
      start: tail.at[0]!,
      content: tail,
      text: tail.text,
      width: printedWidth(tail.text),
      gap: 0,
      torn: false,
      page: false,
    },
  ]
}

/** The lines that pass, each with the blank lines around those left out before it. */
export function withoutLines(lines: readonly Line[], drop: (line: Line, i: number) => boolean): Line[] {
  const kept: Line[] = []
  let gap = 0
  let torn = false
  for (const [i, line] of lines.entries()) {
    if (drop(line, i)) {
      gap += line.gap
      torn = true
      continue
    }
    kept.push(torn ? { ...line, gap: line.gap + gap, torn } : line)
    gap = 0
    torn = false
  }
  return kept
}
