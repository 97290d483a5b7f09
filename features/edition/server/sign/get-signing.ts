import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  type EditionSigning,
  type EditionStepRow,
  editionReaders,
  type SigningStep,
  settledEditions,
} from '../../contract/index.ts'
import { type EditionRow, getEditionRow, rolesAt, type Viewer } from '../edition.store.ts'
import { instant } from '../edition.view.ts'
import { readContent } from '../item/item.store.ts'
import { commentActionsOf, selectComments, viewComment } from './comment.store.ts'
import { listRounds } from './keep-round.ts'
import { holdersOf } from './tell-of-edition.ts'

/** Where an edition stands on its way to print. Throws `not-found`. */
export async function getSigning(
  tx: Database,
  viewer: Viewer,
  id: string,
  today: string,
): Promise<EditionSigning> {
  const row = await getEditionRow(tx, viewer, id, today)
  const own = hasPost(viewer.person, row)
  const mayComment = own && !settledEditions.includes(row.state)
  const items = await readContent(tx, row)
  const comments = (await selectComments(tx, id)).map(comment =>
    viewComment(comment, items, commentActionsOf(comment, viewer.person.id, mayComment)),
  )
  return {
    steps: await viewSteps(tx, row),
    comments,
    rounds: await listRounds(tx, id),
    mayComment,
    freeze: await readFreeze(tx, row, own),
  }
}

function hasPost(person: Person, { unitId }: EditionRow): boolean {
  const roles: readonly string[] = rolesAt(person, unitId)
  return editionReaders.some(role => roles.includes(role))
}

/** Steps with who may do them, and who did them in the round it is in. */
async function viewSteps(tx: Database, row: EditionRow): Promise<SigningStep[]> {
  const done = await rowsOf<Pick<EditionStepRow, 'action' | 'stepName' | 'byName'> & { at: string | Date }>(
    tx,
    sql`select action, step_name as "stepName", by_name as "byName", at from edition_step
      where edition_id = ${row.id} and round = ${row.round} and action in ('pass', 'sign', 'force') order by seq`,
  )
  const signed = row.signedAt !== null
  const steps: SigningStep[] = []
  for (const [at, step] of row.chain.entries()) {
    const holders = (await holdersOf(tx, step, row.unitId)).map(({ name }) => name)
    const deed = done.findLast(({ stepName }) => stepName === step.name)
    const passed = (row.state === 'signing' || signed) && (at < row.step || (signed && deed !== undefined))
    const state = passed ? 'done' : row.state === 'signing' && at === row.step ? 'here' : 'ahead'
    const by = passed && deed ? deed : null
    steps.push({ ...step, holders, state, byName: by?.byName ?? null, at: by ? instant(by.at) : null })
  }
  return steps
}

async function readFreeze(
  tx: Database,
  { id, state }: EditionRow,
  own: boolean,
): Promise<EditionSigning['freeze']> {
  if (state !== 'signed') return null
  const [freeze] = await rowsOf<{ problem: string | null; tried: number; at: string | Date }>(
    tx,
    sql`select problem, tried, at from edition_freeze where edition_id = ${id}`,
  )
  return freeze ? { ...freeze, at: instant(freeze.at), mayRetry: own && freeze.problem !== null } : null
}
