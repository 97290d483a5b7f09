import { PassThrough, type Readable } from 'node:stream'

export type SheetCell = string | number | null
export type SheetColumn = { readonly heading: string; readonly width: number }
export type SheetHead = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** So many columns stay in sight while one scrolls to the right. */
  readonly fixedColumns?: number
}
type Rows = Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>

const grey = 'FFF2F2F2'

/**
 * A workbook of one sheet, written while `rows` are read and no further once the reader is gone. Texts stay texts,
 * whatever they begin with: no cell is ever taken for a formula. The stream ends in the error that reading threw.
 */
export function writeSheet(head: SheetHead, rows: Rows): Readable {
  const stream = new PassThrough()
  write(stream, head, rows).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write(
  stream: PassThrough,
  { name, columns, fixedColumns = 0 }: SheetHead,
  rows: Rows,
): Promise<void> {
  const { default: ExcelJs } = await import('exceljs')
  const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  // Characters and length that Excel refuses in the name of a sheet.
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: fixedColumns }],
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  const top = sheet.addRow(columns.map(({ heading }) => cellText(heading)))
  top.eachCell(cell => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: grey } }
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  top.commit()
  for await (const row of rows) {
    if (stream.destroyed) break
    const line = sheet.addRow(row.map(cell => (typeof cell === 'string' ? cellText(cell) : cell)))
    line.eachCell(cell => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
    line.commit()
  }
  sheet.commit()
  await book.commit()
}

/** What fits into one cell: not longer than Excel takes, without the characters XML does not know. */
export function cellText(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
