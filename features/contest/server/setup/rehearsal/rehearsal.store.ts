import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Rehearsal } from '../../../contract/index.ts'
import { getContestRow } from '../contest.store.ts'

type When = string | Date | null
type Row = Omit<Rehearsal, 'startedAt' | 'endedAt'> & { readonly startedAt: When; readonly endedAt: When }

const moment = (at: When): string | null => (at === null ? null : new Date(at).toISOString())

/** How the last rehearsal went. Throws `not-found` where there was none. */
export async function getRehearsal(tx: Database, scope: Scope, contestId: string): Promise<Rehearsal> {
  await getContestRow(tx, scope, contestId)
  const [row] = await rowsOf<Row>(
    tx,
    sql`select state, players, joined, papers, started_at as "startedAt", ended_at as "endedAt", report, fault
      from contest_rehearsal where contest_id = ${contestId}`,
  )
  if (!row) throw new Problem('not-found')
  return { ...row, startedAt: moment(row.startedAt), endedAt: moment(row.endedAt) }
}
