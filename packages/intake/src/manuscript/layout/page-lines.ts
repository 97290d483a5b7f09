import type { Glyphs, PrintedLine } from './printed-page.types.ts'

/** Glyphs of one baseline, left to right, cut where a gap is wider than a word's: a cell or a column's line. */
export function pageLines(glyphs: readonly Glyphs[]): PrintedLine[] {
  return baselines(glyphs).flatMap(row => cutAtGaps(withoutShadows(row)).map(toLine))
}

/** Stands between what was printed apart on one baseline. */
export const cellGap = '\u3000\u3000'

/** Two parts of one baseline as one line again, with the gap as blanks. */
export function joinOnBaseline(parts: readonly PrintedLine[]): PrintedLine {
  const sorted = [...parts].sort((a, b) => a.x - b.x)
  const first = sorted[0]!
  return {
    ...sorted.reduce((a, b) => (b.text.length > a.text.length ? b : a)),
    text: sorted.map(({ text }) => text).join(cellGap),
    x: first.x,
    end: Math.max(...sorted.map(({ end }) => end)),
  }
}

// A bullet or a raised figure stands a little off the line that it belongs to.
function baselines(glyphs: readonly Glyphs[]): Glyphs[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)
  const rows: Glyphs[][] = []
  let y = Number.NEGATIVE_INFINITY
  let size = 0
  for (const each of sorted) {
    if (each.y - y <= Math.min(0.45 * Math.max(size, each.size), 0.8 * Math.min(size, each.size)))
      rows.at(-1)!.push(each)
    else {
      rows.push([each])
      y = each.y
      size = 0
    }
    if (each.size >= size) {
      size = each.size
      y = each.y
    }
  }
  return rows.map(row => row.sort((a, b) => a.x - b.x))
}

// Bold by printing twice, a hair apart.
function withoutShadows(row: readonly Glyphs[]): Glyphs[] {
  return row.filter((each, i) => {
    const near = row.slice(Math.max(0, i - 4), i)
    return !near.some(other => other.text === each.text && Math.abs(other.x - each.x) < each.size * 0.15)
  })
}

const widestGap = 1.4

function cutAtGaps(row: readonly Glyphs[]): Glyphs[][] {
  const parts: Glyphs[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const each of row) {
    const size = Math.max(each.size, parts.at(-1)?.at(-1)?.size ?? 0)
    // Names in large type are set with a wide gap between two characters.
    const isApart = each.x - end > size * widestGap
    if (isApart) parts.push([each])
    else parts.at(-1)!.push(each)
    end = Math.max(end, each.x + each.width)
  }
  return parts
}

function toLine(parts: readonly Glyphs[]): PrintedLine {
  let text = ''
  let end = parts[0]!.x
  const sizes = new Map<number, number>()
  const fonts = new Map<string, number>()
  for (const each of parts) {
    if (text !== '' && each.x - end > each.size * 0.24 && !text.endsWith(' ')) text += ' '
    text += each.text
    end = Math.max(end, each.x + each.width)
    const size = Math.round(each.size * 10) / 10
    sizes.set(size, (sizes.get(size) ?? 0) + each.text.length)
    fonts.set(each.font, (fonts.get(each.font) ?? 0) + each.text.length)
  }
  return {
    text: text.trim(),
    x: parts[0]!.x,
    end,
    y: parts[0]!.y,
    size: commonest(sizes),
    font: commonest(fonts),
    artifact: parts.every(({ artifact }) => artifact),
    heading: parts.some(({ heading }) => heading),
  }
}

function commonest<T>(counts: ReadonlyMap<T, number>): T {
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}
