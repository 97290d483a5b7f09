import { type Passage, tableRows } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

const total = /^(?:合计|总计|共计|总数|合 ?计)$/
const number = /^-?\d{1,12}(?:,\d{3})*(?:\.\d{1,4})?$/
const partial = /小计|其中/

type Rows = readonly (readonly string[])[]

/** Rows and columns called 合计 against the numbers above or beside them. */
export const checkTables: Check = ({ passages }, report) => {
  const cells = Map.groupBy(
    passages.filter(passage => passage.cell),
    passage => `${passage.item?.id}\u0000${passage.block}`,
  )
  for (const list of cells.values()) {
    const block = list[0]!.item?.blocks[list[0]!.block ?? -1]
    if (block?.type !== 'table') continue
    const rows = tableRows(block)
    // Numbers that count a part of another are in no sum that can be checked from outside.
    if (rows.some(row => row.some(text => partial.test(text)))) continue
    const at = new Map(list.map(passage => [`${passage.cell!.row},${passage.cell!.column}`, passage]))
    totalRow(rows, at, report)
    totalColumn(rows, at, report)
  }
}

function totalRow(rows: Rows, at: ReadonlyMap<string, Passage>, report: Report): void {
  const row = rows.findIndex(each => total.test(clean(each[0])))
  if (row < 2) return
  for (let column = 1; column < rows[row]!.length; column++)
    compare(
      rows[row]![column],
      rows.slice(1, row).map(each => each[column]),
      at.get(`${row},${column}`),
      report,
    )
}

function totalColumn(rows: Rows, at: ReadonlyMap<string, Passage>, report: Report): void {
  const column = rows[0]?.findIndex(each => total.test(clean(each))) ?? -1
  if (column < 2) return
  for (let row = 1; row < rows.length; row++)
    compare(rows[row]![column], rows[row]!.slice(1, column), at.get(`${row},${column}`), report)
}

function compare(
  given: string | undefined,
  parts: readonly (string | undefined)[],
  passage: Passage | undefined,
  report: Report,
): void {
  const values = parts.map(clean).filter(text => text !== '' && !/^[-—/]$/.test(text))
  if (!passage || values.length < 2 || !number.test(clean(given)) || !values.every(text => number.test(text)))
    return
  const sum = Math.round(values.reduce((all, text) => all + amountOf(text), 0) * 1e4) / 1e4
  if (Math.abs(sum - amountOf(clean(given))) < 1e-6) return
  report('table-total', passage, 0, passage.text.length, { sum: String(sum) }, { mend: String(sum) })
}

function clean(text: string | undefined): string {
  return (text ?? '').trim()
}

function amountOf(text: string): number {
  return Number(text.replaceAll(',', ''))
}
