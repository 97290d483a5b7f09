import { randomUUID } from 'node:crypto'
import { findIssueIds } from '@jianbao/bulletin/server'
import type { Act } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import type { Upload } from '@jianbao/platform/http'
import type { UploadAnswer } from '../contract/index.ts'
import type { ArchiveServices } from './archive.services.ts'
import { findBySha, lockContent } from './document.store.ts'
import { type DocumentRow, documentTable } from './document.table.ts'
import { viewDocument } from './document.view.ts'

/**
 * Takes an uploaded file in: when this returns, its bytes are on disk and its row is committed. The same bytes are one
 * document, also when they arrive twice at once. What can never be read is not kept.
 * Throws `file-empty`, `file-too-large`, `file-not-text`, `file-encoding`.
 */
export async function receiveDocument(
  services: ArchiveServices,
  act: Act,
  upload: Upload,
  language: 'zh' | 'en',
): Promise<UploadAnswer> {
  const { checker, queue, db } = services
  const { fileName, file } = upload
  const received = await checker
    .check({ name: fileName, load: () => file.read() })
    .then(() => keepDocument(services, act, upload))
    .finally(() => file.discard())
  queue.wake()
  const issueIds = (await findIssueIds(db, [received.row.id])).get(received.row.id) ?? []
  return { document: viewDocument(received.row, issueIds, language), known: received.known }
}

type Received = { readonly row: DocumentRow; readonly known: boolean }

async function keepDocument({ clock }: ArchiveServices, act: Act, upload: Upload) {
  const { sha256, sizeBytes } = upload.file
  const id = randomUUID()
  const work = async (tx: Database): Promise<Received> => {
    await lockContent(tx, sha256)
    const there = await findBySha(tx, sha256)
    if (there) return { row: there, known: true }
    await upload.file.keep()
    const now = clock.now()
    const rows = await tx
      .insert(documentTable)
      .values({
        id,
        sha256,
        fileName: upload.fileName,
        sizeBytes,
        state: 'waiting',
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    return { row: rows[0]!, known: false }
  }
  // Receiving a known file is an action on the document that was there.
  return act(({ row }) => row.id, work)
}
