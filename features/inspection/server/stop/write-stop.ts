/**
 * What devices write at a stop. A device sends again what it has no answer to: the same words are the same, and its own
 * older ones give way; what another device wrote meanwhile is a conflict for a person to settle.
 */
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import {
  type AnswerGiven,
  type AnswerWish,
  type Finding,
  type FindingWish,
  fits,
  type Interview,
  type InterviewWish,
} from '../../contract/index.ts'
import { selectFindings, viewFindings } from '../finding/finding.store.ts'
import type { Actor } from '../inspection.services.ts'
import { selectAnswers, selectInterviews } from './get-stop.ts'
import { personalIn } from './personal.rules.ts'
import { beginCheck, takeStop } from './stop.store.ts'

type Written = { readonly version: number; readonly device: string; readonly byName: string }

/** Throws `stop-meanwhile` when another device wrote since what this one knew. */
function meet(
  row: Written | undefined,
  { base, device }: { base: number; device: string },
  what: string,
): void {
  if (row && row.version > base && row.device !== device.toLowerCase())
    throw new Problem('stop-meanwhile', { by: row.byName, what })
}

/** Throws `not-found`, `stop-not-team`, `stop-settled`, `stop-answer`, `stop-meanwhile`. */
export async function giveAnswer(
  tx: Database,
  actor: Actor,
  { stopId, questionId }: { readonly stopId: string; readonly questionId: string },
  wish: AnswerWish,
): Promise<AnswerGiven> {
  const found = await takeStop(tx, actor, stopId, 'write')
  const question = found.tour.checklist.find(({ id }) => id === questionId.toLowerCase())
  if (!question) throw new Problem('not-found')
  const value = typeof wish.value === 'string' ? storableText(wish.value).trim() : wish.value
  if (value !== null && !fits(question, value)) throw new Problem('stop-answer', { question: question.text })
  const [row] = await rowsOf<Written & { value: string | number }>(
    tx,
    sql`select version, device, by_name as "byName", value from inspection_answer
      where stop_id = ${stopId} and question_id = ${question.id}`,
  )
  const same = row ? row.value === value : value === null
  if (!same) {
    meet(row, wish, question.text)
    await beginCheck(tx, found)
    if (value === null)
      await tx.execute(
        sql`delete from inspection_answer where stop_id = ${stopId} and question_id = ${question.id}`,
      )
    else
      await tx.execute(sql`insert into inspection_answer (stop_id, question_id, value, version, device, by_name, at)
        values (${stopId}, ${question.id}, ${JSON.stringify(value)}::jsonb, ${wish.base + 1}, ${wish.device},
          ${actor.person.name}, ${actor.now.toISOString()})
        on conflict (stop_id, question_id) do update set value = excluded.value, device = excluded.device,
          by_name = excluded.by_name, at = excluded.at, version = inspection_answer.version + 1`)
  }
  const answer = (await selectAnswers(tx, stopId)).find(each => each.questionId === question.id) ?? null
  return { answer, version: answer?.version ?? 0 }
}

/** Throws also `finding-settled` once it was confirmed, `stop-answer` for a question that is none. */
export async function writeFinding(
  tx: Database,
  actor: Actor,
  { stopId, id }: { readonly stopId: string; readonly id: string },
  wish: FindingWish,
): Promise<Finding> {
  const found = await takeStop(tx, actor, stopId, 'write')
  const questionId = wish.questionId?.toLowerCase() ?? null
  if (questionId && !found.tour.checklist.some(question => question.id === questionId))
    throw new Problem('not-found')
  const [row] = await rowsOf<Written & { stopId: string; state: string }>(
    tx,
    sql`select version, device, by_name as "byName", stop_id as "stopId", state from inspection_finding where id = ${id}`,
  )
  if (row && row.stopId !== found.stop.id) throw new Problem('bad-request', { reason: '这个编号已经用过' })
  const [problem, basis, measure] = [wish.problem, wish.basis, wish.measure].map(words =>
    storableText(words).trim(),
  )
  const words = { questionId, problem, basis, seriousness: wish.seriousness, measure, dueDay: wish.dueDay }
  const same = row && (await isSame(tx, id, words))
  if (!same) {
    if (row && row.state !== 'open') throw new Problem('finding-settled', { problem: problem! })
    meet(row, wish, problem!)
    await beginCheck(tx, found)
    const added = await rowsOf(
      tx,
      sql`insert into inspection_finding (id, stop_id, unit_id, scope_path, question_id, problem, basis, seriousness,
          measure, due_day, device, by_name, at)
        values (${id}, ${stopId}, ${found.stop.unitId}, '', ${questionId}, ${problem}, ${basis}, ${wish.seriousness},
          ${measure}, ${wish.dueDay}, ${wish.device}, ${actor.person.name}, ${actor.now.toISOString()})
        on conflict (id) do update set question_id = excluded.question_id, problem = excluded.problem,
          basis = excluded.basis, seriousness = excluded.seriousness, measure = excluded.measure,
          due_day = excluded.due_day, device = excluded.device, by_name = excluded.by_name,
          version = inspection_finding.version + 1
          where inspection_finding.stop_id = excluded.stop_id
        returning id`,
    )
    if (added.length === 0) throw new Problem('bad-request', { reason: '这个编号已经用过' })
  }
  const [finding] = await viewFindings(tx, actor, await selectFindings(tx, actor, sql`f.id = ${id}`, sql``))
  return finding!
}

async function isSame(tx: Database, id: string, words: object): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from inspection_finding f where f.id = ${id} and jsonb_build_object('questionId', f.question_id,
      'problem', f.problem, 'basis', f.basis, 'seriousness', f.seriousness, 'measure', f.measure,
      'dueDay', f.due_day) = ${JSON.stringify(words)}::jsonb`,
  )
  return rows.length > 0
}

/** One that is gone already is no fault. Answers the hashes of photos that went with it. Throws `finding-settled`. */
export async function removeFinding(
  tx: Database,
  actor: Actor,
  { stopId, id }: { readonly stopId: string; readonly id: string },
): Promise<string[]> {
  await takeStop(tx, actor, stopId, 'write')
  const [row] = await rowsOf<{ state: string; problem: string }>(
    tx,
    sql`select state, problem from inspection_finding where id = ${id} and stop_id = ${stopId}`,
  )
  if (!row) return []
  if (row.state !== 'open') throw new Problem('finding-settled', { problem: row.problem })
  const photos = await rowsOf<{ sha256: string; thumb: string }>(
    tx,
    sql`select sha256, thumb_sha256 as thumb from inspection_photo where finding_id = ${id}`,
  )
  await tx.execute(sql`delete from inspection_finding where id = ${id}`)
  return photos.flatMap(({ sha256, thumb }) => [sha256, thumb])
}

/** Throws `talk-personal` for notes with a number that leads to a person. */
export async function writeInterview(
  tx: Database,
  actor: Actor,
  { stopId, id }: { readonly stopId: string; readonly id: string },
  wish: InterviewWish,
): Promise<Interview> {
  const found = await takeStop(tx, actor, stopId, 'write')
  const [topic, notes] = [storableText(wish.topic).trim(), storableText(wish.notes).trim()]
  const telling = personalIn(`${topic}\n${notes}`)
  if (telling) throw new Problem('talk-personal', { what: telling })
  const [row] = await rowsOf<Omit<Written, 'byName'> & { stopId: string } & Record<string, unknown>>(
    tx,
    sql`select version, device, stop_id as "stopId", topic, kind, people, notes from inspection_interview where id = ${id}`,
  )
  if (row && row.stopId !== found.stop.id) throw new Problem('bad-request', { reason: '这个编号已经用过' })
  const { kind, people } = wish
  const same =
    row &&
    row['topic'] === topic &&
    row['kind'] === kind &&
    row['people'] === people &&
    row['notes'] === notes
  if (!same) {
    meet(row && { ...row, byName: '同组的另一台设备' }, wish, topic)
    await beginCheck(tx, found)
    const added = await rowsOf(
      tx,
      sql`insert into inspection_interview (id, stop_id, topic, kind, people, notes, device, at)
        values (${id}, ${stopId}, ${topic}, ${kind}, ${people}, ${notes}, ${wish.device}, ${actor.now.toISOString()})
        on conflict (id) do update set topic = excluded.topic, kind = excluded.kind, people = excluded.people,
          notes = excluded.notes, device = excluded.device, version = inspection_interview.version + 1
          where inspection_interview.stop_id = excluded.stop_id
        returning id`,
    )
    if (added.length === 0) throw new Problem('bad-request', { reason: '这个编号已经用过' })
  }
  return (await selectInterviews(tx, stopId)).find(each => each.id === id.toLowerCase())!
}

export async function removeInterview(
  tx: Database,
  actor: Actor,
  { stopId, id }: { readonly stopId: string; readonly id: string },
): Promise<void> {
  await takeStop(tx, actor, stopId, 'write')
  await tx.execute(sql`delete from inspection_interview where id = ${id} and stop_id = ${stopId}`)
}
