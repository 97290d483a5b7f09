import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import type { QuestionWithdrawal } from '../../contract/index.ts'
import { withdrawQuestion } from '../tally/withdraw-question.ts'
import type { SetupActor } from './setup.services.ts'
import { takeContest } from './take-contest.ts'

/** 撤下一题 by the office. Throws `not-found`, `contest-settled`; also for a question that was withdrawn before. */
export async function withdrawFrozen(
  tx: Database,
  actor: SetupActor,
  { id, no, reason }: QuestionWithdrawal & { id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeContest(tx, actor, { id }, 'withdraw-question', entry)
  const { person, now } = actor
  const stem = await withdrawQuestion(tx, {
    ...{ contestId: id, contestNo: row.no, questionNo: no, reason: reason.trim() },
    ...{ by: { id: person.id, name: person.name }, at: now },
  })
  if (stem === null) throw new Problem('contest-settled', { name: row.title })
  entry.after = { no, stem: stem.slice(0, 200), reason: reason.trim() }
}
