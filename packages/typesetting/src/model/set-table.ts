import type { CircularTable, cellSides } from '../circular.contract.ts'
import { widthOf } from '../title/title-words.ts'
import { printText } from './clean-text.ts'

export type CellSide = (typeof cellSides)[number]
/** A table as every form prints it: rows all as long as the columns, sides and widths decided. */
export type SetTable = {
  caption: string | null
  /** `share` of the line, all together 1. */
  columns: { name: string; side: CellSide; share: number }[]
  rows: string[][]
  /** The headings stand on every page; those that would fill it stand on the first alone. */
  repeatsHead: boolean
  /** Of its type, in points of a page of 28 characters. */
  sizePt: number
}

/** 四号, 小四, 五号: the largest in which the cells stand on one line. */
const sizesPt = [14, 12, 10.5]
const charactersOfLine = (sizePt: number): number => (28 * 16) / sizePt
/** Air beside a cell, and the least a column keeps, in characters. */
const air = 1
const narrowest = 1.6 + air
const tallestHead = 8
/** A single cell longer than this goes into lines rather than make all others small. */
const longCellChars = 14
/** A heading may go into lines of this many characters. */
const headingChars = 4

const figure = /^[-+−]?\d[\d,]*(?:\.\d+)?\s?[%％‰]?$/u
const noFigure = /^(?:|[-—－/／])$/u

/** Decides what stands where in a table; a table without rows says 无. */
export function setTable(table: CircularTable): SetTable {
  const count = Math.max(table.columns.length, ...table.rows.map(row => row.length))
  const names = Array.from({ length: count }, (_, at) => printText(table.columns[at]?.name ?? ''))
  const cells = table.rows.length > 0 ? table.rows : [['（无）']]
  const rows = cells.map(row => Array.from({ length: count }, (_, at) => printText(row[at] ?? '')))
  const caption = printText(table.caption ?? '') || null
  const columns = names.map((name, at) => {
    const wanted = table.columns[at]
    const column = rows.map(row => row[at]!)
    const natural = Math.max(Math.min(widthOf(name), headingChars), ...column.map(widthOf)) + air
    return { name, side: wanted?.side ?? sideOf(column), natural, percent: wanted?.width ?? null }
  })
  const size = sizesPt.find(size => fits(columns, charactersOfLine(size))) ?? sizesPt.at(-1)!
  const widths = fitWidths(columns, charactersOfLine(size))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return {
    caption,
    columns: columns.map(({ name, side }, at) => ({ name, side, share: widths[at]! / whole })),
    rows,
    repeatsHead: columns.every(({ name }, at) => {
      const room = Math.max(1, (widths[at]! / whole) * charactersOfLine(size) - air)
      return widthOf(name) / room <= tallestHead
    }),
    sizePt: size,
  }
}

function sideOf(cells: readonly string[]): CellSide {
  const said = cells.filter(cell => !noFigure.test(cell))
  if (said.length > 0 && said.every(cell => figure.test(cell))) return 'right'
  return cells.every(cell => widthOf(cell) <= headingChars) ? 'center' : 'left'
}

type Wish = { natural: number; percent: number | null }

const wished = ({ natural, percent }: Wish, line: number): number =>
  percent === null ? natural : (percent / 100) * line

/** Whether all but the longest cells stand on one line. */
function fits(columns: readonly Wish[], line: number): boolean {
  const least = ({ natural }: Wish): number => Math.min(natural, longCellChars + air)
  const sum = columns.reduce(
    (sum, column) => sum + Math.max(least(column), column.percent === null ? 0 : wished(column, line)),
    0,
  )
  return sum <= line + 0.01
}

/** What a line cannot hold is taken from the widest columns, whose cells then go into several lines. */
function fitWidths(columns: readonly Wish[], line: number): number[] {
  const widths = columns.map(column => Math.max(narrowest, wished(column, line)))
  if (widths.reduce((sum, width) => sum + width, 0) <= line) return widths
  const rising = widths.toSorted((a, b) => a - b)
  let left = line
  for (const [at, width] of rising.entries()) {
    const even = left / (rising.length - at)
    if (width > even) return widths.map(one => Math.min(one, even))
    left -= width
  }
  return widths
}
