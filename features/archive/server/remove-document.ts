import { removeIssues } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/access'
import { mayAct } from '../contract/index.ts'
import { actOnDocument } from './act-on-document.ts'
import type { ArchiveServices } from './archive.services.ts'
import { deleteDocument, holdDocumentRow } from './document.store.ts'
import { refuseOtherPeople } from './review/review.claim.ts'

/** Removes a document, its issues and its bytes. Throws `not-found`, `not-now` while it is being read, `review-held`. */
export async function removeDocument(
  services: ArchiveServices,
  act: Act,
  id: string,
  personId: string,
): Promise<void> {
  const sha256 = await actOnDocument(act, id, async (tx, scope) => {
    const row = await holdDocumentRow(tx, scope, id)
    if (!row) throw new Problem('not-found')
    if (!mayAct('remove', row.state)) throw new Problem('not-now', { reason: '文件正在读取，请稍候再删除。' })
    await refuseOtherPeople(tx, scope, id, personId, services.clock.now())
    await removeIssues(tx, scope, id)
    await deleteDocument(tx, scope, id)
    return row.sha256
  })
  // After the commit, so that a transaction rolled back has lost no bytes.
  await services.sweep(sha256)
}
