import type { UnpackedManuscript } from '@jianbao/intake'
import { act } from '@jianbao/platform/audit'
import { label } from '@jianbao/platform/http'
import type { ArchiveServices } from '../archive.services.ts'
import { findBySha } from '../document.store.ts'
import { keepDocument, type Received } from '../receive-document.ts'
import type { BatchRow } from './batch.table.ts'
import type { KeptRefusal } from './batch.view.ts'

/** What became of the files of a ZIP so far. */
export type Tally = {
  files: number
  known: number
  readonly refused: KeptRefusal[]
  readonly seen: Set<string>
}

export const emptyTally = (): Tally => ({ files: 0, known: 0, refused: [], seen: new Set() })

/** Takes one file of a ZIP into the archive, as if it had been uploaded by itself, and counts it. */
export async function takeIn(
  services: ArchiveServices,
  batch: BatchRow,
  entry: UnpackedManuscript,
  tally: Tally,
): Promise<void> {
  tally.files++
  const { fileName } = entry
  if ('problem' in entry) {
    tally.refused.push({ fileName, code: entry.problem.code, details: entry.problem.details })
    return
  }
  const { db, clock, files, queue, limits } = services
  const file = await files.receive(entry.bytes, { limitBytes: limits.fileBytes })
  try {
    const there = await findBySha(db, file.sha256)
    // What an earlier attempt at this batch took in is no old acquaintance, unless it stands in the ZIP twice.
    if (there ? there.batchId !== batch.id || tally.seen.has(file.sha256) : false) tally.known++
    tally.seen.add(file.sha256)
    if (there) return
    const deed = { actor: { kind: 'system', id: 'unpacker' } as const, action: 'document.receive' }
    const upload = { fileName: label(fileName), file }
    const origin = { kind: null, batchId: batch.id }
    const received = await act<Received>(db, clock, { ...deed, object: ({ row }) => row.id }, tx =>
      keepDocument(services, tx, upload, origin),
    )
    if (received.known) tally.known++
    queue.wake('read')
  } finally {
    await file.discard()
  }
}
