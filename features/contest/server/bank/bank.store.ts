/** Rows of banks, within the scope of who asks. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'

export type BankRow = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string | null
  readonly path: string
  readonly name: string
  readonly notes: string
  readonly draft: number
  readonly approved: number
  readonly retired: number
  readonly contests: number
  readonly createdName: string
  readonly updatedAt: string | Date
  readonly version: number
}

const columns = sql`b.id, b.unit_id as "unitId",
  (select o.name from offices_by_id(array[b.unit_id]) o) as "unitName", b.scope_path as path, b.name, b.notes,
  b.created_name as "createdName", b.updated_at as "updatedAt", b.version,
  (select count(*)::int from contest_source s where s.bank_id = b.id) as contests, n.draft, n.approved, n.retired`
const counted = sql`cross join lateral (select count(*) filter (where state = 'draft')::int as draft,
  count(*) filter (where state = 'approved')::int as approved, count(*) filter (where state = 'retired')::int as retired
  from contest_bank_question q where q.bank_id = b.id) n`

export function selectBanks(tx: Database, scope: Scope, where: SQL, rest: SQL): Promise<BankRow[]> {
  return rowsOf<BankRow>(
    tx,
    sql`select ${columns} from contest_bank b ${counted} where ${within(scope, sql`b.scope_path`)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found`. */
export async function getBank(tx: Database, scope: Scope, id: string): Promise<BankRow> {
  const [row] = await selectBanks(tx, scope, sql`b.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** Held, so that of two who add the same question one finds the other's. Throws `not-found`, `changed-meanwhile`. */
export async function holdBank(tx: Database, scope: Scope, id: string, version?: number): Promise<BankRow> {
  await tx.execute(
    sql`select from contest_bank b where b.id = ${id} and ${within(scope, sql`b.scope_path`)} for no key update`,
  )
  const row = await getBank(tx, scope, id)
  if (version !== undefined && row.version !== version)
    throw new Problem('changed-meanwhile', { name: row.name })
  return row
}
