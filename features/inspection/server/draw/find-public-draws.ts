/** What visitors may see of draws: from the commitment on, and no names of who works here. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { DrawState } from '../../contract/draw.ts'
import type { FrozenStratum } from './draw.store.ts'

export type PublicDraw = {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly state: DrawState
  readonly objects: number
  readonly inspectors: number
  readonly count: number
  readonly strata: readonly FrozenStratum[]
  readonly registerHash: string
  readonly seedHash: string
  readonly committedAt: Date
  readonly seed: string | null
  readonly contribution: string | null
  readonly drawnAt: Date | null
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly updatedAt: Date
}
type Dates = 'committedAt' | 'drawnAt' | 'voidedAt' | 'updatedAt'
type Row = Omit<PublicDraw, Dates> & Record<Dates, string | Date | null>

const isPublic = sql`d.committed_at is not null`
const columns = sql`d.id, d.name, (select o.name from offices_by_id(array[d.unit_id]) o) as "unitName", d.state,
  d.objects, d.inspectors, d.count, d.strata, d.register_hash as "registerHash", d.seed_hash as "seedHash",
  d.committed_at as "committedAt", d.seed, d.contribution, d.drawn_at as "drawnAt", d.voided_at as "voidedAt",
  d.void_reason as "voidReason", d.updated_at as "updatedAt"`
const dateOf = (at: string | Date | null): Date | null => (at === null ? null : new Date(at))
const dated = (row: Row): PublicDraw => ({
  ...row,
  committedAt: new Date(row.committedAt!),
  drawnAt: dateOf(row.drawnAt),
  voidedAt: dateOf(row.voidedAt),
  updatedAt: new Date(row.updatedAt!),
})

export async function findPublicDraw(tx: Database, id: string): Promise<PublicDraw | null> {
  const [row] = await rowsOf<Row>(
    tx,
    sql`select ${columns} from inspection_draw d where d.id = ${id} and ${isPublic}`,
  )
  return row ? dated(row) : null
}

export type PublicDrawPage = {
  readonly rows: readonly PublicDraw[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

export async function listPublicDraws(tx: Database, page: number, pageSize = 20): Promise<PublicDrawPage> {
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${columns} from inspection_draw d where ${isPublic}
      order by d.committed_at desc, d.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
  const [counted] = await rowsOf<{ total: number }>(
    tx,
    sql`select count(*)::int as total from inspection_draw d where ${isPublic}`,
  )
  return { rows: rows.map(dated), total: counted!.total, page, pageSize }
}

/** The file as it is handed out, to the byte. */
export async function findPublicFile(tx: Database, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ file: string | null }>(
    tx,
    sql`select d.file from inspection_draw d where d.id = ${id} and ${isPublic}`,
  )
  return row?.file ?? null
}

/** For the sitemap. */
export async function listPublicDrawIds(tx: Database): Promise<{ id: string; updatedAt: Date }[]> {
  const rows = await rowsOf<{ id: string; updatedAt: string | Date }>(
    tx,
    sql`select d.id, d.updated_at as "updatedAt" from inspection_draw d where ${isPublic}
      order by d.committed_at desc, d.id desc`,
  )
  return rows.map(({ id, updatedAt }) => ({ id, updatedAt: new Date(updatedAt) }))
}
