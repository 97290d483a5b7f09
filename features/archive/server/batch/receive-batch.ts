import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/access'
import type { Upload } from '@jianbao/platform/http'
import type { ArchiveServices } from '../archive.services.ts'
import { lockContent } from '../document.store.ts'
import { batchTable } from './batch.table.ts'
import { isZip } from './is-zip.ts'

/**
 * Takes a ZIP in: when this returns its id, its bytes are on disk and its row is committed; it is unpacked afterwards.
 * Throws `file-not-zip`.
 */
export async function receiveBatch(services: ArchiveServices, act: Act, upload: Upload): Promise<string> {
  const { clock, queue } = services
  const { fileName, file } = upload
  const { sha256, sizeBytes } = file
  const id = randomUUID()
  try {
    if (!isZip(await file.head(4))) throw new Problem('file-not-zip', { file: fileName })
    await act(id, async tx => {
      await lockContent(tx, sha256)
      await file.keep()
      const now = clock.now()
      const values = {
        id,
        sha256,
        fileName,
        sizeBytes,
        state: 'waiting',
        createdAt: now,
        updatedAt: now,
      } as const
      await tx.insert(batchTable).values(values)
      await queue.send(tx, 'unpack', [id])
    })
  } finally {
    await file.discard()
  }
  queue.wake('unpack')
  return id
}
