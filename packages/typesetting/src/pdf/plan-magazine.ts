/** Puts the parts of a magazine on pages. Typst does not balance columns; it is told how tall each stretch of them is. */
import type { MagazineElement, MagazinePart } from '../model/magazine.types.ts'
import { balance, fillColumn, type Unit } from './fit-columns.ts'

export type Grid = { rows: number; pitchPt: number; leadPt: number }

/** Heights in points: of a band across the page, or of every element of a run. */
export type Measured = readonly (number | readonly number[])[]

export type PlacedPart = MagazinePart & {
  newPage: boolean
  /** Lines kept free above it. */
  gap: number
  /** Of a band its lines; of a run the lines of its columns on each page it stands on. */
  rows: number[]
  /** Page of the body on which it ends, from 0, and the lines used there. */
  ends: { page: number; row: number }
}

export type Plan = { parts: (PlacedPart & { elementRows: number[] })[]; pages: number; rowsLeft: number }

const gapAbove = { opener: 3, header: 2, wide: 1, run: 2 }
/** Below a tail of so many lines a column opens on the same page; else it gets a page of its own. */
const shortTail = 10
/** A headline wants so many lines of its text below it, a run so many before it begins at the foot of a page. */
const leastBelow = 5

/**
 * Places parts one below another in whole lines of the grid.
 * @param measured heights of the parts in the same order, as the engine measured them
 */
export function planMagazine(parts: readonly MagazinePart[], measured: Measured, grid: Grid): Plan {
  const placed: Plan['parts'] = []
  let page = 0
  let row = 0
  const turn = () => {
    page += 1
    row = 0
  }
  for (const [index, part] of parts.entries()) {
    const { elementRows, units } = measure(part, measured[index]!, grid)
    const follows = parts[index - 1]
    let gap = row === 0 ? 0 : gapAbove[part.kind]
    if (follows?.kind === 'opener') gap = 0
    else if (part.kind === 'run' && !part.apart) gap = follows?.kind === 'wide' ? 1 : 0
    const next = parts[index + 1]
    const company = part.kind === 'run' ? 0 : companyOf(next, measured[index + 1], grid)
    const needs = part.kind === 'run' ? leastOf(units, grid) : Math.min(elementRows[0]! + company, grid.rows)
    const full = row > 0 && ((part.kind === 'opener' && row > shortTail) || row + gap + needs > grid.rows)
    if (full) {
      turn()
      gap = 0
    }
    const newPage = row === 0 && placed.length > 0
    let rows = elementRows.slice(0, 1)
    if (part.kind !== 'run') row += gap + rows[0]!
    else {
      rows = []
      let cursor = { unit: 0, line: 0 }
      row += gap
      for (;;) {
        const room = grid.rows - row
        const even = balance(units, cursor, room)
        rows.push(even ?? room)
        if (even !== null) {
          row += even
          break
        }
        cursor = fillColumn(units, fillColumn(units, cursor, room), room)
        turn()
      }
    }
    const own = part.kind === 'run' ? { ...part, elements: part.elements.map(withSpace) } : part
    placed.push({ ...own, newPage, gap, rows, elementRows, ends: { page, row } })
    if (row >= grid.rows) turn()
  }
  return {
    parts: placed,
    pages: row > 0 ? page + 1 : Math.max(page, 1),
    rowsLeft: row > 0 ? grid.rows - row : 0,
  }
}

function measure(part: MagazinePart, measured: Measured[number], grid: Grid) {
  const heights = typeof measured === 'number' ? [measured] : measured
  const elementRows = heights.map(height => rowsOf(height, grid))
  if (part.kind !== 'run') return { elementRows, units: [] }
  return { elementRows, units: part.elements.map((element, at) => unitOf(element, elementRows[at]!)) }
}

function rowsOf(heightPt: number, { pitchPt, leadPt }: Grid): number {
  return Math.max(1, Math.ceil((heightPt + leadPt - 0.05) / pitchPt))
}

/** Empty lines above an element that does not begin its column. */
export function rowsAbove(element: MagazineElement): number {
  if (element.kind === 'note-title' || (element.kind === 'long-title' && element.id !== null)) return 1
  return element.kind === 'heading' && element.style === 1 ? 1 : 0
}

function withSpace(element: MagazineElement): MagazineElement & { above: number } {
  return { ...element, above: rowsAbove(element) }
}

function unitOf(element: MagazineElement, rows: number): Unit {
  const sticky = element.kind === 'heading' || element.kind === 'note-title'
  const kind = sticky ? 'sticky' : element.kind === 'figure' ? 'solid' : 'text'
  return { rows, above: rowsAbove(element), kind }
}

/** Lines a part needs below it on its page: of a short run all, of a longer one its beginning. */
function companyOf(
  next: MagazinePart | undefined,
  measured: Measured[number] | undefined,
  grid: Grid,
): number {
  if (!next || measured === undefined) return 0
  const { units, elementRows } = measure(next, measured, grid)
  if (next.kind === 'run') return leastOf(units, grid)
  return next.kind === 'opener' ? 0 : elementRows[0]! + (next.kind === 'header' ? leastBelow : 0)
}

function leastOf(units: readonly Unit[], grid: Grid): number {
  const first = units.slice(0, 2).reduce((sum, unit) => sum + (unit.kind === 'text' ? 2 : unit.rows), 0)
  const whole = balance(units, { unit: 0, line: 0 }, leastBelow)
  return Math.min(whole ?? Math.max(leastBelow, first), grid.rows)
}
