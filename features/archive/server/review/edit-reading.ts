/** One step of the review inside the caller's transaction: a correction, its undoing, its redoing. */
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { ReviewEdit } from '../../contract/index.ts'
import type { DocumentRow } from '../document.table.ts'
import { holdReviewed } from './accept-document.ts'
import { applyEdit, type ReviewState } from './apply-edit.rules.ts'
import { applyChange, type Change, changeBetween, type Json } from './change.rules.ts'
import { cleanWords } from './clean-words.rules.ts'
import { learnedRegister, learnName, markLearnedUndone } from './learned-names.ts'
import type { Reviewer } from './review.claim.ts'
import {
  addEntry,
  findEntry,
  findSteps,
  type LoadedState,
  loadState,
  markUndone,
  saveState,
} from './review.store.ts'

/** The state after a step and the version it is. */
export type Step = { readonly state: LoadedState; readonly version: number }

/**
 * Corrects one thing; what changes nothing leaves no trace. Throws `not-found`, `review-held`, `not-now`, `review-stale`
 * when the edit was made on an older version, `review-place-gone`; then nothing is changed.
 */
export async function editReading(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  order: { version: number; edit: ReviewEdit },
): Promise<Step> {
  const row = await holdVersion(tx, scope, id, reviewer, order.version)
  const before = await loadState(tx, scope, id)
  const edit = cleanWords(order.edit)
  const given = { raw: before.text, register: await learnedRegister(tx, scope, row.scopePath) }
  const applied = applyEdit(before, edit, given)
  const [old, now] = [stateOf(before), stateOf(applied.state)]
  const forth = changeBetween(old as Json, now as Json)
  if (!forth) return { state: before, version: row.version }
  const { person, now: at } = reviewer
  const seq = await addEntry(tx, scope, {
    documentId: id,
    deed: 'edit',
    editJson: JSON.stringify(edit),
    backJson: JSON.stringify(changeBetween(now as Json, old as Json)),
    forthJson: JSON.stringify(forth),
    before: applied.before,
    after: applied.after,
    byId: person.id,
    byName: person.name,
    at,
  })
  if (applied.learned)
    await learnName(tx, {
      ...applied.learned,
      unitId: row.unitId,
      documentId: id,
      seq,
      byId: person.id,
      byName: person.name,
      at,
    })
  return finish(tx, scope, row, reviewer, { ...before, ...now })
}

/** Undoes the last correction that stands. Throws as `editReading`, and `not-now` when there is none. */
export async function undoEdit(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  version: number,
): Promise<Step> {
  return step(tx, scope, id, reviewer, version, 'undo')
}

/** Does again what was undone last. Throws as `undoEdit`. */
export async function redoEdit(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  version: number,
): Promise<Step> {
  return step(tx, scope, id, reviewer, version, 'redo')
}

async function step(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  version: number,
  way: 'undo' | 'redo',
): Promise<Step> {
  const row = await holdVersion(tx, scope, id, reviewer, version)
  const seq = (await findSteps(tx, scope, id))[way]
  const entry = seq === null ? null : await findEntry(tx, scope, id, seq)
  const json = way === 'undo' ? entry?.backJson : entry?.forthJson
  if (!entry || !json)
    throw new Problem('not-now', {
      reason: way === 'undo' ? '没有可以撤销的改动。' : '没有可以恢复的改动。',
    })
  const before = await loadState(tx, scope, id)
  const change = JSON.parse(json) as Change | null
  const now = applyChange(stateOf(before) as Json, change) as unknown as ReviewState
  await markUndone(tx, scope, id, entry.seq, way === 'undo')
  await markLearnedUndone(tx, scope, id, entry.seq, way === 'undo')
  return finish(tx, scope, row, reviewer, { ...before, ...now })
}

async function holdVersion(
  tx: Database,
  scope: Scope,
  id: string,
  reviewer: Reviewer,
  version: number,
): Promise<DocumentRow> {
  const row = await holdReviewed(tx, scope, id, 'edit', reviewer)
  if (row.version !== version) throw new Problem('review-stale')
  return row
}

async function finish(
  tx: Database,
  scope: Scope,
  row: DocumentRow,
  reviewer: Reviewer,
  state: LoadedState,
): Promise<Step> {
  const version = row.version + 1
  await saveState(tx, scope, { id: row.id, version, at: reviewer.now }, state)
  return { state, version }
}

function stateOf({ readings, settled, corrections }: ReviewState): ReviewState {
  return { readings, settled, corrections }
}
