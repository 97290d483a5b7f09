import ExcelJs, { type Workbook, type Worksheet } from 'exceljs'
import type { Column, SheetForm } from './sheet.types.ts'

/** Choices are offered for so many rows, in a template and below what an export holds. */
const choiceRows = 1_000
const grey = 'FFF2F2F2'

/** A row of an export: texts by the keys of the columns. */
export type BookRow = Readonly<Record<string, string>>

/** The unit that stands in the examples of a template: one the reader knows. */
export type ExampleUnit = { readonly code: string; readonly name: string }

/** A workbook of the form: without rows a template with explanations and examples, else an export of the same shape. */
export async function writeBook(
  form: SheetForm,
  rows: readonly BookRow[] | null,
  unit: ExampleUnit = { code: '990100', name: '云岭市科学技术协会' },
): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = addSheet(book, form.title, form.columns)
  for (const row of rows ?? []) addTexts(sheet, form.columns, row)
  offerChoices(sheet, form.columns, (rows?.length ?? 0) + choiceRows)
  const named = (text: string): string => text.replace('{code}', unit.code).replace('{name}', unit.name)
  if (!rows) addExamples(book, form, named)
  explain(book, form, named)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function addSheet(book: Workbook, name: string, columns: readonly Column[]): Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  // Text, whatever is typed: 0371 keeps its zero, and nothing becomes a date or a formula.
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }))
  const header = sheet.addRow(columns.map(column => column.heading))
  header.eachCell((cell, number) => {
    const column = columns[number - 1]
    cell.font = { bold: true, color: { argb: column?.needed ? 'FFC00000' : 'FF000000' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: grey } }
  })
  return sheet
}

function addTexts(sheet: Worksheet, columns: readonly Column[], row: BookRow): void {
  sheet.addRow(columns.map(column => printable(row[column.key] ?? '') || null))
}

function offerChoices(sheet: Worksheet, columns: readonly Column[], rows: number): void {
  columns.forEach(({ choices }, at) => {
    if (!choices) return
    const letter = sheet.getColumn(at + 1).letter
    const words = choices.join(',')
    const ranges = sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }
    ranges.dataValidations.add(`${letter}2:${letter}${rows + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${words}"`],
      showErrorMessage: true,
      errorTitle: '没有这一项',
      error: `请从列表中选：${choices.join('、')}`,
    })
  })
}

function addExamples(book: Workbook, form: SheetForm, named: (text: string) => string): void {
  const sheet = addSheet(book, '示例', form.columns)
  for (const example of form.examples) {
    const texts = Object.entries(example).map(([key, text]) => [key, named(text)])
    addTexts(sheet, form.columns, Object.fromEntries(texts))
  }
  const note = sheet.addRow([`以上是示例，导入时不看这张表；请填在“${form.title}”表里。`])
  note.font = { color: { argb: 'FFC00000' } }
}

function explain(book: Workbook, form: SheetForm, named: (text: string) => string): void {
  const sheet = book.addWorksheet('填写说明')
  sheet.columns = [{ width: 16 }, { width: 90 }, { width: 34 }]
  const title = sheet.addRow([`${form.title}导入表填写说明`])
  title.font = { bold: true, size: 14 }
  for (const note of form.notes) sheet.addRow(['', note])
  sheet.addRow([])
  const header = sheet.addRow(['列名', '怎么填', '例如'])
  header.font = { bold: true }
  for (const { heading, meaning, choices, example } of form.columns)
    sheet.addRow([heading, choices ? `${meaning}可以填：${choices.join('、')}。` : meaning, named(example)])
  sheet.eachRow(row => {
    row.alignment = { wrapText: true, vertical: 'top' }
  })
}

/** What fits into one cell: XML knows all characters but these. */
function printable(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
}
