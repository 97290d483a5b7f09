/** What a sheet of items is compared with: units, ledgers, people and items as its sender sees them. */
import { type Scope, scopeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { type LedgerItemRow, ledgerKeepers, readItemCode } from '../../../contract/index.ts'
import { readableItems } from '../item.store.ts'
import type { ItemAsker } from '../take-step.ts'
import { readItems } from './list-items.ts'

export type SheetUnit = {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly shortNames: readonly string[]
  readonly path: string
  readonly state: string
}
export type SheetLedger = { readonly id: string; readonly name: string; readonly path: string }
export type Worker = { readonly id: string; readonly name: string; readonly unitId: string }
export type Register = {
  readonly units: readonly SheetUnit[]
  /** Those the sender proposes in. */
  readonly ledgers: readonly SheetLedger[]
  readonly items: ReadonlyMap<string, LedgerItemRow>
  readonly workers: readonly Worker[]
}

const listed = (values: readonly string[]): SQL =>
  sql`(select x from json_array_elements_text(${JSON.stringify(values)}::json) x)`
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function readRegister(
  tx: Database,
  asker: ItemAsker,
  asked: { readonly ids: readonly string[]; readonly codes: readonly string[] },
): Promise<Register> {
  const { scope, today } = asker
  const units = await rowsOf<SheetUnit>(
    tx,
    sql`select id, name, code, short_names as "shortNames", path, state from unit where ${within(scope, sql`path`)}`,
  )
  const keeps = scopeOf(asker.person, ledgerKeepers)
  const ledgers = await rowsOf<SheetLedger>(
    tx,
    sql`select l.id, l.name, l.scope_path as path from ledger l
      where ${within(keeps, sql`l.scope_path`)} and l.state = 'open' order by l.scope_path, l.name`,
  )
  const ids = await findAsked(tx, scope, asked)
  const items = new Map<string, LedgerItemRow>()
  for (let from = 0; from < ids.length; from += 500)
    for (const row of await readItems(tx, asker, ids.slice(from, from + 500), today)) items.set(row.id, row)
  return { units, ledgers, items, workers: await listWorkers(tx, scope) }
}

async function findAsked(
  tx: Database,
  scope: Scope,
  { ids, codes }: { readonly ids: readonly string[]; readonly codes: readonly string[] },
): Promise<string[]> {
  const wanted = ids.map(id => id.toLowerCase()).filter(id => uuid.test(id))
  const numbers = codes.flatMap(code => {
    const read = readItemCode(code)
    return read ? [`${read.kind} ${read.no}`] : []
  })
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select i.id from ledger_item i where ${readableItems(scope)} and i.id in (select x::uuid from ${listed(wanted)} w(x))
      union select i.id from ledger_item i join ledger_matter m on m.id = i.matter_id
        where ${readableItems(scope)} and i.kind || ' ' || m.no in ${listed([...new Set(numbers)])}`,
  )
  return rows.map(({ id }) => id)
}

/** Who works where: by their unit, or by a post there. */
function listWorkers(tx: Database, scope: Scope): Promise<Worker[]> {
  return rowsOf<Worker>(
    tx,
    sql`select p.id, p.name, p.unit_id as "unitId" from person p
        where p.state = 'active' and ${within(scope, sql`p.scope_path`)}
      union select p.id, p.name, g.unit_id from membership g join person p on p.id = g.person_id
        where p.state = 'active' and ${within(scope, sql`g.scope_path`)}`,
  )
}
