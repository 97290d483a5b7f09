/** What visitors may see of services: their public words and how far they are. One table, along its own index. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type ItemLight,
  type ItemState,
  lightOfItem,
  type Milestone,
  meanOf,
} from '../../../contract/index.ts'
import { yuan } from './service.view.ts'

export type PublicService = {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly outcome: string
  readonly unitName: string
  readonly startDay: string
  readonly dueDay: string
  readonly closedDay: string | null
  readonly done: boolean
  readonly light: ItemLight | null
  readonly percent: number
  readonly target: { readonly value: string; readonly unit: string; readonly reached: string } | null
  readonly milestones: readonly Milestone[]
  readonly people: number | null
  readonly spent: string | null
  readonly mean: string | null
  readonly counted: number
  readonly publishedAt: Date
  readonly updatedAt: Date
}
type When = string | Date
type Row = Omit<PublicService, 'done' | 'light' | 'target' | 'mean' | 'publishedAt' | 'updatedAt'> & {
  readonly state: ItemState
  readonly nearDay: string
  readonly milestoneDay: string | null
  readonly fedBackDay: string | null
  readonly targetValue: string | null
  readonly targetUnit: string | null
  readonly reached: string
  readonly points: number
  readonly publishedAt: When
  readonly updatedAt: When
}

const isPublic = sql`p.published_at is not null and p.state in ('dispatched', 'doing', 'feedback', 'closed', 'settled')`
const columns = sql`p.item_id as id, p.title, p.words, p.outcome,
  (select o.name from offices_by_id(array[p.unit_id]) o) as "unitName", p.start_day::text as "startDay",
  p.due_day::text as "dueDay", p.closed_day::text as "closedDay", p.state, p.near_day::text as "nearDay",
  p.milestone_day::text as "milestoneDay", p.fed_back_day::text as "fedBackDay", p.percent,
  p.target_value::text as "targetValue", p.target_unit as "targetUnit", p.reached::text as reached, p.milestones, p.people,
  p.spent::text as spent, p.counted, p.points, p.published_at as "publishedAt", p.updated_at as "updatedAt"`

function view(row: Row, today: string): PublicService {
  const { state, nearDay, milestoneDay, fedBackDay, targetValue, targetUnit, reached, points, ...kept } = row
  const done = state === 'closed' || state === 'settled'
  return {
    ...kept,
    done,
    light: lightOfItem({ state, dueDay: row.dueDay, nearDay, milestoneDay, fedBackDay }, today),
    target:
      targetValue === null ? null : { value: plain(targetValue), unit: targetUnit!, reached: plain(reached) },
    // What came of it is told when somebody else than its unit has looked at it.
    outcome: done ? row.outcome : '',
    people: done ? row.people : null,
    spent: done ? yuan(row.spent) : null,
    mean: meanOf({ counted: row.counted, points }),
    publishedAt: new Date(row.publishedAt),
    updatedAt: new Date(row.updatedAt),
  }
}

const plain = (number: string): string =>
  number.includes('.') ? number.replace(/0+$/, '').replace(/\.$/, '') : number

export async function findPublicService(
  tx: Database,
  id: string,
  today: string,
): Promise<PublicService | null> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select ${columns} from service_publication p where p.item_id = ${id} and ${isPublic}`,
  )
  return row ? view(row, today) : null
}

export const publicStates = ['open', 'done'] as const
export type PublicServiceQuery = {
  /** Path of the place, with everything below it. */
  readonly path?: string
  readonly state?: (typeof publicStates)[number]
  readonly page: number
  readonly pageSize?: number
}
export type PublicServicePage = {
  readonly rows: readonly PublicService[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

const inState: Readonly<Record<(typeof publicStates)[number], SQL>> = {
  open: sql`p.state in ('dispatched', 'doing', 'feedback')`,
  done: sql`p.state in ('closed', 'settled')`,
}

/** Published services, the newest first. */
export async function listPublicServices(
  tx: Database,
  { path, state, page, pageSize = 20 }: PublicServiceQuery,
  today: string,
): Promise<PublicServicePage> {
  const where = sql.join(
    [
      isPublic,
      ...(path === undefined ? [] : [sql`p.scope_path >= ${path} and p.scope_path < ${`${path}~`}`]),
      ...(state ? [inState[state]] : []),
    ],
    sql` and `,
  )
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${columns} from service_publication p where ${where} order by p.published_at desc, p.item_id desc
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from service_publication p where ${where}`,
  )
  return { rows: rows.map(row => view(row, today)), total: counted!.total, page, pageSize }
}

/** For the sitemap. */
export async function listPublicServiceIds(tx: Database): Promise<{ id: string; updatedAt: Date }[]> {
  const rows = await rowsOf<{ id: string; updatedAt: When }>(
    tx,
    sql`select p.item_id as id, p.updated_at as "updatedAt" from service_publication p where ${isPublic}
      order by p.published_at desc, p.item_id desc`,
  )
  return rows.map(({ id, updatedAt }) => ({ id, updatedAt: new Date(updatedAt) }))
}

/** Cities to choose from, with their places. */
export const listPublicPlaces = (tx: Database): Promise<{ id: string; path: string; name: string }[]> =>
  rowsOf(tx, sql`select id, path, name from need_offices() where kind = 'city'`)
