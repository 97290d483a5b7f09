import type { Row, Workbook, Worksheet } from 'exceljs'
import type { SheetProblem, SheetProblemCode } from '../../contract/index.ts'
import { cellText, oneLine } from './cell-text.ts'
import { closest } from './closest.ts'
import { idleHeadings, idleSheets } from './forms.ts'
import type { Column, SheetForm } from './sheet.types.ts'

export type Table = {
  readonly sheet: Worksheet
  readonly headerRow: number
  /** Numbers of the columns, from 1. */
  readonly columns: ReadonlyMap<number, Column>
}

/** Titles and remarks may stand above the headings. */
const searchedRows = 20

/** Finds the one sheet with the headings of the form, wherever it stands and whatever stands above them. */
export function findTable(
  book: Workbook,
  form: SheetForm,
): { table: Table | null; problems: SheetProblem[] } {
  const tables = book.worksheets
    .filter(sheet => sheet.state === 'visible' && !idleSheets.includes(sheet.name.trim()))
    .map(sheet => ({ sheet, headerRow: headerOf(sheet, form) }))
    .filter(({ headerRow }) => headerRow > 0)
  const [first, second] = tables
  if (!first) {
    const columns = form.columns
      .filter(column => column.needed)
      .map(column => `“${column.heading}”`)
      .join('')
    return { table: null, problems: [problem('no-table', null, null, null, { columns })] }
  }
  if (second) {
    const sheets = tables.map(({ sheet }) => `“${sheet.name}”`).join('')
    const details = { count: tables.length, sheets }
    return { table: null, problems: [problem('several-tables', null, null, null, details)] }
  }
  const { columns, problems } = readHeadings(first.sheet, first.headerRow, form)
  return { table: { ...first, columns }, problems }
}

export function problem(
  code: SheetProblemCode,
  row: number | null,
  column: string | null,
  cell: string | null,
  details: SheetProblem['details'] = {},
): SheetProblem {
  return { code, row, column, cell, details }
}

/** The row in which most headings are known, at least two; 0 when there is none. */
function headerOf(sheet: Worksheet, form: SheetForm): number {
  let best = { row: 0, known: 1 }
  for (let number = 1; number <= Math.min(searchedRows, sheet.rowCount); number++) {
    const headings = headingsOf(sheet.getRow(number))
    const known = headings.filter(({ heading }) => columnOf(form, heading)).length
    if (known > best.known) best = { row: number, known }
  }
  return best.row
}

function headingsOf(row: Row): { number: number; heading: string }[] {
  const headings: { number: number; heading: string }[] = []
  row.eachCell((cell, number) => {
    const reading = cellText(cell.value)
    const heading = 'text' in reading ? plainHeading(reading.text) : ''
    if (heading) headings.push({ number, heading })
  })
  return headings
}

function plainHeading(text: string): string {
  const plain = oneLine(text).normalize('NFKC').replace(/\s+/g, '')
  return plain.replace(/[*＊]|\((?:必填|选填|示例)\)/g, '')
}

function columnOf(form: SheetForm, heading: string): Column | undefined {
  return form.columns.find(column => column.heading === heading || column.also?.includes(heading))
}

function readHeadings(sheet: Worksheet, headerRow: number, form: SheetForm) {
  const columns = new Map<number, Column>()
  const problems: SheetProblem[] = []
  const row = sheet.getRow(headerRow)
  const letterOf = (number: number): string => sheet.getColumn(number).letter
  for (const { number, heading } of headingsOf(row)) {
    const column = columnOf(form, heading)
    const cell = `${letterOf(number)}${headerRow}`
    if (!column) {
      if (idleHeadings.includes(heading)) continue
      const meant = closest(
        heading,
        form.columns.map(each => each.heading),
      )
      const hint = meant ? { hint: `“${meant}”` } : {}
      problems.push(problem('column-unknown', headerRow, heading, cell, hint))
      continue
    }
    const earlier = [...columns].find(([, each]) => each === column)
    if (earlier) {
      const cells = `${letterOf(earlier[0])}、${letterOf(number)}`
      problems.push(problem('column-doubled', headerRow, column.heading, cell, { cells }))
      continue
    }
    columns.set(number, column)
    if (column.form !== 'ignored' && sheet.getColumn(number).hidden)
      problems.push(problem('column-hidden', headerRow, column.heading, cell))
  }
  const there = new Set(columns.values())
  for (const column of form.columns)
    if (column.needed && !there.has(column))
      problems.push(problem('column-missing', headerRow, column.heading, null))
  return { columns, problems }
}
