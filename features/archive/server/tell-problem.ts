import { catalogue, Problem, type ProblemCode, type ProblemDetails } from '@jianbao/errors'

/** A problem as it was kept in a row, in words; a code of another version of the program is told as `internal`. */
export function tellProblem(code: string, details: ProblemDetails, language: 'zh' | 'en') {
  const known: ProblemCode = code in catalogue ? (code as ProblemCode) : 'internal'
  return { code: known, message: new Problem(known, details).text(language) }
}
