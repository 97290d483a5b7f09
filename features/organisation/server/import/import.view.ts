import { catalogue, Problem, type ProblemCode, type ProblemDetails } from '@jianbao/errors'
import {
  actionsOfImport,
  type Import,
  type ImportSummary,
  type SheetProblem,
  sheetProblemLine,
} from '../../contract/index.ts'
import type { ImportResult, ImportRow } from './import.store.ts'

type Language = 'zh' | 'en'
/** A page shows no more; the sheet that can be fetched has them all. */
const mostShown = 200

export function viewSummary(row: ImportRow, language: Language): ImportSummary {
  const { id, kind, fileName, sizeBytes, state, done, total } = row
  const { newRows, changedRows, unchangedRows, problemCount } = row
  return {
    id,
    kind,
    fileName,
    sizeBytes,
    state,
    done,
    total,
    counts: { new: newRows, changed: changedRows, unchanged: unchangedRows, problems: problemCount },
    problem: row.problemCode === null ? null : tellProblem(row.problemCode, row.problemDetails, language),
    annotated:
      row.sealedSha256 !== null && row.problemCode === null && ['checked', 'refused', 'done'].includes(state),
    // Outside the caller's scope neither has a name.
    personName: row.personName ?? '—',
    unitName: row.unitName ?? '—',
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    actions: actionsOfImport(state),
  }
}

export function viewImport(row: ImportRow, result: ImportResult | null, language: Language): Import {
  const changes = (result?.outcomes ?? []).filter(({ kind }) => kind !== 'unchanged').slice(0, mostShown)
  return {
    ...viewSummary(row, language),
    problems: (result?.problems ?? []).slice(0, mostShown).map(problem => viewProblem(problem, language)),
    changes: changes.map(({ row: at, kind, name, columns }) => ({
      row: at,
      kind: kind === 'new' ? 'new' : 'changed',
      name,
      columns: [...columns],
    })),
  }
}

function viewProblem(problem: SheetProblem, language: Language): Import['problems'][number] {
  const { row, column, cell, code } = problem
  return { row, column, cell, code, message: sheetProblemLine(problem, language) }
}

/** A problem as it was kept; a code of another version of the program is told as `internal`. */
function tellProblem(code: string, details: string | null, language: Language) {
  const known: ProblemCode = code in catalogue ? (code as ProblemCode) : 'internal'
  return {
    code: known,
    message: new Problem(known, JSON.parse(details ?? '{}') as ProblemDetails).text(language),
  }
}
