import type { UnpackedManuscript } from '@jianbao/intake'
import { wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { label, type Upload } from '@jianbao/platform/http'
import { about } from '../act-on-document.ts'
import type { ArchiveKeeping } from '../archive.services.ts'
import { findBySha } from '../document.store.ts'
import type { DocumentRow } from '../document.table.ts'
import { keepDocument, type Received } from '../receive-document.ts'
import type { BatchRow } from './batch.table.ts'
import type { KeptRefusal } from './batch.view.ts'

/** So many refused files are named: nobody reads more, and whoever looks on is sent them again and again. */
export const mostNamed = 500

/** What became of the files of a ZIP so far. */
export type Tally = {
  files: number
  known: number
  refused: number
  /** The first of the refused. */
  readonly named: KeptRefusal[]
  readonly seen: Set<string>
}

export const emptyTally = (): Tally => ({
  files: 0,
  known: 0,
  refused: 0,
  named: [],
  seen: new Set(),
})

/** Takes some files of a ZIP into the archive of its unit, each as if it had been uploaded by itself, and counts them. */
export async function takeIn(
  services: ArchiveKeeping,
  batch: BatchRow,
  entries: readonly UnpackedManuscript[],
  tally: Tally,
): Promise<void> {
  const { db, files, queue, limits } = services
  const uploads = await Promise.all(
    entries.map(async (entry): Promise<Upload[]> => {
      if ('problem' in entry) return []
      const file = await files.receive(entry.bytes, { limitBytes: limits.fileBytes })
      return [{ fileName: label(entry.fileName), file }]
    }),
  )
  // Two ZIPs that hold the same files wait for one another in the same order.
  const inOrder = uploads.flat().sort((a, b) => (a.file.sha256 < b.file.sha256 ? -1 : 1))
  try {
    const known = await db.transaction(tx => keepAll(services, tx, batch, inOrder))
    count(tally, batch, entries, inOrder, known)
  } finally {
    for (const { file } of inOrder) await file.discard()
  }
  queue.wake('read')
}

function count(
  tally: Tally,
  { id }: BatchRow,
  entries: readonly UnpackedManuscript[],
  uploads: readonly Upload[],
  known: ReadonlyMap<string, DocumentRow>,
): void {
  tally.files += entries.length
  for (const entry of entries) {
    if (!('problem' in entry)) continue
    const { fileName, problem } = entry
    tally.refused++
    if (tally.named.length < mostNamed)
      tally.named.push({ fileName, code: problem.code, details: problem.details })
  }
  for (const { sha256 } of uploads.map(({ file }) => file)) {
    const there = known.get(sha256)
    // What an earlier attempt at this batch took in is no old acquaintance, unless it stands in the ZIP twice.
    if (tally.seen.has(sha256) || (there && there.batchId !== id)) tally.known++
    tally.seen.add(sha256)
  }
}

/** One transaction for some files, so that the disk is waited for once; each has its own entry in the journal. */
async function keepAll(
  services: ArchiveKeeping,
  tx: Database,
  { id, unitId }: BatchRow,
  uploads: readonly Upload[],
): Promise<Map<string, DocumentRow>> {
  const known = new Map<string, DocumentRow>()
  for (const upload of uploads) {
    const { sha256 } = upload.file
    const there = await findBySha(tx, wholeScope, unitId, sha256)
    if (there) {
      known.set(sha256, there)
      continue
    }
    const deed = { actor: { kind: 'system', id: 'unpacker' } as const, action: 'document.receive' }
    const received = await act<Received>(
      tx,
      services.clock,
      { ...deed, object: ({ row }) => row.id },
      (inner, entry) => {
        Object.assign(entry, about({ fileName: upload.fileName, unitId }))
        return keepDocument(services, inner, wholeScope, upload, { kind: null, batchId: id, unitId })
      },
    )
    if (received.known) known.set(sha256, received.row)
  }
  return known
}
