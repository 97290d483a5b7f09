import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/access'
import type { Upload } from '@jianbao/platform/http'
import type { Batch } from '../../contract/index.ts'
import { about } from '../act-on-document.ts'
import type { ArchiveServices } from '../archive.services.ts'
import { lockContent } from '../document.store.ts'
import { homeUnit } from '../home-unit.ts'
import { addBatch } from './batch.store.ts'
import { isZip } from './is-zip.ts'
import { getBatch } from './list-batches.ts'

/**
 * Takes a ZIP in, for the caller's own unit: when this returns, its bytes are on disk and its row is committed; it is
 * unpacked afterwards.
 * Throws `file-not-zip`.
 */
export async function receiveBatch(
  services: ArchiveServices,
  act: Act,
  upload: Upload,
  language: 'zh' | 'en',
): Promise<Batch> {
  const { clock, queue } = services
  const { fileName, file } = upload
  const { sha256, sizeBytes } = file
  const id = randomUUID()
  try {
    if (!isZip(await file.head(4))) throw new Problem('file-not-zip', { file: fileName })
    const batch = await act(id, async (tx, scope, entry) => {
      await lockContent(tx, sha256)
      await file.keep()
      const now = clock.now()
      const values = {
        id,
        unitId: homeUnit(scope),
        sha256,
        fileName,
        sizeBytes,
        state: 'waiting',
        createdAt: now,
        updatedAt: now,
      } as const
      await addBatch(tx, values)
      Object.assign(entry, about(values))
      await queue.send(tx, 'unpack', [id])
      return getBatch(tx, scope, id, language)
    })
    queue.wake('unpack')
    return batch
  } finally {
    await file.discard()
  }
}
