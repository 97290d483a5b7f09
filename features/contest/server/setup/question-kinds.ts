import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { DrawableKind } from '../../contract/index.ts'
import { isOneOf, ofContest } from './contest.store.ts'

/** How many approved questions there are of each kind in some banks of the caller's units. */
function selectKinds(tx: Database, scope: Scope, where: SQL): Promise<DrawableKind[]> {
  return rowsOf<DrawableKind>(
    tx,
    sql`select q.type, q.category, q.difficulty, count(*)::int as count
      from contest_bank_question q join contest_bank b on b.id = q.bank_id
      where q.state = 'approved' and ${within(scope, sql`b.scope_path`)} and ${where}
      group by q.type, q.category, q.difficulty order by q.type, q.category, q.difficulty`,
  )
}

export const kindsOfBanks = (tx: Database, scope: Scope, bankIds: readonly string[]) =>
  selectKinds(tx, scope, isOneOf(bankIds))

export const kindsOfContest = (tx: Database, scope: Scope, contestId: string) =>
  selectKinds(tx, scope, ofContest(contestId))
