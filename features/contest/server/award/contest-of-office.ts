import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ContestRules, ContestState } from '../../contract/index.ts'

/** A contest whose awards the office keeps. */
export type HeldContest = {
  readonly id: string
  readonly no: number
  readonly slug: string
  readonly title: string
  readonly unitName: string
  readonly path: string
  readonly state: ContestState
  readonly rules: ContestRules
  readonly keyCommitment: string | null
}

/** Throws Problem `not-found` for one that is not there or not the caller's. */
export async function getHeldContest(tx: Database, scope: Scope, id: string): Promise<HeldContest> {
  const [row] = await rowsOf<HeldContest>(
    tx,
    sql`select c.id, c.no, c.slug, c.title, c.scope_path as path, c.state, c.rules, c.key_commitment as "keyCommitment",
        (select o.name from offices_by_id(array[c.unit_id]) o) as "unitName"
      from contest c where c.id = ${id} and ${within(scope, sql`c.scope_path`)}`,
  )
  if (!row || !scope.content) throw new Problem('not-found')
  return row
}
