import type { Row } from 'exceljs'
import type { SheetProblem } from '../../contract/index.ts'
import { type CellReading, cellText, codeText, oneLine } from './cell-text.ts'
import { findTable, problem, type Table } from './find-table.ts'
import { openBook } from './open-book.ts'
import type { Column, ReadSheet, SheetForm, SheetRow } from './sheet.types.ts'

/** So many problems are told of one sheet; nobody mends more at a time. */
const mostProblems = 5_000

/**
 * Reads the rows of a workbook as text, with what is wrong about single cells. Empty rows are passed over.
 * @throws Problem when the bytes are no workbook that may be opened
 */
export async function readSheet(
  bytes: Buffer,
  file: string,
  form: SheetForm,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ReadSheet> {
  const { book } = await openBook(bytes, file)
  const { table, problems } = findTable(book, form)
  if (!table) return { sheetName: '', headerRow: 0, letters: {}, rows: [], problems }
  const letters: Record<string, string> = {}
  for (const [number, column] of table.columns) letters[column.key] = table.sheet.getColumn(number).letter
  const place = { sheetName: table.sheet.name, headerRow: table.headerRow, letters }
  if (problems.length) return { ...place, rows: [], problems }
  return { ...place, ...readRows(table, letters, onProgress) }
}

function readRows(
  { sheet, headerRow, columns }: Table,
  letters: Readonly<Record<string, string>>,
  onProgress: (done: number, total: number) => void,
): { rows: SheetRow[]; problems: SheetProblem[] } {
  const rows: SheetRow[] = []
  const problems: SheetProblem[] = []
  const hidden: number[] = []
  const merged = new Map<string, string>()
  const read = [...columns].filter(([, column]) => column.form !== 'ignored')
  const total = sheet.rowCount - headerRow
  sheet.eachRow((row, number) => {
    if (number < headerRow) return
    noteMerges(row, merged)
    if (number === headerRow) return
    const texts: Record<string, string> = {}
    const wrong: SheetProblem[] = []
    const bad: string[] = []
    let filled = false
    for (const [at, column] of read) {
      const reading = readCell(row.getCell(at).value, column)
      if ('text' in reading) {
        texts[column.key] = formText(reading.text, column)
        filled ||= reading.text !== ''
      } else {
        const cell = `${letters[column.key]}${number}`
        wrong.push(problem(reading.code, number, column.heading, cell, reading.details))
        bad.push(column.key)
        filled = true
      }
    }
    if (!filled) return
    if (row.hidden) hidden.push(number)
    if (problems.length < mostProblems) problems.push(...wrong)
    rows.push({ row: number, texts, ...(bad.length ? { bad } : {}) })
    if (number % 500 === 0) onProgress(number - headerRow, total)
  })
  problems.unshift(...layoutProblems(merged, hidden))
  if (!rows.length && !problems.length) problems.push(problem('no-rows', headerRow, null, null))
  return { rows, problems }
}

/** A column of days takes what Excel keeps as a date; elsewhere a date was a code once, and is told. */
function readCell(value: Parameters<typeof cellText>[0], { form }: Column): CellReading {
  const day = form === 'day' && value instanceof Date && !Number.isNaN(value.getTime())
  return day ? { text: value.toISOString().slice(0, 10) } : cellText(value)
}

function formText(text: string, { form }: Column): string {
  if (form === 'code' || form === 'number') return codeText(text)
  // Several names keep their line ends: they part names that hold commas themselves.
  return form === 'names' ? text : oneLine(text)
}

/** Cells that are part of a merge know its first cell. */
function noteMerges(row: Row, merged: Map<string, string>): void {
  row.eachCell({ includeEmpty: true }, cell => {
    if (cell.isMerged && cell.master.address !== cell.address) merged.set(cell.master.address, cell.address)
  })
}

function layoutProblems(merged: ReadonlyMap<string, string>, hidden: readonly number[]): SheetProblem[] {
  const problems = [...merged].map(([first, last]) => {
    const row = Number(/\d+$/.exec(first)?.[0] ?? 0) || null
    return problem('merged', row, null, first, { range: `${first}:${last}` })
  })
  if (hidden.length) {
    const rows = `${hidden.slice(0, 5).join('、')}${hidden.length > 5 ? '……' : ''}`
    problems.push(problem('rows-hidden', hidden[0]!, null, null, { count: hidden.length, rows }))
  }
  return problems
}
