import { randomUUID } from 'node:crypto'
import { findIssueIds } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Upload } from '@jianbao/platform/http'
import type { DocumentKind, UploadAnswer } from '../contract/index.ts'
import type { ArchiveServices } from './archive.services.ts'
import { isZip } from './batch/is-zip.ts'
import { findBySha, lockContent } from './document.store.ts'
import { type DocumentRow, documentTable } from './document.table.ts'
import { viewDocument } from './document.view.ts'
import { lineUp } from './line-up.ts'

/**
 * Takes an uploaded file in: when this returns, its bytes are on disk and its row is committed. The same bytes are one
 * document, also when they arrive twice at once. What can never be read is not kept.
 * Throws `file-empty`, `file-too-large`, `file-not-text`, `file-is-zip` and the like.
 */
export async function receiveDocument(
  services: ArchiveServices,
  act: Act,
  upload: Upload,
  language: 'zh' | 'en',
): Promise<UploadAnswer> {
  const { queue, db } = services
  const { file } = upload
  const received = await tellKind(services, upload)
    .then(kind =>
      act<Received>(
        ({ row }) => row.id,
        tx => keepDocument(services, tx, upload, { kind, batchId: null }),
      ),
    )
    .finally(() => file.discard())
  queue.wake('read')
  const issueIds = (await findIssueIds(db, [received.row.id])).get(received.row.id) ?? []
  return { document: viewDocument(received.row, issueIds, language), known: received.known }
}

/** A ZIP is no manuscript: whoever sends one here is told where it belongs. */
async function tellKind({ checker }: ArchiveServices, { fileName, file }: Upload): Promise<DocumentKind> {
  try {
    return await checker.check({ name: fileName, load: () => file.read() })
  } catch (error) {
    const refused = error instanceof Problem && error.code === 'file-not-text'
    if (refused && isZip(await file.head(4))) throw new Problem('file-is-zip', { file: fileName })
    throw error
  }
}

export type Received = { readonly row: DocumentRow; readonly known: boolean }

/** Keeps the bytes, writes the row and puts it in line, inside the caller's transaction; known bytes are found again. */
export async function keepDocument(
  services: Pick<ArchiveServices, 'clock' | 'queue'>,
  tx: Database,
  { fileName, file }: Upload,
  origin: Pick<DocumentRow, 'kind' | 'batchId'>,
): Promise<Received> {
  const { sha256, sizeBytes } = file
  await lockContent(tx, sha256)
  const there = await findBySha(tx, sha256)
  if (there) return { row: there, known: true }
  await file.keep()
  const now = services.clock.now()
  const values = { id: randomUUID(), sha256, fileName, sizeBytes, state: 'waiting', ...origin } as const
  const rows = await tx
    .insert(documentTable)
    .values({ ...values, createdAt: now, updatedAt: now })
    .returning()
  await lineUp(services, tx, rows)
  return { row: rows[0]!, known: false }
}
