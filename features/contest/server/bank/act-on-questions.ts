/** 审核、停用、恢复、删除: of one question, or of many at once. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import {
  actionsOfQuestion,
  isOpenAction,
  type ManyDone,
  type QuestionAction,
  type QuestionDeed,
  questionFlow,
} from '../../contract/index.ts'
import { type BankActor, rolesAt } from './bank.services.ts'
import { holdBank } from './bank.store.ts'
import { holdQuestion, type QuestionRow, selectQuestions, shortStem } from './question.store.ts'

/** Throws `question-settled`, `question-own-review`, or `not-found` for whom it is not. */
export function requireAction(
  action: QuestionAction,
  row: QuestionRow,
  who: { readonly id: string; readonly roles: readonly string[] },
): void {
  if (!isOpenAction(action, row.state)) throw new Problem('question-settled', { stem: shortStem(row.stem) })
  if (actionsOfQuestion(row, who).includes(action)) return
  const held = actionsOfQuestion({ ...row, writtenBy: '' }, who)
  throw new Problem(held.includes(action) ? 'question-own-review' : 'not-found')
}

/** Returns pictures that may be nobody's any more. */
export async function actOnQuestion(
  tx: Database,
  actor: BankActor,
  deed: QuestionDeed,
  asked: { readonly id: string; readonly version: number },
  entry: EntryDraft,
): Promise<string[]> {
  const row = await holdQuestion(tx, actor.scope, asked)
  requireAction(deed, row, { id: actor.person.id, roles: rolesAt(actor.person, row.path) })
  entry.words = shortStem(row.stem)
  entry.unitId = row.unitId
  entry.before = { state: row.state }
  entry.after = { state: questionFlow[deed].to }
  await carryOut(tx, actor, deed, [row.id])
  return deed === 'remove' && row.pictureId ? [row.pictureId] : []
}

/** Does what can be done of it and tells what was left alone. Throws `not-found` for the bank. */
export async function actOnMany(
  tx: Database,
  actor: BankActor,
  deed: QuestionDeed,
  { bankId, ids }: { readonly bankId: string; readonly ids: readonly string[] },
  entry: EntryDraft,
): Promise<{ done: ManyDone; pictures: string[] }> {
  const bank = await holdBank(tx, actor.scope, bankId)
  const who = { id: actor.person.id, roles: rolesAt(actor.person, bank.path) }
  const wanted = sql`q.bank_id = ${bank.id} and q.id = any(${`{${ids.join(',')}}`}::uuid[])`
  const rows = await selectQuestions(tx, actor.scope, wanted, sql`order by q.id for update of q`)
  const open = rows.filter(row => isOpenAction(deed, row.state))
  const taken = open.filter(row => actionsOfQuestion(row, who).includes(deed))
  await carryOut(
    tx,
    actor,
    deed,
    taken.map(({ id }) => id),
  )
  entry.words = bank.name
  entry.unitId = bank.unitId
  entry.after = { questions: taken.length, ids: taken.map(({ id }) => id) }
  return {
    done: { done: taken.length, own: open.length - taken.length, settled: ids.length - open.length },
    pictures: deed === 'remove' ? taken.flatMap(({ pictureId }) => pictureId ?? []) : [],
  }
}

async function carryOut(
  tx: Database,
  { person, now }: BankActor,
  deed: QuestionDeed,
  ids: readonly string[],
): Promise<void> {
  const these = sql`id = any(${`{${ids.join(',')}}`}::uuid[])`
  if (deed === 'remove') await tx.execute(sql`delete from contest_bank_question where ${these}`)
  else {
    const approved = deed === 'approve'
    await tx.execute(sql`update contest_bank_question set state = ${questionFlow[deed].to},
      reviewed_by = ${approved ? person.id : null}, reviewed_name = ${approved ? person.name : null},
      updated_at = ${now.toISOString()}, version = version + 1 where ${these}`)
  }
}
