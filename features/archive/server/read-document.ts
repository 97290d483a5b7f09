/** Carries one waiting document to `read`, where it waits for a person, or to `failed`. */
import type { ProblemCode, ProblemDetails } from '@jianbao/errors'
import { act } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import type { ArchiveServices } from './archive.services.ts'
import { saveReadings, updateReading } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'
import type { Reader, ReadOutcome, ReadStep } from './reader.port.ts'
import { readingFacts } from './reading-facts.ts'

const stepProgress: Record<ReadStep, number> = { decoding: 0.1, reading: 0.35, saving: 0.85 }

/** The reader was silent for longer than its lease; the document is another's now. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/**
 * Reads a claimed document. Every error ends in its row; only the stop of the server puts it back in line, and what
 * another process took over meanwhile is left to it.
 */
export async function readDocument(
  services: ArchiveServices & { reader: Reader; onError: (error: unknown) => void },
  row: DocumentRow,
  signal: AbortSignal,
): Promise<void> {
  const { db, files, reader, onError } = services
  const steps: Promise<unknown>[] = []
  const note = (step: ReadStep): void => {
    // A step that could not be noted does not matter: the end is written by itself.
    steps.push(updateReading(db, row, { progress: stepProgress[step] }).catch(onError))
  }
  try {
    const bytes = await files.read(row.sha256)
    note('decoding')
    const outcome = await reader.read({ name: row.fileName, bytes }, note, signal)
    await Promise.all(steps)
    if ('problem' in outcome) await fail(services, row, outcome.problem)
    else await finish(services, row, outcome)
  } catch (error) {
    await Promise.all(steps)
    if (signal.aborted) {
      await updateReading(db, row, { state: 'waiting', progress: 0, leaseUntil: null })
      return
    }
    onError(error)
    if (error instanceof LeaseLost) return
    await fail(services, row, { code: 'internal', details: { requestId: row.id } }).catch(onError)
  }
}

async function finish(
  services: ArchiveServices,
  row: DocumentRow,
  { text, encoding, readings }: Exclude<ReadOutcome, { problem: unknown }>,
): Promise<void> {
  const { db, clock } = services
  await updateReading(db, row, { progress: stepProgress.saving })
  await act(db, clock, deed(row, 'document.read'), async tx => {
    // First, so that the row is held until the rest is saved.
    await conclude(tx, row, {
      ...readingFacts(readings),
      encoding,
      state: 'read',
      progress: 1,
      leaseUntil: null,
      updatedAt: clock.now(),
    })
    await saveReadings(tx, row.id, text, readings)
  })
}

async function fail(
  { db, clock }: ArchiveServices,
  row: DocumentRow,
  problem: { code: ProblemCode; details: ProblemDetails },
): Promise<void> {
  await act(db, clock, deed(row, 'document.fail'), tx =>
    conclude(tx, row, {
      state: 'failed',
      progress: 0,
      problemCode: problem.code,
      problemDetails: JSON.stringify(problem.details).replaceAll('\\u0000', ''),
      leaseUntil: null,
      updatedAt: clock.now(),
    }),
  )
}

async function conclude(tx: Database, row: DocumentRow, change: Partial<DocumentRow>): Promise<void> {
  if (!(await updateReading(tx, row, change))) throw new LeaseLost(`document ${row.id} was taken over`)
}

function deed(row: DocumentRow, action: string) {
  return { actor: { kind: 'system', id: 'reader' } as const, action, object: row.id }
}
