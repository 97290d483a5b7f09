/** A reviewed document becomes part of the archive: its issues, articles, events, figures and the search index. */
import { findSameIssues, recordIssues } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { type DocumentAction, documentFlow, mayAct } from '../../contract/index.ts'
import { changeDocument, holdDocumentRow } from '../document.store.ts'
import type { DocumentRow } from '../document.table.ts'
import { recordedIssues, recordFacts } from '../find/index.ts'
import { endClaim, type Reviewer, refuseOthers, takeClaim } from './review.claim.ts'
import { addEntry, loadState } from './review.store.ts'

/**
 * Accepts a document inside the caller's transaction; its issues belong to its unit. An issue that was accepted before keeps its id and whether it is
 * published. Throws `not-found`, `not-now`, `review-held`, and `review-stale` when `version` is no longer the newest.
 */
export async function acceptDocument(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  wish: { version?: number; withoutDoubts?: boolean } = {},
): Promise<void> {
  const row = await holdReviewed(tx, scope, id, 'accept', reviewer)
  if (wish.version !== undefined && wish.version !== row.version) throw new Problem('review-stale')
  if (wish.withoutDoubts && row.doubts > 0)
    throw new Problem('not-now', { reason: `还有 ${row.doubts} 处存疑没有核对，请打开逐一核对后入库。` })
  const { readings } = await loadState(tx, scope, id)
  if (wish.withoutDoubts && (await findSameIssues(tx, scope, id, readings)).length)
    throw new Problem('not-now', { reason: '这一期已经有一份入库，请打开看看是不是同一期，再决定是否入库。' })
  const source = { documentId: id, unitId: row.unitId, at: reviewer.now }
  const issueIds = await recordIssues(tx, scope, source, readings)
  await recordFacts(tx, scope, await recordedIssues(tx, scope, issueIds, readings))
  await conclude(tx, scope, row, 'accept', reviewer)
  await endClaim(tx, scope, id)
}

/** Takes an accepted document back into review; its issue stays as it is until it is accepted again. The page has it. */
export async function reopenDocument(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
): Promise<void> {
  await conclude(tx, scope, await holdReviewed(tx, scope, id, 'reopen', reviewer), 'reopen', reviewer)
  if (reviewer.page) await takeClaim(tx, scope, id, reviewer.page, false, reviewer)
}

/** The row, held until the transaction ends. Throws `not-found`. */
export async function holdExisting(tx: Database, scope: Scope, id: string): Promise<DocumentRow> {
  const row = await holdDocumentRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  return row
}

/** The row, held until the transaction ends, when `action` may be done on it now and nobody else has it open. */
export async function holdReviewed(
  tx: Database,
  scope: Scope,
  id: string,
  action: Extract<DocumentAction, 'edit' | 'accept' | 'reopen'>,
  reviewer: Reviewer,
): Promise<DocumentRow> {
  const row = await holdExisting(tx, scope, id)
  await refuseOthers(tx, scope, id, reviewer)
  if (mayAct(action, row.state)) return row
  const accepted = row.state === 'accepted'
  throw new Problem('not-now', {
    reason: accepted ? '文稿已经入库，要改请先退回审核。' : '文稿还没有读取好，或已不在审核中。',
  })
}

async function conclude(
  tx: Database,
  scope: Scope,
  row: DocumentRow,
  deed: 'accept' | 'reopen',
  reviewer: Reviewer,
): Promise<void> {
  const { person, now } = reviewer
  await changeDocument(tx, scope, row.id, { state: documentFlow[deed].to, updatedAt: now })
  await addEntry(tx, scope, { documentId: row.id, deed, byId: person.id, byName: person.name, at: now })
}
