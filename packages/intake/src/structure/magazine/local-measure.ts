import type { Line } from '../line.ts'
import { isClosed } from '../words.ts'

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
  if (isUnwrapped(lines)) return lines.map(() => 0)
  const measures = lines.map((line, i) => {
    const first = Math.max(0, i - reach)
    const near: Near[] = []
    for (let k = first; k <= i + reach && k < lines.length; k++) {
      const width = reachOf(lines[k]!)
      if (pages[k] === pages[i] && width >= 8)
        near.push({ width, begins: k === 0 || isClosed(lines[k - 1]!.text) })
    }
    return measureOf(near, reachOf(line))
  })
  return measures.map((measure, i) => measure || nearest(measures, pages, i))
}

// A paragraph is a line: nearly every long line ends a sentence, and no width means anything.
function isUnwrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(line => line.width >= 20)
  return long.length > 0 && long.filter(line => isClosed(line.text)).length > long.length * 0.65
}

type Near = { readonly width: number; readonly begins: boolean }

function measureOf(near: readonly Near[], own: number): number {
  const isAlike = (width: number, other: number) => other <= width + 0.1 && other >= width - slack
  let best = 0
  let measure = 0
  for (const { width } of near) {
    const alike = near.filter(other => isAlike(width, other.width)).length + (isAlike(width, own) ? 0.8 : 0)
    if (alike > best || (alike === best && width > measure)) [best, measure] = [alike, width]
  }
  // A few short titles below each other are no column of text.
  if (best < (measure < 14 ? 5 : 3)) return 0
  return widened(near, measure)
}

// Mostly first lines of paragraphs, whose blanks were lost: the measure is that of the wider lines.
function widened(near: readonly Near[], measure: number): number {
  const alike = near.filter(({ width }) => width <= measure + 0.1 && width >= measure - slack)
  const wider = near.filter(({ width }) => width > measure + 1.3 && width <= measure + 2.6)
  const begin = alike.filter(({ begins }) => begins).length
  return wider.length >= 2 && begin >= alike.length * 0.6
    ? Math.max(...wider.map(({ width }) => width))
    : measure
}

// Lines too few of a kind are measured by their neighbours on the page.
function nearest(measures: readonly number[], pages: readonly number[], i: number): number {
  for (let step = 1; step <= 2 * reach; step++)
    for (const k of [i + step, i - step]) if (measures[k] && pages[k] === pages[i]) return measures[k]
  return 0
}
