import type { Block, BlockKind } from './block.ts'
import { printedWidth } from './character.ts'
import { isDangling, isProse, looksLikeHeadline } from './heading.ts'
import { hintedKind, isOneThing } from './hinted-lines.ts'
import type { Line } from './line.ts'
import { isFull, type Wrapping } from './measure.ts'
import {
  hasNumberedSections,
  hasNumberedTitles,
  isListHeading,
  isNumberedTitle,
  sectionKind,
} from './numbered-heading.ts'
import {
  columnName,
  isBulleted,
  isByline,
  isCaption,
  isClosed,
  isContributor,
  isHalfClosed,
  isNumbered,
  isPhotoCredit,
  isSourceLine,
  isStaffLine,
  namesBriefs,
} from './words.ts'

type Joint = { readonly joined: boolean; readonly doubt: string | null }
const joined: Joint = { joined: true, doubt: null }
const atMargin = '上一行正好在行末结束，是否另起一段不能确定，请核对。'
const apart: Joint = { joined: false, doubt: null }

/** Puts the lines of the body together to paragraphs and headings. One pass, looks one line back and two ahead. */
export function buildBlocks(lines: readonly Line[], wrapping: Wrapping): Block[] {
  const blocks: Block[] = []
  const sections = hasNumberedSections(lines)
  const titles = hasNumberedTitles(lines)
  for (const [i, line] of lines.entries()) {
    const last = blocks.at(-1)
    const before = lines[i - 1]
    if (before && last?.kind === 'contributor' && last.lines.length === 1 && isOpenBracket(before.text)) {
      last.lines.push(line)
      continue
    }
    if (last && isOneThing(before, line)) {
      last.lines.push(line)
      continue
    }
    const marked =
      hintedKind(line) ||
      (sections && sectionKind(line, lines[i + 1], last)) ||
      (titles && isNumberedTitle(lines, i) && 'headline') ||
      (last?.kind === 'headline' && isSourceLine(line.text) && 'byline') ||
      markedKind(line, lines[i + 1], wrapping)
    if (marked) {
      blocks.push({ kind: marked, lines: [line], doubts: [] })
      continue
    }
    const joint =
      last?.kind === 'paragraph' && before && !isHinted(before, line)
        ? jointOf(before, line, lines, i, wrapping, last.lines.length === 1)
        : apart
    const doubts = joint.doubt === null ? [] : [{ line, message: joint.doubt }]
    const kind = joint.joined ? 'paragraph' : freeKind(lines, i, last, wrapping)
    const goesOn =
      kind === 'headline' && last?.kind === kind && last.lines.length < 6 && !isBulleted(line.text)
    if (last && (joint.joined || goesOn)) {
      last.lines.push(line)
      last.doubts.push(...doubts)
    } else blocks.push({ kind, lines: [line], doubts })
  }
  return blocks
}

// The layout parts or joins such lines by itself.
function isHinted(a: Line, b: Line): boolean {
  return a.hint !== undefined || b.hint !== undefined
}

// （某某局 over 某某中心）: two offices in one bracket.
function isOpenBracket(text: string): boolean {
  return text.length <= 30 && /^[（(][^（()）]+$/.test(text)
}

// What the line says of itself, wherever it stands.
function markedKind(line: Line, next: Line | undefined, wrapping: Wrapping): BlockKind | null {
  const { text } = line
  if (text.length > 120) return null
  const column = columnName(text)
  if (column && (column.mark === 'bracket' || column.mark === 'decorated')) return 'column'
  if (line.level > 0) return column ? 'column' : 'headline'
  if (isContributor(text)) return 'contributor'
  if (next && isOpenBracket(text) && isContributor(text + next.text)) return 'contributor'
  if (isCaption(text)) return 'caption'
  if (isStaffLine(text)) return 'staff'
  if (wrapping.markdown && isByline(text)) return 'byline'
  return null
}

// What a line is that does not go on with the one before.
function freeKind(lines: readonly Line[], i: number, last: Block | undefined, wrapping: Wrapping): BlockKind {
  const line = lines[i]!
  const next = lines[i + 1]
  if (isByline(line.text) && (last?.kind === 'headline' || last?.kind === 'byline')) return 'byline'
  const column = columnName(line.text)
  if (next && isBulleted(next.text) && isPlainName(line.text) && last?.kind !== 'headline') return 'column'
  if (column && next && (column.mark === 'known' || isBareColumn(column.name, next, last))) return 'column'
  if (next && isPhotoCredit(next.text) && isCaption(next.text) && line.text.length <= 40) return 'caption'
  if (wrapping.markdown) return 'paragraph'
  return next && isHeadlineHere(lines, i, last, wrapping) ? 'headline' : 'paragraph'
}

// 患者之声 over a bulleted item.
function isPlainName(text: string): boolean {
  const name = text.replace(/\s/g, '')
  return name.length >= 3 && name.length <= 6 && /^\p{Script=Han}+$/u.test(name)
}

// An unknown section name: stands alone, and a headline or a bulleted item follows it.
function isBareColumn(name: string, next: Line, last: Block | undefined): boolean {
  if (last?.kind === 'headline' || name.length > 6 || name.length < 4) return false
  if (isBulleted(next.text) || (looksLikeHeadline(next) && next.text.length > name.length)) return true
  // 主要做法 over numbered points is a heading inside an article; 基层之声 is not.
  return namesBriefs(name) && (isNumbered(next.text) || isProse(next.text))
}

function isHeadlineHere(
  lines: readonly Line[],
  i: number,
  last: Block | undefined,
  wrapping: Wrapping,
): boolean {
  const line = lines[i]!
  const after = lines[i + 1]!
  if (/^[^，。]{4,24}[：:]$/.test(line.text) && looksLikeHeadline(after) && lines[i + 2])
    return last?.kind !== 'headline'
  if (!looksLikeHeadline(line) || (line.text.length < 2 && last?.kind !== 'headline')) return false
  const measure = wrapping.measureAt(i)
  if (measure === null) return line.text.length <= 46 || !isDangling(line.text)
  if (!isFull(line, measure)) return true
  // As wide as a line of text: a headline only where one is due, without a clause, before a line that begins anew.
  const isDue =
    last === undefined || last.kind === 'column' || last.kind === 'headline' || last.kind === 'contributor'
  if ((!isDue && !startsAnew(after.text)) || /[，,]|\d$/.test(line.text)) return false
  if (wrapping.indents) return line.indent > 3 || (line.indent < 1 && after.indent >= 1.5)
  return isProse(after.text) ? startsAnew(after.text) : !isFull(after, measure)
}

function startsAnew(text: string): boolean {
  return /^(?:\d{1,4}\s?[年月日]|近日|日前|连日来|为|会议|本[报刊]讯|今年|近期)/.test(text)
}

function jointOf(
  a: Line,
  b: Line,
  lines: readonly Line[],
  i: number,
  wrapping: Wrapping,
  isFirst: boolean,
): Joint {
  if (isBulleted(b.text) || (isDashed(b.text) && (isClosed(a.text) || isHalfClosed(a.text)))) return apart
  const measure = wrapping.measureAt(i)
  return measure === null
    ? jointOfWhole(a, b, lines[i + 1], wrapping)
    : jointOfWrapped(a, b, measure, wrapping, isFirst)
}

// ——promise after promise: each dash pair opens its own paragraph.
function isDashed(text: string): boolean {
  return /^[—–]{2}/.test(text)
}

// A paragraph is a line; only a page or column break cuts one.
function jointOfWhole(a: Line, b: Line, next: Line | undefined, wrapping: Wrapping): Joint {
  if (wrapping.indents && b.indent < 1 && isProse(a.text) && isProse(b.text))
    return { joined: true, doubt: isClosed(a.text) ? atMargin : null }
  if (isClosed(a.text)) return apart
  if (isNumbered(b.text) || isListHeading(a.text)) return apart
  const last = a.text.at(-1) ?? ''
  if ('：:'.includes(last)) return apart
  if (isDangling(a.text)) return joined
  if (isHalfClosed(a.text))
    return { joined: true, doubt: '上一行以分号结束，是否为同一段不能确定，已接为一段，请核对。' }
  if (columnName(b.text) && next) return apart
  if (!wrapping.markdown && next && looksLikeHeadline(b) && isProse(next.text))
    return { joined: false, doubt: '上一段没有句末标点，这一行按标题处理，请核对。' }
  if (!isProse(a.text) && a.text.length < 12)
    return { joined: false, doubt: '上一行很短且没有句末标点，未与这一行接成一段，请核对。' }
  return joined
}

function jointOfWrapped(a: Line, b: Line, measure: number, wrapping: Wrapping, isFirst: boolean): Joint {
  const closed = isClosed(a.text)
  if (isNumbered(b.text) && (closed || isHalfClosed(a.text))) return apart
  if (!isFull(a, measure)) {
    if (closed || isHalfClosed(a.text) || isListHeading(a.text)) return apart
    if (isDangling(a.text)) return joined
    return isProse(a.text)
      ? { joined: true, doubt: '上一行没有句末标点，已与这一行接成一段，请核对。' }
      : apart
  }
  if (wrapping.indents && b.indent >= 1.5 && !closed && isListHeading(a.text)) return apart
  if (!closed && !isHalfClosed(a.text)) return joined
  if (closed && isShortHeading(b, measure)) return apart
  if (wrapping.indents) return b.indent >= 1.5 ? apart : joined
  if (wrapping.gapsDivide)
    return closed && b.gap > 0 ? { joined: false, doubt: b.torn ? atMargin : null } : joined
  if (!closed) return joined
  // The line before ends a sentence at the margin.
  const taken = a.width + (a.indent > 0 ? Math.min(a.indent, 2) : isFirst && wrapping.lostIndents ? 2 : 0)
  if (taken + leadWidth(b.text) <= measure - 0.5) return apart
  if (wrapping.lostIndents && isFull(b, measure) && !isClosed(b.text)) {
    // Closing punctuation hangs in the margin and says nothing of the measure.
    const width = b.width - (/[，。、；：？！”）]$/.test(b.text) ? 1 : 0)
    if (width <= measure - 2) return apart
    if (width >= measure - 1) return joined
  }
  return { joined: !opensParagraph(b.text), doubt: atMargin }
}

// What of the line could not be parted when it was set: had it fitted above, it would stand there.
function leadWidth(text: string): number {
  const lead = /^(?:[A-Za-z0-9.%]+|[“‘（《(]*.)[，。、；：？！”’）》％]*/u.exec(text)
  return lead ? printedWidth(lead[0]) : 1
}

function opensParagraph(text: string): boolean {
  return /^(?:会议(?:指出|强调|要求|认为|还|传达|研究)|下一步|今后|据悉|据了解)/.test(text)
}

// Inside a paragraph a line that is not full ends a sentence.
function isShortHeading(line: Line, measure: number): boolean {
  return !isFull(line, measure) && looksLikeHeadline(line)
}
