/** A file of questions, sheet or document, as raw questions; opened in a process of its own. */
import { Problem } from '@jianbao/errors'
import { type SheetProblem, sheetProblemLine } from '@jianbao/organisation/contract'
import type { ReadSheet, Sheets } from '@jianbao/organisation/server'
import type { Upload } from '@jianbao/platform/http'
import { type BankFault, type BankForm, mostImported } from '../../contract/index.ts'
import { optionKeys, questionForm } from './question.form.ts'
import { readQuestionText } from './question-text.ts'
import type { RawQuestion } from './raw-question.ts'

type Language = 'zh' | 'en'
export type QuestionFile = {
  readonly fileName: string
  readonly form: BankForm
  readonly bytes: Uint8Array
  readonly raws: readonly RawQuestion[]
  /** Of the file as a whole. */
  readonly problems: readonly string[]
  /** Where a sheet is marked. */
  readonly place: { readonly sheetName: string; readonly headerRow: number } | null
}

/** Throws the problems of the file, `bank-import-many`, `bank-import-empty`. The upload is gone afterwards. */
export async function readQuestionFile(
  sheets: Sheets,
  { fileName, file }: Upload,
  language: Language,
): Promise<QuestionFile> {
  try {
    const bytes = await file.read()
    const read = /\.(?:xlsx?|xlsm|et|csv)$/i.test(fileName)
      ? ofSheet(await sheets.do({ task: 'read', file: fileName, bytes, kind: questionForm }), language)
      : ofText(await sheets.do({ task: 'text', file: fileName, bytes }))
    const count = read.raws.length
    if (count > mostImported)
      throw new Problem('bank-import-many', { file: fileName, count, limit: mostImported })
    if (!count && !read.problems.length) throw new Problem('bank-import-empty', { file: fileName })
    return { fileName, bytes, ...read }
  } finally {
    await file.discard()
  }
}

type Read = Pick<QuestionFile, 'form' | 'raws' | 'problems' | 'place'>

const ofText = (text: string): Read => ({
  form: 'docx',
  raws: readQuestionText(text),
  problems: [],
  place: null,
})

function ofSheet({ sheetName, headerRow, rows, problems }: ReadSheet, language: Language): Read {
  const known = new Set(rows.map(({ row }) => row))
  const ofRow = (problem: SheetProblem): boolean => problem.row !== null && known.has(problem.row)
  const byRow = Map.groupBy(problems.filter(ofRow), problem => problem.row!)
  return {
    form: 'xlsx',
    place: { sheetName, headerRow },
    problems: problems.filter(problem => !ofRow(problem)).map(problem => sheetProblemLine(problem, language)),
    raws: rows.map(({ row, texts }) => {
      const text = (key: string): string => texts[key] ?? ''
      return {
        place: row,
        label: language === 'zh' ? `第 ${row} 行` : `Row ${row}`,
        ...{ type: text('type'), stem: text('stem'), options: optionKeys.map(text), answer: text('answer') },
        ...{ category: text('category'), difficulty: text('difficulty') },
        ...{ explanation: text('explanation'), source: text('source') },
        faults: (byRow.get(row) ?? []).map(problem => cellFault(problem, language)),
      }
    }),
  }
}

/** What is wrong with a cell, in the words of sheets; its row is told beside it. */
const cellFault = (problem: SheetProblem, language: Language): BankFault => ({
  code: 'cell',
  place: problem.row,
  details: { text: sheetProblemLine({ ...problem, row: null, cell: null }, language).replace(/[。.]$/, '') },
})
