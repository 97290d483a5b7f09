/** Carries one waiting batch to `unpacked`, a document for every file of it, or to `failed`. */
import { Problem } from '@jianbao/errors'
import { type UnpackedManuscript, unpackManuscripts } from '@jianbao/intake'
import { act } from '@jianbao/platform/audit'
import { toProblem } from '@jianbao/platform/http'
import type { Job } from '@jianbao/platform/jobs'
import { notify } from '@jianbao/platform/notify'
import { about } from '../act-on-document.ts'
import type { ArchiveKeeping } from '../archive.services.ts'
import { noteProgress } from '../note-progress.ts'
import { selectUnpackedSince, updateUnpacking } from './batch.store.ts'
import type { BatchRow } from './batch.table.ts'
import { emptyTally, type Tally, takeIn } from './take-in.ts'

/** Ten years of one office's bulletins are a few hundred files. */
const maxFiles = 20_000
/** A ZIP may grow to so many times the most that may be sent; a bomb grows a thousandfold. */
const growth = 4
/** A week: whoever starts less often has swept before. */
const sweptForMs = 7 * 24 * 3_600_000
const handful = 8
const handfulBytes = 4 * 1024 * 1024
/** After so many attempts over which the process died, the batch is taken to be the reason; a large one takes hours. */
const attemptsAllowed = 10

export type UnpackServices = ArchiveKeeping & { readonly onError: (error: unknown) => void }

/**
 * Unpacks a batch whose job was taken. Begun anew after a kill it finds what it took in before, so nothing is there
 * twice and the numbers come out the same. Every error ends in its row; the stop of the server puts it back in line.
 */
export async function unpackBatch(
  services: UnpackServices,
  batch: BatchRow,
  job: Job,
  signal: AbortSignal,
): Promise<void> {
  const { db, onError } = services
  const tally = emptyTally()
  const progress = noteProgress(() => updateUnpacking(db, batch.id, numbers(tally)), onError)
  try {
    if (job.attempts >= attemptsAllowed) throw brokenOff(batch)
    for await (const entries of inHandfuls(entriesOf(services, batch))) {
      if (signal.aborted) return await putBack(services, batch, job)
      await takeIn(services, batch, entries, tally)
      progress.note(0)
    }
    await progress.noted()
    await conclude(services, batch, job, { state: 'unpacked', ...numbers(tally) })
  } catch (error) {
    await progress.noted()
    const problem = toProblem(error, batch.id)
    if (!(error instanceof Problem)) onError(error)
    await conclude(services, batch, job, {
      state: 'failed',
      // What an earlier attempt had counted stands when this one came to nothing.
      ...(tally.files ? numbers(tally) : {}),
      problemCode: problem.code,
      // The reader knows the ZIP by where it lies; people know it by its name.
      problemDetails: JSON.stringify({ ...problem.details, file: batch.fileName }),
    })
  }
}

function entriesOf({ files, limits }: ArchiveKeeping, { sha256 }: BatchRow) {
  const { fileBytes, batchBytes } = limits
  return unpackManuscripts(files.path(sha256), {
    limitBytes: fileBytes,
    maxFiles,
    maxTotalBytes: batchBytes * growth,
  })
}

/** A few at a time share one wait for the disk; large ones go alone, so that few bytes are ever held. */
async function* inHandfuls(entries: AsyncIterable<UnpackedManuscript>): AsyncGenerator<UnpackedManuscript[]> {
  let some: UnpackedManuscript[] = []
  let sizeBytes = 0
  for await (const entry of entries) {
    some.push(entry)
    if ('bytes' in entry) sizeBytes += entry.bytes.length
    if (some.length < handful && sizeBytes < handfulBytes) continue
    yield some
    some = []
    sizeBytes = 0
  }
  if (some.length) yield some
}

function numbers({ files, known, refused, named }: Tally): Partial<BatchRow> {
  return { files, known, refused, refusedJson: JSON.stringify(named).replaceAll('\\u0000', '') }
}

/** One transaction: the row, the audit entry, and the job out of the line; then the ZIP itself is needed no more. */
async function conclude(
  services: ArchiveKeeping,
  batch: BatchRow,
  job: Job,
  change: Partial<BatchRow> & Pick<BatchRow, 'state'>,
): Promise<void> {
  const { db, clock } = services
  const action = change.state === 'failed' ? 'batch.fail' : 'batch.unpack'
  const deed = { actor: { kind: 'system', id: 'unpacker' } as const, action, object: batch.id }
  await act(db, clock, deed, async (tx, entry) => {
    Object.assign(entry, about(batch))
    await updateUnpacking(tx, batch.id, { ...change, updatedAt: clock.now() })
    await job.done(tx)
    await notify(tx, {
      to: batch.personId === null ? [] : [batch.personId],
      kind: change.state === 'failed' ? 'batch.failed' : 'batch.unpacked',
      details: { file: batch.fileName, files: change.files ?? batch.files },
      link: `/documents?batch=${batch.id}`,
      at: clock.now(),
    })
  })
  await services.sweep(batch.sha256)
}

/** Takes away what is left of ZIPs when a process died between their end and their removal. */
export async function sweepUnpacked(services: ArchiveKeeping): Promise<void> {
  const since = new Date(services.clock.now().getTime() - sweptForMs)
  for (const sha256 of await selectUnpackedSince(services.db, since)) await services.sweep(sha256)
}

async function putBack({ db }: ArchiveKeeping, { id }: BatchRow, job: Job): Promise<void> {
  await db.transaction(async tx => {
    await updateUnpacking(tx, id, { state: 'waiting' })
    await job.putBack(tx)
  })
}

function brokenOff({ fileName }: BatchRow): Problem {
  const reason = `解压了 ${attemptsAllowed} 次，每次系统都中断，不再自动重试。已经收下的文件都在，其余的请分成几个压缩包再试。`
  return new Problem('file-unreadable', { file: fileName, reason })
}
