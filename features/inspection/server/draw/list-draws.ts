import { nameUnits } from '@jianbao/organisation/server'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { DrawPage, DrawQuery, DrawState, RegisterPage, RegisterQuery } from '../../contract/draw.ts'
import { getDrawRow, ownDraws, selectDraws } from './draw.store.ts'
import { viewDraw } from './draw.view.ts'

const orders = {
  newest: sql`d.created_at desc, d.id desc`,
  name: sql`d.name, d.id`,
} as const

/** Draws of the caller's units, one page. */
export async function listDraws(tx: Database, scope: Scope, query: DrawQuery): Promise<DrawPage> {
  const { page = 1, pageSize = 20, state } = query
  const { where, unitName } = await filterDraws(tx, query)
  const rows = await selectDraws(
    tx,
    scope,
    sql`${where} and ${inDrawState(state)}`,
    sql`order by ${drawOrder(query)} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const counted = await rowsOf<{ state: DrawState; draws: number }>(
    tx,
    sql`select d.state, count(*)::int as draws from inspection_draw d where ${ownDraws(scope)} and ${where}
      group by d.state`,
  )
  const counts = { preparing: 0, committed: 0, drawn: 0, void: 0 }
  for (const { state: its, draws } of counted) counts[its] = draws
  return {
    rows: rows.map(viewDraw),
    total: state ? counts[state] : Object.values(counts).reduce((sum, each) => sum + each, 0),
    ...{ page, pageSize, counts, unitName },
  }
}

export const drawOrder = ({ order = 'newest' }: DrawQuery): SQL => orders[order]
export const inDrawState = (state: DrawState | undefined): SQL =>
  state ? sql`d.state = ${state}` : sql`true`
const containing = (words: string): string =>
  `%${storableText(words)
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`

/** The conditions of a query without its state, and the unit it names. */
export async function filterDraws(
  tx: Database,
  { q, unit }: DrawQuery,
): Promise<{ where: SQL; unitName: string | null }> {
  const all = q?.trim() ? [sql`d.name ilike ${containing(q)}`] : [sql`true`]
  if (unit === undefined) return { where: all[0]!, unitName: null }
  const found = (await nameUnits(tx, [unit])).get(unit)
  all.push(found ? sql`starts_with(d.scope_path, ${found.path})` : sql`false`)
  return { where: sql.join(all, sql` and `), unitName: found?.name ?? '' }
}

/** The frozen register of a draw, one page: those that were drawn first. */
export async function listRegister(
  tx: Database,
  scope: Scope,
  id: string,
  { q, stratum, page = 1, pageSize = 50 }: RegisterQuery,
): Promise<RegisterPage> {
  await getDrawRow(tx, scope, id)
  const words = q?.trim() ? sql`(o.name ilike ${containing(q)} or o.code ilike ${containing(q)})` : sql`true`
  const where = sql`o.draw_id = ${id} and ${words} and ${stratum ? sql`o.stratum = ${stratum}` : sql`true`}`
  const rows = await rowsOf<RegisterPage['rows'][number]>(
    tx,
    sql`select o.code, o.name, o.stratum, o.place from inspection_draw_object o where ${where}
      order by o.place nulls last, o.code limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from inspection_draw_object o where ${where}`,
  )
  return { rows, total: counted!.total, page, pageSize }
}
