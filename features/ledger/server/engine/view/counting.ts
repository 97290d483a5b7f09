/** Items under a filter as numbers: from the tally of what stands below a place where it says enough, else one by one. */
import { Problem } from '@jianbao/errors'
import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ItemFilter, ItemGroup, ItemLight, ItemState } from '../../../contract/index.ts'
import { itemsWhere, type Viewer } from '../list/items-where.ts'
import { hasLight, isOpen, lightOf } from '../list/light-of.ts'

export type Place = { readonly id: string; readonly name: string; readonly path: string }

export type Counting = {
  readonly tx: Database
  readonly viewer: Viewer
  readonly filter: ItemFilter
  readonly today: string
  /** The condition of the list on `i`, rows of ledger_item. */
  readonly where: SQL
  readonly under: Place | null
  /** Paths that together hold everything the filter may mean. */
  readonly paths: readonly string[]
  readonly tallied: boolean
}

/** What the tally knows of items; whoever asks for more is told from the items themselves. */
const known: readonly (keyof ItemFilter)[] = [
  ...([
    'ledger',
    'kind',
    'campaign',
    'matter',
    'under',
    'unitKind',
    'state',
    'light',
    'group',
    'as',
  ] as const),
]
const groups: Partial<Record<ItemGroup, (today: string) => SQL>> = {
  open: () => isOpen,
  done: () => sql`i.state in ('closed', 'settled')`,
  overdue: today => hasLight('red', today),
  'to-verify': () => sql`i.state = 'feedback'`,
}

/** Throws Problem `not-found` for a unit that is not the caller's to see. */
export async function openCounting(
  tx: Database,
  viewer: Viewer,
  filter: ItemFilter,
  today: string,
): Promise<Counting> {
  const where = await itemsWhere(tx, viewer, filter, today)
  const under = filter.under ? await readPlace(tx, viewer, filter.under) : null
  const part = filter.as === 'part'
  const set = (Object.keys(filter) as (keyof ItemFilter)[]).filter(key => filter[key] !== undefined)
  return {
    ...{ tx, viewer, filter, today, where, under },
    // Items that others share with the caller's units stand anywhere.
    paths: under ? [under.path] : part ? [''] : viewer.scope.roots.map(({ path }) => path),
    tallied:
      (filter.as ?? 'own') === 'own' &&
      set.every(key => known.includes(key)) &&
      (!filter.group || filter.group in groups),
  }
}

export async function readPlace(tx: Database, { scope }: Viewer, id: string): Promise<Place> {
  const [unit] = await rowsOf<Place>(
    tx,
    sql`select id, name, path from unit where id = ${id} and ${within(scope, sql`path`)}`,
  )
  if (!unit) throw new Problem('not-found')
  return unit
}

/** The unit of a filter as answers name it. */
export async function nameUnder(
  tx: Database,
  viewer: Viewer,
  under: string | undefined,
): Promise<{ id: string; name: string } | null> {
  if (under === undefined) return null
  const { id, name } = await readPlace(tx, viewer, under)
  return { id, name }
}

/** The filter as a condition on `i`, rows of ledger_tally. */
function talliedWhere({ viewer, filter, today }: Counting): SQL {
  const { ledger, kind, campaign, matter, unitKind, state, light, group } = filter
  // What its keeper has to itself is left out by the policy, which knows the keepers of a scope once for all rows.
  const all: SQL[] = [within(viewer.scope, sql`i.place`)]
  if (ledger) all.push(sql`i.ledger_id = ${ledger}`)
  if (kind) all.push(sql`i.ledger_id in (select l.id from ledger l where l.kind = ${kind})`)
  if (campaign) all.push(sql`i.ledger_id in (select l.id from ledger l where l.campaign_id = ${campaign})`)
  if (matter) all.push(sql`i.matter_id = ${matter}`)
  if (unitKind) all.push(sql`i.unit_kind = ${unitKind}`)
  if (state) all.push(sql`i.state = ${state}`)
  if (light) all.push(hasLight(light, today))
  if (group) all.push(groups[group]!(today))
  return sql.join(all, sql` and `)
}

const columns = sql`i.ledger_id, i.matter_id, i.state, i.due_day`

/** Rows of the items of one unit, `path`, each counting one. */
export const ownRows = ({ where, today }: Counting, path: SQL, more: SQL = sql`true`): SQL =>
  sql`select ${columns}, ${lightOf(today)} as light, 1 as n, i.id, k.kind as unit_kind
    from ledger_item i join unit k on k.id = i.unit_id where i.scope_path = ${path} and ${where} and ${more}`

/** Rows that add up to the items at `path` and below; `more`: a condition on `i`, items or their tally. */
export function countedRows(counting: Counting, path: SQL, more: SQL = sql`true`): SQL {
  const { where, today, tallied } = counting
  if (!tallied)
    return sql`select ${columns}, ${lightOf(today)} as light, 1 as n, i.id, k.kind as unit_kind
      from ledger_item i join unit k on k.id = i.unit_id
      where i.scope_path >= ${path} and i.scope_path < ${path} || '~' and ${where} and ${more}`
  return sql`select ${columns}, ${lightOf(today)} as light, i.difference as n, null::uuid as id, i.unit_kind
      from ledger_tally i where i.place = ${path} and ${talliedWhere(counting)} and ${more}
    union all ${ownRows(counting, path, more)}`
}

/** The same of all places of the filter together. */
export function allRows(counting: Counting, more?: SQL): SQL {
  if (counting.paths.length === 0) return sql`select * from (${ownRows(counting, sql`''`)}) none where false`
  return sql.join(
    counting.paths.map(path => countedRows(counting, sql`${path}::text`, more)),
    sql` union all `,
  )
}

export type StateCount = {
  readonly state: ItemState
  readonly light: ItemLight | null
  readonly count: number
}

/** How many items there are of each state and light. */
export function countStates(counting: Counting): Promise<StateCount[]> {
  return rowsOf<StateCount>(
    counting.tx,
    sql`select state, light, sum(n)::int as count from (${allRows(counting)}) c group by 1, 2 having sum(n) > 0`,
  )
}
