import type { LineRole } from '../../manuscript/line-hint.ts'
import type { Line } from '../line.ts'
import { isListHeading } from '../numbered-heading.ts'
import {
  columnName,
  isBulleted,
  isByline,
  isCaption,
  isClosed,
  isContributor,
  isNumbered,
  isStaffLine,
} from '../words.ts'
import { loneMarks } from './bracket-marks.ts'
import { lineScore, type Sequences } from './joint-evidence.ts'
import { reachOf } from './local-measure.ts'
import { isPersonLine } from './names-of-people.ts'
import { isLede, openingOf } from './opening.ts'
import type { PageClues } from './page-clues.ts'
import type { PieceKind } from './piece.ts'

export type Setting = {
  readonly lines: readonly Line[]
  readonly measures: readonly number[]
  readonly pages: readonly number[]
  /** Paragraphs begin with printed blanks. */
  readonly indents: boolean
  /** Blank lines stand between all lines. */
  readonly spaced: boolean
  readonly sequences: Sequences
  readonly clues: PageClues
  /** Names that stand beside the page numbers. */
  readonly heads: ReadonlySet<string>
}

const told_: Partial<Record<LineRole, PieceKind>> = {
  column: 'column',
  headline: 'headline',
  contributor: 'contributor',
  heading: 'text',
  paragraph: 'text',
  caption: 'aside',
}
const writer = /^(?:文|撰文|作者|图|整理|记者)\s?[_＿/／|｜:：]/

/** What each line is: part of a text or a thing of its own that may stand in the middle of one; and which are verses. */
export function kindsOf(setting: Setting): { kinds: PieceKind[]; verses: Set<number> } {
  const kinds: PieceKind[] = []
  const listed = listedTitles(setting)
  markTight(listed, setting)
  for (const [i, line] of setting.lines.entries())
    kinds.push(listed[i] ? 'headline' : kindOf(line, i, setting, kinds[i - 1]))
  nameColumns(kinds, setting)
  for (const group of groupsOf(kinds, setting)) mendGroup(kinds, setting, group)
  return { kinds, verses: markVerses(kinds, setting.lines) }
}

function kindOf(line: Line, i: number, setting: Setting, before: PieceKind | undefined): PieceKind {
  const { text } = line
  const told = line.hint && told_[line.hint.role]
  if (told) return told
  const column = columnName(text)
  if (column && (column.mark === 'bracket' || column.mark === 'decorated')) return 'column'
  if (isContributor(text)) return 'contributor'
  if (isCaption(text) || isStaffLine(text) || (text.length <= 40 && writer.test(text))) return 'aside'
  if (before === 'headline' && isByline(text)) return 'aside'
  if (!isHeadline(line, i, setting, before)) return 'text'
  // The last line of a title may be as short as a name.
  const isOwn = before !== 'headline' || line.gap > 0 || setting.pages[i] !== setting.pages[i - 1]
  return isByline(text) || (isOwn && !column && isPersonLine(text)) ? 'aside' : 'headline'
}

const squeeze = (text: string) => text.replace(/\s/g, '')
const linesOfTitle = 4

// A title of the list of contents, over as many lines as it takes.
function listedTitles({ lines, clues }: Setting): boolean[] {
  const listed = lines.map(() => false)
  if (clues.titles.size === 0) return listed
  for (const i of lines.keys()) {
    let text = ''
    for (let k = i; k < Math.min(lines.length, i + linesOfTitle) && text.length <= 80; k++) {
      text += squeeze(lines[k]!.text)
      if (clues.titles.has(text)) listed.fill(true, i, k + 1)
    }
  }
  return listed
}

const mostTight = 4

// Where blank lines stand between all lines, two or three without one were set together: a title over several lines.
function markTight(listed: boolean[], { lines, pages, spaced }: Setting): void {
  if (!spaced) return
  for (let from = 0; from < lines.length; from++) {
    let to = from + 1
    while (to < lines.length && lines[to]!.gap === 0 && pages[to] === pages[from]) to++
    const block = lines.slice(from, to)
    const text = block.map(line => line.text).join('')
    const marks = loneMarks(text)
    const isTitle = block.length > 1 && block.length <= mostTight && text.length <= 60 && !isContributor(text)
    const plain = block.every(
      line => !isClosed(line.text) && !/[。；;]|[，、]$/.test(line.text) && !columnName(line.text),
    )
    if (isTitle && plain && marks.opening + marks.closing === '') listed.fill(true, from, to)
    from = to - 1
  }
}

function isHeadline(line: Line, i: number, setting: Setting, before: PieceKind | undefined): boolean {
  const { lines, measures, pages, sequences } = setting
  const { text } = line
  if (!mayBeTitle(text)) return false
  const measure = measures[i]!
  if (measure === 0) return text.length <= 30
  const width = reachOf(line)
  const hangs = /[，。、；：？！”）》]$/.test(text) ? 1 : 0
  const above = lines[i - 1]
  const next = lines[i + 1]
  // 难解之谜： over the rest of a title, not over a text.
  if (text.endsWith('：') && !(next && next.gap === 0 && reachOf(next) < measure - 6)) return false
  if (width < measure - 6) return !isDatedClause(text)
  const isOpenAbove =
    above !== undefined && before === 'text' && !isClosed(above.text) && !isListHeading(above.text)
  // Who wrote it stands below a title, never inside a text.
  if (!isOpenAbove && next && (isPersonLine(next.text) || writer.test(next.text))) return true
  const goesOn = next ? lineScore(text, next.text, sequences) : 0
  if (isOpenAbove && pages[i - 1] === pages[i]) {
    if (width > measure - 1.4) return false
    const onto = lineScore(above.text, text, sequences)
    if (onto >= 1.6) return false
    // Between two lines of a text that go on with each other better than with it.
    const through = next ? lineScore(above.text, next.text, sequences) : 0
    const apart = onto + goesOn
    return width < measure - 3.6 || (through > 0.8 && through > apart + 1.5)
  }
  if (isOpenAbove && lineScore(above.text, text, sequences) > 0.5) return false
  if (isDatedClause(text) || !next) return false
  // Nothing of a text is left open before a contributor, and nothing is wider than its measure.
  if (isContributor(next.text) || columnName(next.text)?.mark === 'bracket') return true
  if (width - hangs > measure + 1.2 && goesOn < 1.5) return true
  // Where indents are printed, a flush line that ends nothing and stands over an indented one is no text.
  if (setting.indents && line.indent < 1 && next.indent >= 1.5 && !isOpenAbove) return true
  // A flush line that begins nothing must be full.
  if (setting.indents && line.indent < 1 && width < measure - 1.9 && !isOpenAbove && goesOn < 1.6) return true
  // In a tight text blank lines frame what stands alone.
  const isFramed = !setting.spaced && line.gap > 0 && next.gap > 0
  const isDue = isFramed || (before !== 'text' && before !== 'headline')
  const opening = openingOf(next, measures[i + 1]!, setting.indents)
  if (opening !== 'lede' && opening !== 'indented')
    return width < measure - 3.6 && goesOn < (isDue ? 1.5 : -0.3)
  if (before === 'headline' && line.gap === 0) return true
  if (!isDue && /[，,]/.test(text)) return false
  const most = (opening === 'lede' ? 0.8 : 0.35) + (isDue ? 1.7 : 0)
  return goesOn < most && openingOf(line, measure, setting.indents) !== 'lede'
}

// 4月14日，某某科协召开…: how a report begins, never a title.
function isDatedClause(text: string): boolean {
  return isLede(text) && /[，,]/.test(text)
}

function mayBeTitle(text: string): boolean {
  if (text.length < 2 || text.length > 46 || isClosed(text) || /[；;:]$/.test(text)) return false
  if (/[。；;]|[，、,（“《]$|[，、：].$|^.[，、；]/.test(text) || isNumbered(text) || isBulleted(text))
    return false
  return (text.match(/[，,]/g)?.length ?? 0) <= 2
}

// 教学一线 alone, where a headline could stand: a short name of the genre, or one that the page says is a section.
function nameColumns(kinds: PieceKind[], { lines, spaced, clues, heads }: Setting): void {
  for (const [i, line] of lines.entries()) {
    if (kinds[i] !== 'headline' && kinds[i] !== 'aside') continue
    const name = squeeze(line.text)
    const isAlone = (k: number, gap: number) => kinds[k] !== 'headline' || (spaced && gap > 0)
    const alone = isAlone(i - 1, line.gap) && isAlone(i + 1, lines[i + 1]?.gap ?? 1)
    const isTold = heads.has(name) || (clues.sections.has(line.start) && !clues.titles.has(name))
    if (isTold && alone && isNameLike(name)) kinds[i] = 'column'
    if (kinds[i] !== 'headline') continue
    const found = columnName(line.text)
    if (found && found.name.length <= 6 && (alone || found.mark === 'known')) kinds[i] = 'column'
  }
}

/** Could the text name a section: a few Chinese characters and nothing else? */
export function isNameLike(name: string): boolean {
  return /^[\p{Script=Han}·]{2,8}$/u.test(name)
}

const fewestVerses = 5

// Short line below short line is a poem, no row of headlines.
function markVerses(kinds: PieceKind[], lines: readonly Line[]): Set<number> {
  const verses = new Set<number>()
  for (let from = 0; from < lines.length; from++) {
    let to = from
    while (to < lines.length && kinds[to] === 'headline' && lines[to]!.width <= 16) to++
    if (to - from >= fewestVerses) {
      // The last may stand over nothing that made it look like a headline.
      if (lines[to] && lines[to]!.width <= 16 && kinds[to] === 'text' && !isClosed(lines[to]!.text)) to++
      kinds.fill('text', from, to)
      for (let i = from; i < to; i++) verses.add(i)
    }
    from = Math.max(from, to - 1)
  }
  return verses
}

type Group = { readonly from: number; readonly to: number }

function groupsOf(kinds: readonly PieceKind[], { lines, pages }: Setting): Group[] {
  const groups: Group[] = []
  for (let from = 0; from < lines.length; from++) {
    if (kinds[from] !== 'headline') continue
    let to = from + 1
    while (to < lines.length && kinds[to] === 'headline' && lines[to]!.gap === 0 && pages[to] === pages[from])
      to++
    groups.push({ from, to })
    from = to - 1
  }
  return groups
}

// A title has both of its marks, and its first line may be as wide as one of the text.
function mendGroup(
  kinds: PieceKind[],
  { lines, measures, indents, sequences }: Setting,
  { from, to }: Group,
): void {
  const text = lines
    .slice(from, to)
    .map(line => line.text)
    .join('')
  const marks = loneMarks(text)
  if (marks.opening + marks.closing !== '' || text.length > 60) {
    kinds.fill('text', from, to)
    return
  }
  const above = lines[from - 1]
  const beyond = lines[from - 2]
  const next = lines[to]
  if (!above || !next || kinds[from - 1] !== 'text' || isClosed(above.text) || above.text.length > 24) return
  if (beyond && kinds[from - 2] === 'text' && !isClosed(beyond.text)) return
  const opens = ['indented', 'lede'].includes(openingOf(next, measures[to]!, indents))
  const score = lineScore(above.text, text, sequences)
  if (
    opens &&
    score > 0.8 &&
    mayBeTitle(above.text) &&
    !/[，。；].*[，。；]|[。；]/.test(above.text) &&
    score > lineScore(above.text, next.text, sequences)
  )
    kinds[from - 1] = 'headline'
}
