import type { CircularTable, cellSides } from '../circular.contract.ts'
import type { BulletinTable } from '../table.contract.ts'
import { widthOf } from '../title/title-words.ts'
import { printText } from './clean-text.ts'

export type CellSide = (typeof cellSides)[number]
/** A table as every form prints it: rows all as long as the columns, sides and widths decided. */
export type SetTable = {
  caption: string | null
  /** `share` of the line, all together 1. */
  columns: { side: CellSide; share: number }[]
  /** Rows of headings, as many cells each as there are columns. */
  head: string[][]
  rows: string[][]
  /** Of each row, whether it stands on one page whole; one that might be taller than a page is parted. */
  whole: boolean[]
  /** The headings stand on every page; those that would fill it stand on the first alone. */
  repeatsHead: boolean
  /** Of its type, in points of a page of 28 characters. */
  sizePt: number
  /** The first figure or word that its cell has to break, for want of width. */
  broken: string | null
}

/** 四号, 小四, 五号: the largest in which the cells stand on one line. */
const sizesPt = [14, 12, 10.5]
/** 五号 until the columns would be too narrow for a character: then 小五, 六号. */
const smallSizesPt = [10.5, 9, 7.5]
const charactersOfLine = (sizePt: number): number => (28 * 16) / sizePt
/** Air beside a cell, and the least a column keeps, in characters. */
const air = 1
const narrowest = 1.6 + air
const tallestHead = 8
const tallestRow = 12
/** A single cell longer than this goes into lines rather than make all others small. */
const longCellChars = 14
/** A heading may go into lines of this many characters. */
const headingChars = 4

const figure = /^[-+−]?\d[\d,]*(?:\.\d+)?\s?[%％‰]?$/u
const noFigure = /^(?:|[-—－/／])$/u

/** Decides what stands where in a table of a circular; a table without rows says 无. */
export function setTable({ caption, columns, rows }: CircularTable): SetTable {
  return decide({
    caption,
    head: [columns.map(({ name }) => name)],
    rows: rows.length > 0 ? rows : [['（无）']],
    wanted: columns,
  })
}

/** The same for a table of a bulletin; null when no cell of it has a word. */
export function setBulletinTable(table: BulletinTable): SetTable | null {
  const { caption, rows } = table
  if (rows.every(row => row.every(cell => printText(cell) === ''))) return null
  const headRows = Math.min(table.headRows ?? 1, rows.length)
  return decide({
    caption,
    head: rows.slice(0, headRows),
    rows: rows.slice(headRows),
    wanted: table.columns ?? [],
  })
}

type TableWish = {
  caption: string | null | undefined
  head: readonly (readonly string[])[]
  rows: readonly (readonly string[])[]
  wanted: readonly { side?: CellSide; width?: number }[]
}

function decide({ caption, head, rows, wanted }: TableWish): SetTable {
  const count = Math.max(1, wanted.length, ...[...head, ...rows].map(row => row.length))
  const fill = (row: readonly string[]) => Array.from({ length: count }, (_, at) => printText(row[at] ?? ''))
  const [heads, cells] = [head.map(fill), rows.map(fill)]
  const columns = Array.from({ length: count }, (_, at): Wish & { side: CellSide } => {
    const column = cells.map(row => row[at]!)
    const names = heads.map(row => Math.min(widthOf(row[at]!), headingChars))
    const { side, width } = wanted[at] ?? {}
    const natural = Math.max(0, ...names, ...column.map(widthOf)) + air
    return { side: side ?? sideOf(column), natural, percent: width ?? null }
  })
  const size =
    sizesPt.find(size => fits(columns, charactersOfLine(size))) ??
    smallSizesPt.find(size => count * narrowest <= charactersOfLine(size)) ??
    smallSizesPt.at(-1)!
  const widths = fitWidths(columns, charactersOfLine(size))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const rooms = widths.map(width => Math.max(1, (width / whole) * charactersOfLine(size) - air))
  return {
    caption: printText(caption ?? '') || null,
    head: heads,
    columns: columns.map(({ side }, at) => ({ side, share: widths[at]! / whole })),
    rows: cells,
    whole: cells.map(row => row.every((cell, at) => widthOf(cell) / rooms[at]! <= tallestRow)),
    repeatsHead: heads.every(row => row.every((name, at) => widthOf(name) / rooms[at]! <= tallestHead)),
    sizePt: size,
    broken:
      [...heads, ...cells]
        .flatMap(row => row.map((cell, at) => brokenWord(cell, rooms[at]!)))
        .find(Boolean) ?? null,
  }
}

/** A figure or word of a cell that its column cannot hold on one line. */
function brokenWord(cell: string, room: number): string | null {
  const word = cell.match(/[!-~À-ɏ]+/gu)?.find(word => widthOf(word) > room + air / 2)
  return word ?? null
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
