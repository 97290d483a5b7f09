import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import type { SetupActor } from './setup.services.ts'

/** One line of the history of a contest. */
export async function noteContestStep(
  tx: Database,
  contestId: string,
  action: string,
  { person, now }: { readonly person: Pick<SetupActor['person'], 'id' | 'name'>; readonly now: Date },
  note = '',
): Promise<void> {
  await tx.execute(sql`insert into contest_step (id, contest_id, at, action, by_id, by_name, note)
    values (${randomUUID()}, ${contestId}, ${now.toISOString()}, ${action}, ${person.id}, ${person.name}, ${note})`)
}
