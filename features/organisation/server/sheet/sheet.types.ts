import type { SheetProblem } from '../../contract/index.ts'

/** How the text of a cell is taken: a line, a code, several names, one of some words, a number, a day of the calendar. */
export type ColumnForm = 'line' | 'code' | 'names' | 'choice' | 'number' | 'day' | 'ignored'

/** A column as template, export and import share it. */
export type Column = {
  readonly key: string
  readonly heading: string
  /** What people also write over it. */
  readonly also?: readonly string[]
  readonly form: ColumnForm
  /** The sheet must have it. */
  readonly needed?: boolean
  readonly width: number
  /** What the template says about it. */
  readonly meaning: string
  readonly example: string
  readonly choices?: readonly string[]
}

export type SheetForm = {
  readonly kind: string
  /** Name of the sheet. */
  readonly title: string
  readonly columns: readonly Column[]
  readonly examples: readonly Readonly<Record<string, string>>[]
  /** What the template says before it goes through the columns. */
  readonly notes: readonly string[]
}

/** A row as it was read; only columns that the sheet has. An empty text means: nothing was filled in. */
export type SheetRow = {
  readonly row: number
  readonly texts: Readonly<Record<string, string>>
  /** Columns whose cell could not be taken; told already. */
  readonly bad?: readonly string[]
}

export type ReadSheet = {
  readonly sheetName: string
  readonly headerRow: number
  /** Letters of the columns by key. */
  readonly letters: Readonly<Record<string, string>>
  readonly rows: readonly SheetRow[]
  readonly problems: readonly SheetProblem[]
}

/** What came of a row, for the column 导入结果. */
export type RowResult = { readonly row: number; readonly text: string; readonly bad: boolean }
