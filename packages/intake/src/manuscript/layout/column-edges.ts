import type { PrintedBlock, PrintedLine, PrintedPage } from './printed-page.types.ts'

export type Edges = { readonly left: number; readonly right: number }

/**
 * The edges the text of each block keeps to, learned from all pages: a block of short paragraphs shows no right edge of its
 * own, one of single-line paragraphs no left one. Where no line keeps a right edge it is taken to mirror the left one.
 */
export function columnEdges(pages: readonly PrintedPage[], size: number): Map<PrintedBlock, Edges> {
  const lines = pages.flatMap(page => page.blocks.flatMap(block => block.lines))
  const lefts = keptEdges(
    lines.map(line => line.x),
    size * 0.4,
  )
  const rights = keptEdges(
    lines.map(line => -line.end),
    size * 1.1,
  ).map(edge => -edge)
  const edges = new Map<PrintedBlock, Edges>()
  for (const page of pages)
    for (const block of page.blocks)
      edges.set(block, edgesOf(block.lines, { lefts, rights }, size, page.width))
  return edges
}

function edgesOf(
  lines: readonly PrintedLine[],
  { lefts, rights }: { lefts: readonly number[]; rights: readonly number[] },
  size: number,
  pageWidth: number,
): Edges {
  const first = Math.min(...lines.map(line => line.x))
  const last = Math.max(...lines.map(line => line.end))
  const near = lefts.filter(edge => edge >= first - size * 3.2 && edge <= first + size * 4.2)
  const left = near.length > 0 ? Math.min(...near) : first
  const beyond = rights.filter(edge => edge >= last - size * 1.2)
  const right = beyond.length > 0 ? Math.min(...beyond) : Math.max(last, pageWidth - left)
  return { left, right }
}

// Values that many keep to within `slack`: the outermost of each such group.
function keptEdges(values: readonly number[], slack: number): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const least = Math.max(2, sorted.length * 0.03)
  const edges: number[] = []
  let to = 0
  for (let from = 0; from < sorted.length; from++) {
    while (to < sorted.length && sorted[to]! <= sorted[from]! + slack) to++
    if (to - from < least) continue
    edges.push(sorted[from]!)
    from = to - 1
  }
  return edges
}
