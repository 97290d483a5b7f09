import type { Edges } from './column-edges.ts'
import type { PrintedBlock, PrintedLine } from './printed-page.types.ts'

/** How the text of a PDF is set, learned from all its pages. */
export type TextHabits = {
  /** Type size of most characters, in points. */
  readonly size: number
  /** Baseline to baseline within a paragraph. */
  readonly pitch: number
  /** Paragraphs begin two characters in, and nothing else does. */
  readonly indents: boolean
}

/** `edges` may be rough: they only have to tell an indented line from a flush one. */
export function learnHabits(
  blocks: readonly PrintedBlock[],
  edges: ReadonlyMap<PrintedBlock, Edges>,
): TextHabits {
  const sizes = new Map<number, number>()
  const pitches = new Map<number, number>()
  for (const { lines } of blocks)
    for (const [i, line] of lines.entries()) {
      add(sizes, Math.round(line.size * 2) / 2, line.text.length)
      const before = lines[i - 1]
      if (before && line.y > before.y) add(pitches, Math.round(line.y - before.y), 1)
    }
  const size = commonest(sizes) ?? 12
  return { size, pitch: commonest(pitches) ?? size * 1.6, indents: learnIndents(blocks, edges, size) }
}

// Full lines tell: what follows one flush goes on with it, what follows one two characters in begins anew.
function learnIndents(
  blocks: readonly PrintedBlock[],
  edges: ReadonlyMap<PrintedBlock, Edges>,
  size: number,
): boolean {
  let indented = 0
  let flush = 0
  for (const block of blocks)
    for (const line of block.lines) {
      if (!isText(line, size)) continue
      const indent = (line.x - edges.get(block)!.left) / size
      if (indent > 1.4 && indent < 2.7) indented++
      else if (indent < 0.6) flush++
    }
  return indented >= 2 && flush >= indented * 0.3
}

/** Set in the size of the text, give or take what rounding does. */
export function isText(line: PrintedLine, size: number): boolean {
  return Math.abs(line.size - size) <= size * 0.06
}

function add(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function commonest(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null
  for (const [key, count] of counts) if (best === null || count > counts.get(best)!) best = key
  return best
}
