import { bulletLength, columnName } from '../../structure/words.ts'
import type { LineRole } from '../line-hint.ts'
import { ManuscriptText } from '../manuscript-text.ts'
import { columnEdges, type Edges } from './column-edges.ts'
import { printedTitle, squeeze, type Title } from './heading-titles.ts'
import { isBelow, mastheadPart } from './masthead-part.ts'
import { pageFurniture } from './page-furniture.ts'
import { cellGap } from './page-lines.ts'
import type { PrintedBlock, PrintedLine, PrintedPage } from './printed-page.types.ts'
import { isText, learnHabits, type TextHabits } from './text-habits.ts'

/** 报　　市委…: the label of a distribution list in a cell of its own. */
const listLabel = new RegExp(`^(主报|抄报|报送|报|主送|抄送|分送|送|印发|发)${cellGap}(?=.)`, 'u')

/** A line with where it stands and what it is; `text` is what is written for it, empty when another line says it. */
type Place = {
  readonly line: PrintedLine
  readonly block: PrintedBlock
  readonly edges: Edges
  readonly page: number
  role: LineRole | null
  text: string
}

/**
 * The pages as text, a printed line a line, a form feed between pages; with hints for furniture, headlines by their size or
 * the bookmarks and, where paragraphs are indented, which lines are one paragraph, also over columns and pages.
 */
export function pageText(pages: readonly PrintedPage[], titles: ReadonlyMap<string, Title>): ManuscriptText {
  const furniture = pageFurniture(pages)
  const blocks = pages.flatMap(page => page.blocks)
  const habits = learnHabits(blocks, columnEdges(pages, 12))
  const edges = columnEdges(pages, habits.size)
  const places = pages.flatMap(page =>
    page.blocks.flatMap(block =>
      block.lines.map(
        (line): Place => ({
          line,
          block,
          edges: edges.get(block)!,
          page: page.number,
          role: furniture.has(line) ? 'noise' : null,
          text: line.text.replace(listLabel, '$1：'),
        }),
      ),
    ),
  )
  giveRoles(
    places.filter(({ role }) => role === null),
    habits,
    titles,
  )
  markContents(places)
  return write(places, habits)
}

function giveRoles(places: readonly Place[], habits: TextHabits, titles: ReadonlyMap<string, Title>): void {
  const first = places.filter(({ page }) => page === places[0]?.page).map(({ line }) => line)
  const masthead = mastheadPart(first, habits.size)
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    const found = i < masthead.length ? null : printedTitle(lines(places, i), titles)
    if (i < masthead.length) {
      if (masthead.series.has(place.line)) place.role = 'series'
      if (masthead.wrapped.has(place.line))
        [places[i - 1]!.text, place.text] = ['', places[i - 1]!.text + place.text]
    } else if (found) {
      place.role = found.role ?? titleRole(place.line, found.title, habits)
      place.text = found.title
      for (let k = 1; k < found.count; k++) places[i + k]!.text = ''
      i += found.count - 1
    } else {
      place.role = bodyRole(place, places[i + 1]?.line, habits)
      if (place.role === null && wrapsCell(places[i - 1], place)) takeAbove(places, i)
    }
  }
}

function takeAbove(places: readonly Place[], i: number): void {
  const [above, place] = [places[i - 1]!, places[i]!]
  place.text = above.text + place.text
  above.text = ''
}

// The row of the imprint: office and day too long for one line, the run beside their last.
function wrapsCell(above: Place | undefined, { line, block, role }: Place): boolean {
  if (!above || above.block !== block || above.role !== role || above.text === '') return false
  if (above.text.includes(cellGap)) return false
  return line.text.includes(cellGap) && !/[。：:]/.test(above.text) && isBelow(above.line, line)
}

const contentsHeading = /^(?:本期)?(?:目录|要目|导读|目次)$/

// A list of contents takes the rest of its page: its lines are no headlines, though they look like them.
function markContents(places: readonly Place[]): void {
  for (const [i, { text, page, role }] of places.entries()) {
    if (role === 'noise' || page > 4 || !contentsHeading.test(squeeze(text))) continue
    const rest = places.slice(i).filter(place => place.page === page && place.role !== 'noise')
    if (rest.some(place => /。$/.test(place.text))) continue
    for (const place of rest) place.role = 'contents'
  }
}

function lines(places: readonly Place[], from: number): PrintedLine[] {
  return places.slice(from, from + 9).map(({ line }) => line)
}

// Bookmarks name columns, headlines and headings in the text alike; the size tells them apart.
function titleRole(line: PrintedLine, title: string, habits: TextHabits): LineRole {
  if (columnName(title)?.mark === 'bracket') return 'column'
  return isLarge(line, habits) ? 'headline' : 'heading'
}

function bodyRole(place: Place, next: PrintedLine | undefined, habits: TextHabits): LineRole | null {
  const { line } = place
  if (columnName(line.text)?.mark === 'bracket') return 'column'
  if (isLarge(line, habits) && line.text.length <= 60) {
    // A short name straight over a headline in another type.
    const leads = next !== undefined && isLarge(next, habits) && !isAlike(line, next)
    return leads && line.text.length <= 8 ? 'column' : 'headline'
  }
  if (line.heading && line.text.length <= 60) return 'heading'
  if (signsText(place)) return 'contributor'
  return habits.indents && isText(line, habits.size) ? 'block' : null
}

function isLarge(line: PrintedLine, { size }: TextHabits): boolean {
  return line.size >= size * 1.15
}

function isAlike(a: PrintedLine, b: PrintedLine): boolean {
  return Math.abs(a.size - b.size) < 0.6 && a.font === b.font
}

// At the right edge, in brackets or behind a label: （供稿：…）, 来源：….
function signsText({ line, edges }: Place): boolean {
  const isRight = line.x > edges.left + line.size * 5 && line.end > edges.right - line.size * 3.5
  return isRight && line.text.length <= 40 && /^(?:[（(].+[）)]|[^，。：:]{2,8}[：:].+)$/.test(line.text)
}

function write(places: readonly Place[], habits: TextHabits): ManuscriptText {
  const out = new ManuscriptText()
  let before: Place | null = null
  let page = places[0]?.page ?? 1
  for (const place of places) {
    for (; page < place.page; page++) out.page()
    if (place.text === '') continue
    if (place.role === 'noise') {
      out.line(place.text, 'noise')
      continue
    }
    const isNear = before?.block === place.block
    if (before && isNear && place.line.y - before.line.y > habits.pitch * 1.7) out.blank()
    out.line(lead(place, habits) + place.text, place.role, before !== null && goesOn(before, place, habits))
    before = place
  }
  return out
}

/** Does the line belong to the same thing as the one before it in reading order? */
function goesOn(before: Place, place: Place, habits: TextHabits): boolean {
  const { line, role } = place
  if (before.role !== role) return false
  const gap = before.block === place.block ? line.y - before.line.y : 0
  if (role === 'series') return true
  if (role === 'headline')
    return (
      before.block === place.block &&
      isAlike(before.line, line) &&
      gap < line.size * 2.4 &&
      !isTitled(place, before)
    )
  if (role !== 'block' || bulletLength(line.text) > 0) return false
  return (line.x - place.edges.left) / habits.size < 0.8 && isFull(before) && gap < habits.pitch * 1.7
}

// A title of the bookmarks is whole.
function isTitled(...places: readonly Place[]): boolean {
  return places.some(({ text, line }) => text !== line.text)
}

// To the edge but for a sign that would not have fitted.
function isFull({ line, edges }: Place): boolean {
  return line.end > edges.right - line.size * 2.2
}

// The blanks that the paper shows: two of a paragraph, more of what stands in the middle.
function lead({ line, edges, role }: Place, { size }: TextHabits): string {
  if (role === 'headline' || role === 'series' || role === 'column') return ''
  return '\u3000'.repeat(Math.max(0, Math.min(8, Math.round((line.x - edges.left) / size))))
}
