import { attachment, type RouteContext } from '@jianbao/platform/http'
import ExcelJs from 'exceljs'

export const bookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const grey = 'FFF2F2F2'

export type SheetColumn = { readonly heading: string; readonly width: number }
type Cell = string | number | null

/** One sheet with a fixed head; texts stay texts, whatever they begin with. */
export async function writeBook(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Cell[])[],
  fixedColumns: number,
): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: fixedColumns }] })
  sheet.columns = columns.map(({ width }) => ({ width }))
  const head = sheet.addRow(columns.map(column => column.heading))
  head.eachCell(cell => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: grey } }
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  for (const row of rows) {
    const added = sheet.addRow(row.map(cell => (typeof cell === 'string' ? printable(cell) : cell)))
    added.eachCell(cell => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What fits into one cell: XML knows all characters but these. */
function printable(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

type Reply = RouteContext<{ response: Record<number, never> }>['reply']

export function sendBook(reply: Reply, name: string, bytes: Buffer): Reply {
  return reply
    .type(bookMediaType)
    .header('content-disposition', attachment(name))
    .header('cache-control', 'no-store')
    .send(bytes)
}
