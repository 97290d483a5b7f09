/** 检查结束, and back when something was forgotten. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { lackingFindings } from '../../contract/index.ts'
import { selectFindings } from '../finding/finding.store.ts'
import type { Actor } from '../inspection.services.ts'
import { selectAnswers } from './get-stop.ts'
import { getStopRow, takeStop } from './stop.store.ts'

/** One that has ended already has ended. Throws `stop-finding-missing` while a no that is a finding has none. */
export async function finishStop(tx: Database, actor: Actor, id: string, entry: EntryDraft): Promise<void> {
  const before = await getStopRow(tx, actor, id)
  entry.words = before.stop.unitName
  entry.unitId = before.tour.unitId
  if (before.stop.state === 'done' && before.tour.onTeam) return
  const { tour } = await takeStop(tx, actor, id, 'finish')
  const answers = await selectAnswers(tx, id)
  const findings = await selectFindings(tx, actor, sql`f.stop_id = ${id}`, sql``)
  const [lacking] = lackingFindings(tour.checklist, answers, findings)
  if (lacking) throw new Problem('stop-finding-missing', { question: lacking.text })
  await tx.execute(sql`update inspection_stop set state = 'done', finished_at = ${actor.now.toISOString()},
    finished_name = ${actor.person.name}, version = version + 1 where id = ${id}`)
  entry.after = { answered: answers.length, findings: findings.length }
}

export async function reopenStop(tx: Database, actor: Actor, id: string, entry: EntryDraft): Promise<void> {
  const { stop, tour } = await takeStop(tx, actor, id, 'reopen')
  entry.words = stop.unitName
  entry.unitId = tour.unitId
  await tx.execute(sql`update inspection_stop set state = 'under-way', finished_at = null, finished_name = null,
    version = version + 1 where id = ${id}`)
}
