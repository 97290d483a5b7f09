/** Rows of contests of the caller's units. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ContestRules, ContestState } from '../../contract/index.ts'

type When = string | Date
export type ContestRow = {
  readonly id: string
  readonly no: number
  readonly unitId: string
  readonly unitName: string
  readonly path: string
  readonly slug: string
  readonly title: string
  readonly about: string
  readonly rules: ContestRules
  readonly state: ContestState
  readonly keyCommitment: string | null
  readonly openedAt: When | null
  readonly closedAt: When | null
  readonly publishedAt: When | null
  readonly createdName: string
  readonly updatedAt: When
  readonly version: number
  readonly whole: boolean
}

const columns = sql`c.id, c.no, c.unit_id as "unitId",
  (select o.name from offices_by_id(array[c.unit_id]) o) as "unitName", c.scope_path as path, c.slug, c.title, c.about,
  c.rules, c.state, c.key_commitment as "keyCommitment", c.opened_at as "openedAt", c.closed_at as "closedAt",
  c.published_at as "publishedAt", c.created_name as "createdName", c.updated_at as "updatedAt", c.version`

/** The first lock: contests of the caller's units, though everybody may see those that are open. */
export const ownContests = (scope: Scope): SQL =>
  scope.content ? within(scope, sql`c.scope_path`) : sql`false`

/** The first lock of lists: also contests of others, once they are open, that units of the caller take part in. */
export const knownContests = (scope: Scope): SQL =>
  scope.content
    ? sql`(${within(scope, sql`c.scope_path`)} or (c.state in ('open', 'closed', 'published') and exists
        (select from contest_unit u where u.contest_id = c.id and ${within(scope, sql`u.path`)})))`
    : sql`false`

/** Those of `lock`, its own contests unless told otherwise. */
export function selectContests(
  tx: Database,
  scope: Scope,
  where: SQL,
  rest: SQL,
  lock: SQL = ownContests(scope),
): Promise<ContestRow[]> {
  return rowsOf<ContestRow>(
    tx,
    sql`select ${columns}, ${within(scope, sql`c.scope_path`)} as whole
      from contest c where ${lock} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found` for what is not there or not the caller's. */
export async function getContestRow(tx: Database, scope: Scope, id: string): Promise<ContestRow> {
  const [row] = await selectContests(tx, scope, sql`c.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** Held against other changes until the end of the transaction. Throws `not-found`, `changed-meanwhile`. */
export async function holdContest(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version?: number },
): Promise<ContestRow> {
  const [row] = await selectContests(tx, scope, sql`c.id = ${id}`, sql`for update`)
  if (!row) throw new Problem('not-found')
  if (version !== undefined && row.version !== version)
    throw new Problem('changed-meanwhile', { name: row.title })
  return row
}

export type ContestCounts = { readonly people: number; readonly attempts: number; readonly views: number }

/** 人数, 人次, 浏览量 of contests by their numbers, as they were last counted: of others' contests the caller's part. */
export async function readCounts(
  tx: Database,
  scope: Scope,
  numbers: readonly number[],
): Promise<Map<number, ContestCounts>> {
  if (!numbers.length) return new Map()
  const mine = sql`(its.whole or t.unit_no = any (its.units))`
  const rows = await rowsOf<ContestCounts & { no: number }>(
    tx,
    sql`with its as (select c.no, ${within(scope, sql`c.scope_path`)} as whole,
          array(select u.no from contest_unit u where u.contest_id = c.id and ${within(scope, sql`u.path`)}) as units
        from contest c where c.no = any (${`{${numbers.join(',')}}`}::integer[]))
      select its.no, counted.people::int as people, counted.attempts::int as attempts, viewed.views::float8 as views
      from its
        cross join lateral (select coalesce(sum(t.people), 0) as people, coalesce(sum(t.attempts), 0) as attempts
          from contest_unit_tally t where t.contest_no = its.no and ${mine}) counted
        cross join lateral (select coalesce(sum(t.views), 0) as views
          from contest_view t where t.contest_no = its.no and ${mine}) viewed`,
  )
  return new Map(rows.map(({ no, ...counts }) => [no, counts]))
}

export type BankRow = {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly approved: number
}

/** Banks of the caller's units, with how many of their questions may be asked. */
export function selectBanks(tx: Database, scope: Scope, where: SQL): Promise<BankRow[]> {
  return rowsOf<BankRow>(
    tx,
    sql`select b.id, b.name, (select o.name from offices_by_id(array[b.unit_id]) o) as "unitName",
        (select count(*)::int from contest_bank_question q where q.bank_id = b.id and q.state = 'approved') as approved
      from contest_bank b where ${within(scope, sql`b.scope_path`)} and ${where} order by b.name, b.id limit 500`,
  )
}

export const ofContest = (contestId: string): SQL =>
  sql`exists (select from contest_source s where s.contest_id = ${contestId} and s.bank_id = b.id)`

export const isOneOf = (ids: readonly string[]): SQL => sql`b.id = any (${`{${ids.join(',')}}`}::uuid[])`
