import type { Line } from '../line.ts'

const reach = 7
const slack = 1.6

/** Width of a line with the blanks a paragraph may begin with. */
export function reachOf(line: Line): number {
  return line.width + Math.min(line.indent, 2)
}

/**
 * Width of a full line around every line, 0 where too few lines are alike: pages of a magazine are set in one, two or
 * three columns, so the measure changes every few dozen lines. Steps: lines × a window of fixed size.
 */
export function localMeasures(lines: readonly Line[], pages: readonly number[]): number[] {
  const measures = lines.map((line, i) => {
    const own = reachOf(line)
    const first = Math.max(0, i - reach)
    const near = lines
      .slice(first, i + reach + 1)
      .filter((_, k) => pages[first + k] === pages[i])
      .map(reachOf)
      .filter(width => width >= 8)
    let best = 0
    let measure = 0
    for (const width of near) {
      const alike = near.filter(other => other <= width + 0.1 && other >= width - slack).length
      const mine = own <= width + 0.1 && own >= width - slack ? 0.8 : 0
      if (alike + mine > best || (alike + mine === best && width > measure))
        [best, measure] = [alike + mine, width]
    }
    // A few short titles below each other are no column of text.
    return best >= (measure < 14 ? 5 : 3) ? measure : 0
  })
  return measures.map((measure, i) => measure || nearest(measures, pages, i))
}

// Lines too few of a kind are measured by their neighbours on the page.
function nearest(measures: readonly number[], pages: readonly number[], i: number): number {
  for (let step = 1; step <= 2 * reach; step++)
    for (const k of [i + step, i - step]) if (measures[k] && pages[k] === pages[i]) return measures[k]
  return 0
}
