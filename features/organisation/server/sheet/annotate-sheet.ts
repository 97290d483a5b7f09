import { resultHeading } from './forms.ts'
import { openBook } from './open-book.ts'
import type { RowResult } from './sheet.types.ts'

const red = 'FFC00000'
const pale = 'FFFDE9E7'

/**
 * The workbook as it was sent, with what came of each row in a column of its own at the right; a column of that name
 * from an earlier time is written over.
 */
export async function annotateSheet(
  bytes: Buffer,
  file: string,
  place: { sheetName: string; headerRow: number },
  results: readonly RowResult[],
  named = resultHeading,
): Promise<Buffer> {
  const { book } = await openBook(bytes, file)
  const sheet = book.getWorksheet(place.sheetName) ?? book.worksheets[0]
  if (!sheet) return bytes
  const headerRow = Math.max(1, place.headerRow)
  const column = resultColumn(sheet.getRow(headerRow), named)
  sheet.getColumn(column).width = 60
  const heading = sheet.getRow(headerRow).getCell(column)
  heading.value = named
  heading.font = { bold: true }
  sheet.eachRow((row, number) => {
    if (number > headerRow && row.findCell(column)) row.getCell(column).value = null
  })
  for (const { row, text, bad } of results) {
    const cell = sheet.getRow(Math.max(row, headerRow)).getCell(column)
    cell.value = row <= headerRow ? `${named}\n${text}` : text
    cell.numFmt = '@'
    cell.alignment = { wrapText: true, vertical: 'top' }
    if (!bad) continue
    cell.font = { color: { argb: red }, bold: row <= headerRow }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: pale } }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

function resultColumn(header: import('exceljs').Row, named: string): number {
  let last = 0
  let there = 0
  header.eachCell((cell, number) => {
    const text = cell.text.trim()
    if (text) last = number
    if (text.startsWith(named)) there = number
  })
  return there || last + 1
}
