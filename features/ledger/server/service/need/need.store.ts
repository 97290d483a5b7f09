/** Rows of needs: of one's own units and those below; a stranger sees the one whose number they hold. */
import { Problem } from '@jianbao/errors'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { NeedKind, NeedSource, NeedState } from '../../../contract/index.ts'

export type NeedRow = {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly unitName: string | null
  readonly path: string
  readonly source: NeedSource
  readonly kind: NeedKind
  readonly words: string
  readonly place: string
  readonly day: string
  readonly state: NeedState
  readonly reason: string | null
  readonly itemId: string | null
  readonly contactSealed: string | null
  readonly registeredName: string
  readonly createdAt: string | Date
  readonly version: number
}

const columns = sql`n.id, n.number, n.unit_id as "unitId",
  (select o.name from offices_by_id(array[n.unit_id]) o) as "unitName", n.scope_path as path, n.source, n.kind, n.words,
  n.place, n.day::text as day, n.state, n.reason, n.item_id as "itemId", n.contact_sealed as "contactSealed",
  n.registered_name as "registeredName", n.created_at as "createdAt", n.version`

/** The first lock. */
export const readableNeeds = (scope: Scope): SQL => within(scope, sql`n.scope_path`)

export function selectNeeds(tx: Database, scope: Scope, where: SQL, rest: SQL): Promise<NeedRow[]> {
  return rowsOf<NeedRow>(
    tx,
    sql`select ${columns} from need n where ${readableNeeds(scope)} and ${where} ${rest}`,
  )
}

/** Throws Problem `not-found` for what is not there or not to be seen. */
export async function getNeedRow(tx: Database, scope: Scope, id: string): Promise<NeedRow> {
  const [row] = await selectNeeds(tx, scope, sql`n.id = ${id}`, sql``)
  if (!row) throw new Problem('not-found')
  return row
}

/** Held against other changes. Throws `not-found`, `changed-meanwhile`. */
export async function holdNeed(
  tx: Database,
  scope: Scope,
  { id, version }: { id: string; version: number },
): Promise<NeedRow> {
  const [row] = await selectNeeds(tx, scope, sql`n.id = ${id}`, sql`for update`)
  if (!row) throw new Problem('not-found')
  if (row.version !== version) throw new Problem('changed-meanwhile', { name: row.number })
  return row
}

/** One line of the history of a need; a stranger and the program have no id. */
export async function noteNeedStep(
  tx: Database,
  step: {
    readonly needId: string
    readonly action: string
    readonly person: { readonly id: string; readonly name: string } | null
    readonly now: Date
    readonly words?: string
  },
): Promise<void> {
  const { needId, action, person, now, words = null } = step
  await tx.execute(sql`insert into need_step (need_id, at, action, by_id, by_name, words)
    values (${needId}, ${now.toISOString()}, ${action}, ${person?.id ?? ''}, ${person?.name ?? ''}, ${words})`)
}
