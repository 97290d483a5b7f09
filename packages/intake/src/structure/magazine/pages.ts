import type { Line } from '../line.ts'

/**
 * Page of every line, counted from 0. A page begins at a form feed, behind its furniture (`edges`), or where a
 * double-spaced text suddenly is not and one blank stands before the line.
 */
export function pagesOf(lines: readonly Line[], edges: ReadonlySet<number>): number[] {
  const spaced = isDoubleSpaced(lines)
  let page = 0
  return lines.map((line, i) => {
    if (i > 0 && (line.page || edges.has(line.start) || (spaced && isBlankSign(line)))) page++
    return page
  })
}

/** Blank lines stand between most lines, so they say nothing of what belongs together. */
export function isDoubleSpaced(lines: readonly Line[]): boolean {
  return lines.filter(line => line.gap > 0).length > lines.length * 0.6
}

function isBlankSign(line: Line): boolean {
  return line.gap === 0 && line.indent > 0 && line.indent < 1
}
