import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { type ContestAction, contestAfter } from '../../contract/index.ts'
import { type ContestRow, holdContest } from './contest.store.ts'
import type { SetupActor } from './setup.services.ts'

/**
 * Holds a contest for a deed and tells the trail what it is about. Throws `not-found`, `changed-meanwhile`,
 * `contest-settled` when its state does not allow the deed.
 */
export async function takeContest(
  tx: Database,
  { scope }: Pick<SetupActor, 'scope'>,
  asked: { id: string; version?: number },
  action: ContestAction,
  entry: EntryDraft,
): Promise<ContestRow> {
  const row = await holdContest(tx, scope, asked)
  entry.words = row.title
  entry.unitId = row.unitId
  if (contestAfter(action, row.state) === null) throw new Problem('contest-settled', { name: row.title })
  return row
}
