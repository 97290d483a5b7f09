import { type Person, type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type CircularChoices,
  type CircularPage,
  type CircularQuery,
  circularKeepers,
} from '../../contract/index.ts'
import { type CircularViewer, countCirculars, selectCirculars } from './circular.store.ts'
import { viewCircular } from './circular.view.ts'

/** Circulars of the caller's units and those issued to them, the last touched first, one page. */
export async function listCirculars(
  tx: Database,
  viewer: CircularViewer,
  query: CircularQuery,
  person: Person | null,
): Promise<CircularPage> {
  const { page = 1, pageSize = 20 } = query
  const where = filterCirculars(query)
  const rows = await selectCirculars(
    tx,
    viewer,
    where,
    sql`order by c.updated_at desc, c.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const total = await countCirculars(tx, viewer, where)
  return { rows: rows.map(row => viewCircular(row, person)), total, page, pageSize }
}

function filterCirculars({ q, state, campaign, period }: CircularQuery): SQL {
  const all: SQL[] = [sql`true`]
  for (const word of (q ?? '').split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(
      sql`(c.title ilike ${like} or c.doc_number ilike ${like} or c.figures ->> 'unitName' ilike ${like})`,
    )
  }
  if (state) all.push(sql`c.state = ${state}`)
  if (campaign) all.push(sql`c.campaign_id = ${campaign}`)
  if (period) all.push(sql`c.period = ${period}`)
  return sql.join(all, sql` and `)
}

/** Units of which the caller keeps the circulars, and the campaigns there are to count. */
export async function listChoices(
  tx: Database,
  scope: Scope,
  person: Person | null,
  today: string,
): Promise<CircularChoices> {
  const keepers: readonly string[] = circularKeepers
  const units = new Map<string, string>()
  for (const post of person?.posts ?? [])
    if (keepers.includes(post.role)) units.set(post.unitId, post.unitName)
  const campaigns = await rowsOf<CircularChoices['campaigns'][number]>(
    tx,
    sql`select id, name, to_char(from_day, 'YYYY-MM-DD') as from, to_char(to_day, 'YYYY-MM-DD') as to
      from campaign c where c.state <> 'draft' and ${concerning(scope)} order by from_day desc, id`,
  )
  return { units: [...units].map(([id, name]) => ({ id, name })), campaigns, today }
}

/** Campaigns of the scope, and of the units it hangs below. */
function concerning(scope: Scope): SQL {
  const above = scope.roots.map(({ path }) => sql`starts_with(${path}::text, c.scope_path)`)
  return sql`(${sql.join([within(scope, sql`c.scope_path`), ...above], sql` or `)})`
}
