import { findIssueIds, findSameIssues } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { mayAct, type Review, type ReviewEdit, type ReviewEntry } from '../../contract/index.ts'
import { findDocumentRow } from '../document.store.ts'
import type { DocumentRow } from '../document.table.ts'
import { viewDocument } from '../document.view.ts'
import { findDoubts } from './doubts.rules.ts'
import type { Step } from './edit-reading.ts'
import { findClaim, isMine, type Reviewer } from './review.claim.ts'
import { emptyState, findSteps, loadState, type ShownEntry, selectEntries } from './review.store.ts'

const shownEntries = 200

/** The review of a document as one reviewer sees it; `known` saves loading what a step just wrote. Throws `not-found`. */
export async function viewReview(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  language: 'zh' | 'en',
  known?: Step,
): Promise<Review> {
  const row = await findDocumentRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  const shown = row.state === 'read' || row.state === 'accepted'
  const state =
    known?.version === row.version ? known.state : shown ? await loadState(tx, scope, id) : emptyState
  const issueIds = (await findIssueIds(tx, scope, [id])).get(id) ?? []
  const claim = await findClaim(tx, scope, id, reviewer.now)
  const mine = claim !== null && isMine(claim, reviewer)
  return {
    document: viewDocument(row, issueIds, language),
    version: row.version,
    text: state.text,
    readings: [...state.readings],
    doubts: findDoubts(state.readings, new Set(state.settled)),
    sameIssues: await findSameIssues(tx, scope, id, state.readings),
    history: (await selectEntries(tx, scope, id, shownEntries)).map(viewEntry),
    claim: claim && { by: claim.byName, mine, until: claim.until.toISOString() },
    may: claim && !mine ? ['take-over'] : await deeds(tx, scope, row),
  }
}

async function deeds(tx: Database, scope: Scope, row: DocumentRow): Promise<Review['may']> {
  if (mayAct('reopen', row.state)) return ['reopen']
  if (!mayAct('edit', row.state)) return []
  const steps = await findSteps(tx, scope, row.id)
  return [
    'edit',
    ...(steps.undo === null ? [] : (['undo'] as const)),
    ...(steps.redo === null ? [] : (['redo'] as const)),
    'accept',
  ]
}

function viewEntry({ seq, deed, editJson, before, after, byName, at, undone }: ShownEntry): ReviewEntry {
  const edit = editJson === null ? null : (JSON.parse(editJson) as ReviewEdit)
  return { seq, deed, edit, before, after, by: byName, at: at.toISOString(), undone }
}
