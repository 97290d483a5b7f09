/** Carries one waiting document to `read`, where it waits for a person, to `unrecognised` or to `failed`. */
import { listRegisterEntries } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { toProblem } from '@jianbao/platform/http'
import type { Job } from '@jianbao/platform/jobs'
import { about } from './act-on-document.ts'
import type { ArchiveKeeping } from './archive.services.ts'
import type { DocumentRow } from './document.table.ts'
import { noteProgress } from './note-progress.ts'
import { saveReadings, updateReading } from './read-document.store.ts'
import type { FileProblem, Reader, ReadOutcome } from './reader.port.ts'
import { readingFacts } from './reading-facts.ts'
import { findNamesTaughtFor } from './review/learned-names.ts'

/** After so many attempts over which the process died, the document is taken to be the reason. */
const attemptsAllowed = 3

/** The reader was silent for too long; the document is another's now. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

export type ReadingServices = ArchiveKeeping & {
  readonly reader: Reader
  readonly onError: (error: unknown) => void
}

/**
 * Reads a document whose job was taken. Every error ends in its row; the stop of the server puts it back in line,
 * and what another process took over meanwhile is left to it.
 */
export async function readDocument(
  services: ReadingServices,
  row: DocumentRow,
  job: Job,
  signal: AbortSignal,
): Promise<void> {
  const { db, files, reader, onError } = services
  const progress = noteProgress(share => updateReading(db, row, { progress: share }), onError)
  try {
    if (job.attempts >= attemptsAllowed) return await fail(services, row, job, brokenOff(row))
    const bytes = await files.read(row.sha256)
    const learned = [...(await listRegisterEntries(db)), ...(await findNamesTaughtFor(db, row.scopePath))]
    const file = { name: row.fileName, bytes, recognise: row.recognise, learned }
    const outcome = await reader.read(file, progress.note, signal)
    await progress.noted()
    if ('problem' in outcome) await fail(services, row, job, outcome.problem)
    else if ('unrecognised' in outcome) await setAside(services, row, job, outcome.unrecognised)
    else await finish(services, row, job, outcome)
  } catch (error) {
    await progress.noted()
    if (signal.aborted) return putBack(services, row, job)
    onError(error)
    if (error instanceof LeaseLost) return
    const problem = toProblem(error, row.id)
    // When that cannot be saved either, the job stands in line again; a job that is another's now is left alone.
    await fail(services, row, job, problem).catch(late => {
      if (!(late instanceof LeaseLost)) throw late
      onError(late)
    })
  }
}

/** What an earlier reading had found does not show any more. */
const nothingRead = readingFacts([])

type Read = Extract<ReadOutcome, { text: string }>

async function finish(services: ArchiveKeeping, row: DocumentRow, job: Job, read: Read): Promise<void> {
  const { kind, pages, encoding, text, readings } = read
  const change = { ...readingFacts(readings), kind, pages, encoding, state: 'read', progress: 1 } as const
  await conclude(services, row, job, 'document.read', change, tx => saveReadings(tx, row.id, text, readings))
}

async function setAside(
  services: ArchiveKeeping,
  row: DocumentRow,
  job: Job,
  { kind, pages }: Pick<DocumentRow, 'kind' | 'pages'>,
): Promise<void> {
  const change = { ...nothingRead, kind, pages, state: 'unrecognised', progress: 0 } as const
  await conclude(services, row, job, 'document.set-aside', change)
}

async function fail(
  services: ArchiveKeeping,
  row: DocumentRow,
  job: Job,
  problem: FileProblem,
): Promise<void> {
  await conclude(services, row, job, 'document.fail', {
    ...nothingRead,
    state: 'failed',
    progress: 0,
    problemCode: problem.code,
    problemDetails: JSON.stringify(problem.details).replaceAll('\\u0000', ''),
  })
}

/** One transaction: the row, what belongs to it, the audit entry, and the job out of the line. */
async function conclude(
  { db, clock }: ArchiveKeeping,
  row: DocumentRow,
  job: Job,
  action: string,
  change: Partial<DocumentRow>,
  save: (tx: Database) => Promise<void> = async () => undefined,
): Promise<void> {
  const deed = { actor: { kind: 'system', id: 'reader' } as const, action, object: row.id }
  await act(db, clock, deed, async (tx, entry) => {
    Object.assign(entry, about(row))
    const end = { ...change, leaseUntil: null, updatedAt: clock.now() }
    // First, so that the row is held until the rest is saved.
    if (!(await updateReading(tx, row, end))) throw new LeaseLost(`document ${row.id} was taken over`)
    await save(tx)
    await job.done(tx)
  })
}

async function putBack({ db }: ArchiveKeeping, row: DocumentRow, job: Job): Promise<void> {
  await db.transaction(async tx => {
    const waits = { state: 'waiting', progress: 0, leaseUntil: null } as const
    if (await updateReading(tx, row, waits)) await job.putBack(tx)
  })
}

function brokenOff({ fileName }: DocumentRow): FileProblem {
  const reason = `读取了 ${attemptsAllowed} 次，每次系统都中断，不再自动重试。`
  return { code: 'file-unreadable', details: { file: fileName, reason } }
}
