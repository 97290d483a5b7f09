import { nameUnits } from '@jianbao/organisation/server'
import { holds, type Person, type Scope, scopeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type LedgerSummary, ledgerKeepers } from '../../contract/index.ts'

type Row = Omit<LedgerSummary, 'unitName' | 'actions'> & { readonly path: string }

/** Ledgers of the scope, and those above it, in which its units have items. */
export async function listLedgers(tx: Database, scope: Scope, person: Person): Promise<LedgerSummary[]> {
  const above = scope.roots.map(({ path }) => sql`starts_with(${path}::text, l.scope_path)`)
  const hanging = above.length ? sql.join(above, sql` or `) : sql`false`
  const rows = await rowsOf<Row>(
    tx,
    sql`select l.id, l.key, l.kind, l.name, l.unit_id as "unitId", l.campaign_id as "campaignId", l.state, l.rules,
        l.scope_path as path
      from ledger l where ${within(scope, sql`l.scope_path`)} or ${hanging}
      order by l.scope_path, case l.kind when 'work' then 0 when 'rectification' then 1 else 2 end, l.name, l.id
      limit 500`,
  )
  const units = await nameUnits(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  const kept = scopeOf(person, ledgerKeepers)
  return rows.map(({ path, ...row }) => ({
    ...row,
    unitName: units.get(row.unitId)?.name ?? '',
    actions: row.state === 'open' && holds(kept, path) ? ['propose'] : [],
  }))
}
