import { removeIssues } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/access'
import { type Database, eq } from '@jianbao/platform/db'
import { mayAct } from '../contract/index.ts'
import type { ArchiveServices } from './archive.services.ts'
import { isNeeded } from './batch/batch.store.ts'
import { holdDocumentRow, lockContent } from './document.store.ts'
import { documentTable } from './document.table.ts'
import { refuseOtherPeople } from './review/review.claim.ts'

/** Removes a document, its issues and its bytes. Throws `not-found`, `not-now` while it is being read, `review-held`. */
export async function removeDocument(
  services: ArchiveServices,
  act: Act,
  id: string,
  personId: string,
): Promise<void> {
  const sha256 = await act(id, async tx => {
    const row = await holdDocumentRow(tx, id)
    if (!row) throw new Problem('not-found')
    if (!mayAct('remove', row.state)) throw new Problem('not-now', { reason: '文件正在读取，请稍候再删除。' })
    await refuseOtherPeople(tx, id, personId, services.clock.now())
    await removeIssues(tx, id)
    await tx.delete(documentTable).where(eq(documentTable.id, id))
    return row.sha256
  })
  await sweepBytes(services, sha256)
}

/** After the commit, so that a transaction rolled back has lost no bytes; unless the same file came again meanwhile, or is a ZIP that waits. */
async function sweepBytes({ db, files }: ArchiveServices, sha256: string): Promise<void> {
  await db.transaction(async (tx: Database) => {
    await lockContent(tx, sha256)
    if (!(await isNeeded(tx, sha256))) await files.remove(sha256)
  })
}
