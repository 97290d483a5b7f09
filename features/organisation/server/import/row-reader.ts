import type { SheetProblem, SheetProblemCode } from '../../contract/index.ts'
import { closest } from '../sheet/closest.ts'
import type { ReadSheet, SheetForm, SheetRow } from '../sheet/sheet.types.ts'

/** Looking for what was meant takes time, and nobody reads more of it. */
const mostHints = 50

/** Takes cells of a row out, noting in one list what is wrong about them. */
export type RowReader = {
  readonly problems: SheetProblem[]
  /** The text of a column; empty when nothing is there, when the sheet lacks it, or when it could not be read. */
  text(row: SheetRow, key: string): string
  /** Something stands there that was told already. */
  bad(row: SheetRow, key: string): boolean
  note(row: SheetRow, key: string, code: SheetProblemCode, details?: SheetProblem['details']): void
  /** What was probably meant, when few things are wrong; `label` says how it is shown. */
  hint(value: string, candidates: Iterable<string>, label?: (found: string) => string): { hint?: string }
  /** The key of a word that stands for one of the choices; null when it stands for none, which is noted. */
  choice<K extends string>(
    row: SheetRow,
    key: string,
    words: Readonly<Record<K, readonly string[]>>,
  ): K | null
}

export function openRowReader(form: SheetForm, { letters }: Pick<ReadSheet, 'letters'>): RowReader {
  const problems: SheetProblem[] = []
  let hints = 0
  const columns = new Map(form.columns.map(column => [column.key, column]))
  const reader: RowReader = {
    problems,
    text: (row, key) => row.texts[key] ?? '',
    bad: (row, key) => row.bad?.includes(key) ?? false,
    note: (row, key, code, details = {}) => {
      const letter = letters[key]
      const column = columns.get(key)?.heading ?? null
      problems.push({ row: row.row, column, cell: letter ? `${letter}${row.row}` : null, code, details })
    },
    hint: (value, candidates, label = found => `“${found}”`) => {
      if (++hints > mostHints) return {}
      const found = closest(value, candidates)
      return found === null ? {} : { hint: label(found) }
    },
    choice: <K extends string>(row: SheetRow, key: string, words: Readonly<Record<K, readonly string[]>>) => {
      const text = reader.text(row, key)
      if (!text) return null
      const kinds = Object.keys(words) as K[]
      const found = kinds.find(kind => kind === text || words[kind].includes(text))
      if (found) return found
      const first = kinds.map(kind => words[kind][0]!)
      const details = { value: short(text), choices: first.join('、') }
      reader.note(row, key, 'choice-unknown', {
        ...details,
        ...reader.hint(
          text,
          kinds.flatMap(kind => words[kind]),
        ),
      })
      return null
    },
  }
  return reader
}

/** What is told of a cell; nobody needs a whole page back. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text
}
