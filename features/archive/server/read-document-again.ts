import { Problem } from '@jianbao/errors'
import type { Act, Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { type DocumentAction, type DocumentSummary, mayAct } from '../contract/index.ts'
import { actOnDocument } from './act-on-document.ts'
import type { ArchiveServices } from './archive.services.ts'
import { changeDocument, holdDocumentRow } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'
import { mayBeRecognised } from './document.view.ts'
import { lineUp } from './line-up.ts'
import { getDocumentSummary } from './list-documents.ts'
import { refuseOtherPeople } from './review/review.claim.ts'

/** Puts a document in line to be read anew; what was corrected in it is thrown away with the old reading. Throws `not-found`, `not-now`, `review-held`. */
export async function readDocumentAgain(
  services: ArchiveServices,
  act: Act,
  id: string,
  personId: string,
  language: 'zh' | 'en',
): Promise<DocumentSummary> {
  const summary = await actOnDocument(act, id, async (tx, scope) => {
    const row = await holdFor(tx, scope, id, 'readAgain')
    await refuseOtherPeople(tx, scope, id, personId, services.clock.now())
    await waitAnew(services, tx, scope, row)
    return getDocumentSummary(tx, scope, id, language)
  })
  services.queue.wake()
  return summary
}

/** The same, and this time the letters of its pictures are read too. Throws `not-found`, `not-now`, `review-held`. */
export async function recogniseDocument(
  services: ArchiveServices,
  act: Act,
  id: string,
  personId: string,
  language: 'zh' | 'en',
): Promise<DocumentSummary> {
  const summary = await actOnDocument(act, id, async (tx, scope) => {
    const row = await holdFor(tx, scope, id, 'recognise')
    await refuseOtherPeople(tx, scope, id, personId, services.clock.now())
    if (!mayBeRecognised(row)) throw new Problem('not-now', { reason: '这份文件里没有需要识别的图片。' })
    await waitAnew(services, tx, scope, { ...row, recognise: true })
    return getDocumentSummary(tx, scope, id, language)
  })
  services.queue.wake()
  return summary
}

async function holdFor(tx: Database, scope: Scope, id: string, action: DocumentAction): Promise<DocumentRow> {
  const row = await holdDocumentRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  if (mayAct(action, row.state)) return row
  const reason = row.state === 'accepted' ? '文件已入库，请先退回审核。' : '文件还在读取或等待读取，请稍候。'
  throw new Problem('not-now', { reason })
}

async function waitAnew(
  services: ArchiveServices,
  tx: Database,
  scope: Scope,
  row: DocumentRow,
): Promise<void> {
  await changeDocument(tx, scope, row.id, {
    state: 'waiting',
    recognise: row.recognise,
    progress: 0,
    problemCode: null,
    problemDetails: null,
    version: row.version + 1,
    updatedAt: services.clock.now(),
  })
  await lineUp(services, tx, [row])
}
