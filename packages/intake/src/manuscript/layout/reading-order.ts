import { joinOnBaseline } from './page-lines.ts'
import type { PrintedBlock, PrintedLine } from './printed-page.types.ts'

/** A gutter is at least so wide, in sizes of the type, and a column at least so many characters. */
const gutterWidth = 0.9
const columnWidth = 7
const maxDepth = 12

/**
 * The lines of a page in reading order. Recursive: where a gutter parts prose on both sides, left goes before right; what
 * crosses it (a headline over two columns) parts the page above and below first.
 */
export function readingOrder(lines: readonly PrintedLine[], depth = 0): PrintedBlock[] {
  if (lines.length === 0) return []
  const gutter = depth < maxDepth ? findGutter(lines) : null
  if (gutter === null) return [toBlock(lines)]
  const blocks: PrintedBlock[] = []
  let band: PrintedLine[] = []
  const close = () => {
    for (const part of atGaps(band)) {
      const left = part.filter(line => line.end <= gutter)
      const right = part.filter(line => line.x >= gutter)
      blocks.push(...readingOrder(left, depth + 1), ...readingOrder(right, depth + 1))
    }
    band = []
  }
  let crossing: PrintedLine[] = []
  const closeCrossing = () => {
    if (crossing.length > 0) blocks.push(...readingOrder(crossing, depth + 1))
    crossing = []
  }
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    if (line.x < gutter && line.end > gutter) {
      close()
      crossing.push(line)
    } else {
      closeCrossing()
      band.push(line)
    }
  }
  closeCrossing()
  close()
  return blocks
}

/** A band cut where it is empty from edge to edge: what stands below (an imprint) belongs to no column above. */
function atGaps(band: readonly PrintedLine[]): PrintedLine[][] {
  const steps = band.flatMap((line, i) =>
    i > 0 && line.y > band[i - 1]!.y + 1 ? [line.y - band[i - 1]!.y] : [],
  )
  const usual = steps.length > 0 ? middle(steps) : 0
  const parts: PrintedLine[][] = [[]]
  for (const [i, line] of band.entries()) {
    const gap = i > 0 ? line.y - band[i - 1]!.y : 0
    if (gap > Math.max(usual * 2.2, line.size * 2.6)) parts.push([])
    parts.at(-1)!.push(line)
  }
  return parts
}

/** The x that parts most prose left from most prose right while few lines cross it; null on a page of one column. */
function findGutter(lines: readonly PrintedLine[]): number | null {
  const size = middle(lines.map(line => line.size))
  const edges = [...new Set(lines.map(line => Math.round(line.x)))].sort((a, b) => a - b)
  let best: number | null = null
  let bestScore = 0
  for (const edge of edges) {
    const x = edge - size * gutterWidth * 0.5
    const left = lines.filter(line => line.end <= x - size * gutterWidth * 0.4)
    const right = lines.filter(line => line.x >= edge - 1)
    const crossing = lines.length - left.length - right.length
    if (crossing > lines.length * 0.34) continue
    if (!isColumn(left, size, beside(left, right)) || !isColumn(right, size, beside(right, left))) continue
    const score = Math.min(left.length, right.length) - crossing * 1.5
    if (score > bestScore) [best, bestScore] = [x, score]
  }
  return best
}

// Only what stands beside text of the other side speaks for a column.
function beside(these: readonly PrintedLine[], others: readonly PrintedLine[]): PrintedLine[] {
  const top = Math.min(...others.map(line => line.y))
  const bottom = Math.max(...others.map(line => line.y))
  return these.filter(line => line.y >= top - line.size && line.y <= bottom + line.size)
}

// Prose: several lines of one width. The cells of a table are short and of any width.
function isColumn(all: readonly PrintedLine[], size: number, lines: readonly PrintedLine[]): boolean {
  if (all.length < 3 || lines.length < 3) return false
  const width = Math.max(...lines.map(line => line.end)) - Math.min(...lines.map(line => line.x))
  if (width < size * columnWidth) return false
  const wide = lines.filter(line => line.end - line.x > width * 0.7).length
  return wide >= Math.max(2, lines.length * 0.4)
}

// In one column what stands on one baseline is one line: office and day, the cells of a row.
function toBlock(lines: readonly PrintedLine[]): PrintedBlock {
  const rows: PrintedLine[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - line.y) < Math.min(row[0]!.size, line.size) * 0.5) row.push(line)
    else rows.push([line])
  }
  return { lines: rows.map(row => (row.length === 1 ? row[0]! : joinOnBaseline(row))) }
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
