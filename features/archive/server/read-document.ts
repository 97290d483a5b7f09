/** Carries one waiting document to `read` or `failed`. */
import { recordIssues } from '@jianbao/bulletin/server'
import type { ProblemCode, ProblemDetails } from '@jianbao/errors'
import { act } from '@jianbao/platform/audit'
import type { ArchiveServices } from './archive.services.ts'
import { saveReadings, updateReading } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'
import type { Reader, ReadOutcome, ReadStep } from './reader.port.ts'
import { readingFacts } from './reading-facts.ts'

const stepProgress: Record<ReadStep, number> = { decoding: 0.1, reading: 0.35, saving: 0.85 }

/** Reads a claimed document. Every error ends in its row; only the stop of the server puts it back in line. */
export async function readDocument(
  services: ArchiveServices & { reader: Reader; onError: (error: unknown) => void },
  row: DocumentRow,
  signal: AbortSignal,
): Promise<void> {
  const { db, files, reader } = services
  const steps: Promise<void>[] = []
  const note = (step: ReadStep): void => {
    steps.push(updateReading(db, row.id, { progress: stepProgress[step] }))
  }
  try {
    const bytes = await files.read(row.sha256)
    note('decoding')
    const outcome = await reader.read({ name: row.fileName, bytes }, note, signal)
    await Promise.all(steps)
    if ('problem' in outcome) await fail(services, row, outcome.problem)
    else await finish(services, row, outcome)
  } catch (error) {
    await Promise.allSettled(steps)
    if (signal.aborted) return updateReading(db, row.id, { state: 'waiting', progress: 0, leaseUntil: null })
    services.onError(error)
    await fail(services, row, { code: 'internal', details: { requestId: row.id } })
  }
}

async function finish(
  services: ArchiveServices,
  row: DocumentRow,
  { text, encoding, readings }: Exclude<ReadOutcome, { problem: unknown }>,
): Promise<void> {
  const { db, clock } = services
  await updateReading(db, row.id, { progress: stepProgress.saving })
  await act(db, clock, deed(row, 'document.read'), async tx => {
    const at = clock.now()
    await saveReadings(tx, row.id, text, readings)
    await recordIssues(tx, { documentId: row.id, at }, readings)
    await updateReading(tx, row.id, {
      ...readingFacts(readings),
      encoding,
      state: 'read',
      progress: 1,
      leaseUntil: null,
      updatedAt: at,
    })
  })
}

async function fail(
  { db, clock }: ArchiveServices,
  row: DocumentRow,
  problem: { code: ProblemCode; details: ProblemDetails },
): Promise<void> {
  await act(db, clock, deed(row, 'document.fail'), tx =>
    updateReading(tx, row.id, {
      state: 'failed',
      progress: 0,
      problemCode: problem.code,
      problemDetails: JSON.stringify(problem.details).replaceAll('\\u0000', ''),
      leaseUntil: null,
      updatedAt: clock.now(),
    }),
  )
}

function deed(row: DocumentRow, action: string) {
  return { actor: { kind: 'system', id: 'reader' } as const, action, object: row.id }
}
