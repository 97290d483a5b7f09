import { randomUUID } from 'node:crypto'
import { findIssueIds } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Act, Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Upload } from '@jianbao/platform/http'
import type { DocumentKind, UploadAnswer } from '../contract/index.ts'
import { about } from './act-on-document.ts'
import type { ArchiveServices } from './archive.services.ts'
import { isZip } from './batch/is-zip.ts'
import { addDocument, findBySha, lockContent } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'
import { viewDocument } from './document.view.ts'
import { homeUnit } from './home-unit.ts'
import { lineUp } from './line-up.ts'

/**
 * Takes an uploaded file in, for the caller's own unit: when this returns, its bytes are on disk and its row is
 * committed. The same bytes are one document of the unit, also when they arrive twice at once. What can never be read is not kept.
 * Throws `file-empty`, `file-too-large`, `file-not-text`, `file-is-zip` and the like.
 */
export async function receiveDocument(
  services: ArchiveServices,
  act: Act,
  upload: Upload,
  language: 'zh' | 'en',
): Promise<UploadAnswer> {
  const { file } = upload
  const answer = await tellKind(services, upload)
    .then(kind =>
      act<UploadAnswer>(
        ({ document }) => document.id,
        async (tx, scope, entry) => {
          const origin = { kind, batchId: null, unitId: homeUnit(scope) }
          const { row, known } = await keepDocument(services, tx, scope, upload, origin)
          Object.assign(entry, about(row))
          const issueIds = (await findIssueIds(tx, scope, [row.id])).get(row.id) ?? []
          return { document: viewDocument(row, issueIds, language), known }
        },
      ),
    )
    .finally(() => file.discard())
  services.queue.wake('read')
  return answer
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
  scope: Scope,
  { fileName, file }: Upload,
  origin: Pick<DocumentRow, 'kind' | 'batchId' | 'unitId'>,
): Promise<Received> {
  const { sha256, sizeBytes } = file
  await lockContent(tx, sha256)
  const there = await findBySha(tx, scope, origin.unitId, sha256)
  if (there) return { row: there, known: true }
  await file.keep()
  const now = services.clock.now()
  const values = { id: randomUUID(), sha256, fileName, sizeBytes, state: 'waiting', ...origin } as const
  const row = await addDocument(tx, { ...values, createdAt: now, updatedAt: now })
  await lineUp(services, tx, [row])
  return { row, known: false }
}
