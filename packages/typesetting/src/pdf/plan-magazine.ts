/** Puts the parts of a magazine on pages. Typst does not balance columns; it is told how tall each stretch of them is. */
import type { MagazineElement, MagazinePart } from '../model/magazine.types.ts'
import { balance, type Cursor, fillColumn, type Unit } from './fit-columns.ts'

export type Grid = { rows: number; pitchPt: number; leadPt: number }

/** Heights in points: of a band across the page, or of every element of a run. */
export type Measured = readonly (number | readonly number[])[]

/** What the engine is told of a part: where it stands and how many lines it takes. */
export type PlacedPart = MagazinePart & {
  newPage: boolean
  /** Lines kept free above it. */
  gap: number
  /** Of a band its lines; of a run the lines of its columns on each page it stands on. */
  rows: number[]
  /** Lines of each element of a run alone. */
  elementRows: number[]
  /** Page of the body on which it ends, from 0, and the lines used there. */
  ends: { page: number; row: number }
}

export type Plan = { parts: PlacedPart[]; pages: number }

const gapAbove = { opener: 3, header: 2, wide: 1, table: 1, run: 2 }
/** Below a tail of so many lines a column opens on the same page; else it gets a page of its own. */
const shortTail = 10
/** A headline wants so many lines of its text below it, a run so many before it begins at the foot of a page. */
const leastBelow = 5

/**
 * Places parts one below another in whole lines of the grid.
 * @param measured heights of the parts in the same order, as the engine measured them
 */
export function planMagazine(parts: readonly MagazinePart[], measured: Measured, grid: Grid): Plan {
  const pages = new Pages(
    grid,
    parts.map((part, at) => inRows(part, measured[at]!, grid)),
  )
  const placed = parts.map((_, at) => pages.place(at))
  return { parts: placed, pages: pages.count }
}

/** A part with what it takes; only a run has units. */
type Rowed = { part: MagazinePart; elementRows: number[]; units: Unit[] }

class Pages {
  readonly #grid: Grid
  readonly #parts: readonly Rowed[]
  #page = 0
  /** Lines used on the page. */
  #row = 0

  constructor(grid: Grid, parts: readonly Rowed[]) {
    this.#grid = grid
    this.#parts = parts
  }

  get count(): number {
    return Math.max(1, this.#row > 0 ? this.#page + 1 : this.#page)
  }

  place(at: number): PlacedPart {
    const { part, elementRows, units } = this.#parts[at]!
    let gap = this.#row === 0 ? 0 : this.#gapAbove(at)
    if (this.#isFullFor(at, gap)) {
      this.#turn()
      gap = 0
    }
    const newPage = this.#row === 0 && at > 0
    this.#row += gap
    const rows = part.kind === 'run' ? this.#flow(units) : this.#stand(elementRows[0]!)
    const ends = { page: this.#page, row: this.#row }
    if (this.#row >= this.#grid.rows) this.#turn()
    const own = part.kind === 'run' ? { ...part, elements: part.elements.map(withSpace) } : part
    return { ...own, newPage, gap, rows, elementRows, ends }
  }

  #gapAbove(at: number): number {
    const { part } = this.#parts[at]!
    const above = this.#parts[at - 1]?.part.kind
    if (above === 'opener') return 0
    if (part.kind === 'run' && !part.apart) return above === 'wide' || above === 'table' ? 1 : 0
    return gapAbove[part.kind]
  }

  #isFullFor(at: number, gap: number): boolean {
    const { part, elementRows, units } = this.#parts[at]!
    if (this.#row === 0) return false
    if (part.kind === 'opener' && this.#row > shortTail) return true
    const needs = part.kind === 'run' ? this.#leastOf(units) : elementRows[0]! + this.#companyOf(at + 1)
    return this.#row + gap + Math.min(needs, this.#grid.rows) > this.#grid.rows
  }

  #stand(rows: number): number[] {
    this.#row += rows
    return [rows]
  }

  /** Full columns on every page but the last, where both end as high as they can. */
  #flow(units: readonly Unit[]): number[] {
    const rows: number[] = []
    for (let cursor: Cursor = { unit: 0, line: 0 }; ; ) {
      const room = this.#grid.rows - this.#row
      const end = fillColumn(units, fillColumn(units, cursor, room), room)
      // Something taller than a page stands nowhere: the engine will tell that it went wrong.
      const stuck = room === this.#grid.rows && end.unit === cursor.unit && end.line === cursor.line
      const even = stuck ? room : balance(units, cursor, room)
      rows.push(even ?? room)
      if (even !== null) {
        this.#row += even
        return rows
      }
      cursor = end
      this.#turn()
    }
  }

  /** Lines a part needs below it on its page: of a short run all, of a longer one its beginning. */
  #companyOf(at: number): number {
    const next = this.#parts[at]
    if (!next || next.part.kind === 'opener') return 0
    if (next.part.kind === 'run') return this.#leastOf(next.units)
    return next.elementRows[0]! + (next.part.kind === 'header' ? leastBelow : 0)
  }

  #leastOf(units: readonly Unit[]): number {
    const first = units.slice(0, 2).reduce((sum, unit) => sum + (unit.kind === 'text' ? 2 : unit.rows), 0)
    return balance(units, { unit: 0, line: 0 }, leastBelow) ?? Math.max(leastBelow, first)
  }

  #turn(): void {
    this.#page += 1
    this.#row = 0
  }
}

function inRows(part: MagazinePart, measured: Measured[number], grid: Grid): Rowed {
  const heights = typeof measured === 'number' ? [measured] : measured
  const elementRows = heights.map(height => rowsOf(height, grid))
  if (part.kind !== 'run') return { part, elementRows, units: [] }
  const units = part.elements.map((element, at) => {
    const kind = isSticky(element, part.elements[at + 1]) ? 'sticky' : isWhole(element) ? 'solid' : 'text'
    return { rows: elementRows[at]!, above: rowsAbove(element), kind } satisfies Unit
  })
  return { part, elementRows, units }
}

function rowsOf(heightPt: number, { pitchPt, leadPt }: Grid): number {
  return Math.max(1, Math.ceil((heightPt + leadPt - 0.05) / pitchPt))
}

/** What the engine is told of an element: empty lines above it, and whether it stays with the next. */
function withSpace(element: MagazineElement, at: number, all: readonly MagazineElement[]) {
  return { ...element, above: rowsAbove(element), sticky: isSticky(element, all[at + 1]) }
}

/** Empty lines above an element that does not begin its column. */
function rowsAbove(element: MagazineElement): number {
  if (element.kind === 'note-title' || (element.kind === 'long-title' && element.id !== null)) return 1
  return element.kind === 'heading' && element.style === 1 ? 1 : 0
}

function isWhole({ kind }: MagazineElement): boolean {
  return kind === 'figure' || kind === 'heading' || kind === 'note-title'
}

/** A heading stays with its text, or with the deeper heading before it: never does a whole page of headings hang together. */
function isSticky(element: MagazineElement, next: MagazineElement | undefined): boolean {
  if (!next || (element.kind !== 'heading' && element.kind !== 'note-title')) return false
  if (next.kind === 'note-title') return false
  return next.kind !== 'heading' || element.kind === 'note-title' || next.style > element.style
}
