import { randomUUID } from 'node:crypto'
import type { Person } from '@jianbao/platform/access'
import { type Database, sql } from '@jianbao/platform/db'
import type { CaseStepRecord } from '../contract/index.ts'
import { textArray } from './case.words.ts'

/** One line of the history of a case. */
export async function noteStep(
  tx: Database,
  step: {
    readonly caseId: string
    readonly action: CaseStepRecord['action']
    readonly person: Pick<Person, 'id' | 'name'>
    readonly now: Date
    readonly changed?: readonly string[]
  },
): Promise<void> {
  const { caseId, action, person, now, changed = [] } = step
  await tx.execute(sql`insert into casebook_step (id, case_id, at, action, by_id, by_name, changed)
    values (${randomUUID()}, ${caseId}, ${now.toISOString()}, ${action}, ${person.id}, ${person.name},
      ${textArray(changed)})`)
}
