import type { ProblemDetails } from '@jianbao/errors'
import { type Batch, documentStates } from '../../contract/index.ts'
import { tellProblem } from '../tell-problem.ts'
import type { CountedBatch } from './batch.store.ts'

type Language = 'zh' | 'en'
/** A file of the ZIP that was not taken in, as it is kept: told in the language of whoever asks. */
export type KeptRefusal = {
  readonly fileName: string
  readonly code: string
  readonly details: ProblemDetails
}

export function viewBatch(row: CountedBatch, language: Language): Batch {
  const refused = JSON.parse(row.refusedJson) as KeptRefusal[]
  const problem = row.problemCode
    ? tellProblem(row.problemCode, JSON.parse(row.problemDetails ?? '{}') as ProblemDetails, language)
    : null
  return {
    id: row.id,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    state: row.state,
    problem,
    files: row.files,
    known: row.known,
    refusedCount: row.refused,
    refused: refused.map(({ fileName, code, details }) => ({
      fileName,
      problem: tellProblem(code, details, language),
    })),
    documents: Object.fromEntries(
      documentStates.map(state => [state, row.counts[state] ?? 0]),
    ) as Batch['documents'],
    createdAt: row.createdAt.toISOString(),
  }
}
