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
}

const columns = sql`c.id, c.no, c.unit_id as "unitId",
  (select o.name from offices_by_id(array[c.unit_id]) o) as "unitName", c.scope_path as path, c.slug, c.title, c.about,
  c.rules, c.state, c.key_commitment as "keyCommitment", c.opened_at as "openedAt", c.closed_at as "closedAt",
  c.published_at as "publishedAt", c.created_name as "createdName", c.updated_at as "updatedAt", c.version`

/** The first lock: contests of the caller's units, though everybody may see those that are open. */
export const ownContests = (scope: Scope): SQL =>
  scope.content ? within(scope, sql`c.scope_path`) : sql`false`

export function selectContests(tx: Database, scope: Scope, where: SQL, rest: SQL): Promise<ContestRow[]> {
  return rowsOf<ContestRow>(
    tx,
    sql`select ${columns} from contest c where ${ownContests(scope)} and ${where} ${rest}`,
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

/** 人数, 人次, 浏览量 of contests by their numbers, as they were last counted. */
export async function readCounts(
  tx: Database,
  numbers: readonly number[],
): Promise<Map<number, ContestCounts>> {
  if (!numbers.length) return new Map()
  const asked = sql`${`{${numbers.join(',')}}`}::integer[]`
  const rows = await rowsOf<ContestCounts & { no: number }>(
    tx,
    sql`select its.no, coalesce(t.people, 0)::int as people, coalesce(t.attempts, 0)::int as attempts,
        coalesce(v.views, 0)::float8 as views
      from unnest(${asked}) as its (no)
        left join (select contest_no, sum(people) as people, sum(attempts) as attempts from contest_unit_tally
          where contest_no = any (${asked}) group by contest_no) t on t.contest_no = its.no
        left join (select contest_no, sum(views) as views from contest_view
          where contest_no = any (${asked}) group by contest_no) v on v.contest_no = its.no`,
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
