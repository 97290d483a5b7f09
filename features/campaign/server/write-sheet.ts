import ExcelJs from 'exceljs'

export const bookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type SheetColumn<Row> = {
  readonly heading: string
  readonly width: number
  readonly text: (row: Row) => string | null
}

/** Rows as a workbook of one sheet, all cells text: none is ever taken for a formula. */
export async function writeSheet<Row>(
  title: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }))
  sheet.addRow(columns.map(({ heading }) => heading)).font = { bold: true }
  for (const row of rows) sheet.addRow(columns.map(({ text }) => cellText(text(row) ?? '')))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What fits into one cell: XML knows all characters but these. */
function cellText(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
}
