import type { Database } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import { isNeeded } from './batch/batch.store.ts'
import { lockContent } from './document.store.ts'

/**
 * Takes bytes away unless the same file came again meanwhile, is another unit's too, or is a ZIP that waits. As the
 * owner of the database: whoever removed a document need not see who else has it.
 */
export async function sweepBytes(db: Database, files: FileStore, sha256: string): Promise<void> {
  await db.transaction(async tx => {
    await lockContent(tx, sha256)
    if (!(await isNeeded(tx, sha256))) await files.remove(sha256)
  })
}
