/** What a service has besides every other item: outcome, publication, answers, needs. */
import { Problem } from '@jianbao/errors'
import { holds, type Person, type Scope, scopeOf, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ItemState, LedgerRules, ServiceAction } from '../../../contract/index.ts'

export type ServiceItem = {
  readonly id: string
  readonly title: string
  readonly measure: string
  readonly unitId: string
  readonly path: string
  readonly keeperId: string
  readonly keeperPath: string
  readonly state: ItemState
  readonly rules: LedgerRules
  readonly reopened: number
  readonly parentId: string | null
  readonly budget: string | null
  readonly spent: string | null
  readonly version: number
}

const columns = sql`i.id, i.title, i.measure, i.unit_id as "unitId", i.scope_path as path, i.keeper_id as "keeperId",
  (select o.path from offices_by_id(array[i.keeper_id]) o) as "keeperPath", i.state, l.rules, i.reopened, i.parent_id as "parentId",
  i.budget::text as budget, i.spent::text as spent, i.version`

async function find(tx: Database, where: SQL, rest = sql``): Promise<ServiceItem> {
  const [row] = await rowsOf<ServiceItem>(
    tx,
    sql`select ${columns} from ledger_item i join ledger l on l.id = i.ledger_id where i.kind = 'service' and ${where} ${rest}`,
  )
  if (!row) throw new Problem('not-found')
  return row
}

/** Of the scope, or led or assisted by a unit of it: the policies decide. Throws `not-found`. */
export const getServiceItem = (tx: Database, scope: Scope, id: string): Promise<ServiceItem> =>
  find(
    tx,
    sql`i.id = ${id} and i.dispatched_at is not null and (${within(scope, sql`i.scope_path`)} or i.id in
      (select p.item_id from ledger_party p where ${within(scope, sql`p.scope_path`)}))`,
  )

/** Held, when the action is the caller's to do now. Throws `not-found`, `service-not-now`. */
export async function takeService(
  tx: Database,
  scope: Scope,
  id: string,
  action: ServiceAction,
  person: Person,
): Promise<ServiceItem> {
  const item = await find(
    tx,
    sql`i.id = ${id} and i.dispatched_at is not null and ${within(scope, sql`i.scope_path`)}`,
    sql`for update of i`,
  )
  if (!may(action, item, person)) throw new Problem('not-found')
  if (!isNow(action, item)) throw new Problem('service-not-now', { title: item.title })
  return item
}

export const outcomeWriters = ['reporter', 'unit-lead', 'coordinator'] as const
export const serviceKeepers = ['coordinator'] as const

function may(action: ServiceAction, item: ServiceItem, person: Person): boolean {
  const [roles, path] =
    action === 'write-outcome' ? [outcomeWriters, item.path] : [serviceKeepers, item.keeperPath]
  return holds(scopeOf(person, roles), path)
}

const published: readonly ItemState[] = ['dispatched', 'doing', 'feedback', 'closed', 'settled']
const when: Readonly<Record<ServiceAction, readonly ItemState[]>> = {
  'write-outcome': ['doing', 'feedback'],
  publish: published,
  withdraw: published,
  ask: ['closed', 'settled'],
  moderate: published,
}

function isNow(action: ServiceAction, item: ServiceItem): boolean {
  // A part has neither outcome nor page of its own: those of the whole tell of it.
  if (item.parentId !== null) return false
  if (action === 'ask' && !item.rules.satisfaction) return false
  return when[action].includes(item.state)
}

/** What the caller may do with it; `publishedAt` decides between publishing and withdrawing. */
export function serviceActionsOf(
  item: ServiceItem,
  person: Person | null,
  isPublic: boolean,
): ServiceAction[] {
  if (!person) return []
  const all = Object.keys(when) as ServiceAction[]
  return all.filter(
    action => may(action, item, person) && isNow(action, item) && (action !== 'withdraw' || isPublic),
  )
}
