import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { DrawableKind } from '../../contract/index.ts'
import { countKinds } from '../bank/index.ts'

/** How many approved questions there are of each kind in some banks of the caller's units, as the draw asks for them. */
export async function kindsOfBanks(
  tx: Database,
  scope: Scope,
  bankIds: readonly string[],
): Promise<DrawableKind[]> {
  const kinds = await countKinds(tx, scope, bankIds)
  return kinds.map(({ questions: count, ...kind }) => ({ ...kind, count }))
}

export async function kindsOfContest(tx: Database, scope: Scope, contestId: string): Promise<DrawableKind[]> {
  const banks = await rowsOf<{ id: string }>(
    tx,
    sql`select bank_id as id from contest_source where contest_id = ${contestId}`,
  )
  return kindsOfBanks(
    tx,
    scope,
    banks.map(({ id }) => id),
  )
}
