/** Lotteries as everybody sees them: from the commitment on. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'

export type DrawWinner = {
  readonly place: number
  readonly code: string
  readonly name: string
  readonly unit: string
}
export type ContestDraw = {
  readonly id: string
  readonly no: number
  readonly name: string
  readonly prize: string
  readonly day: string | null
  readonly count: number
  readonly again: boolean
  readonly state: 'committed' | 'drawn' | 'void'
  readonly eligible: number
  readonly registerHash: string
  readonly seedHash: string
  readonly committedAt: Date
  readonly contribution: string | null
  readonly seed: string | null
  readonly drawnAt: Date | null
  readonly winners: readonly DrawWinner[]
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly byName: string
  readonly version: number
}
type Dates = 'committedAt' | 'drawnAt' | 'voidedAt'
type Row = Omit<ContestDraw, Dates> & Record<Dates, string | Date | null>

const columns = sql`d.id, d.no, d.name, d.prize, to_char(d.day, 'YYYY-MM-DD') as day, d.count, d.again, d.state,
  d.eligible, d.register_hash as "registerHash", d.seed_hash as "seedHash", d.committed_at as "committedAt",
  d.contribution, d.seed, d.drawn_at as "drawnAt", d.winners, d.voided_at as "voidedAt", d.void_reason as "voidReason",
  d.by_name as "byName", d.version`

const dated = (row: Row): ContestDraw => ({
  ...row,
  committedAt: new Date(row.committedAt!),
  drawnAt: row.drawnAt === null ? null : new Date(row.drawnAt),
  voidedAt: row.voidedAt === null ? null : new Date(row.voidedAt),
})

export async function selectDraws(tx: Database, where: SQL): Promise<ContestDraw[]> {
  const rows = await rowsOf<Row>(tx, sql`select ${columns} from contest_draw d where ${where}`)
  return rows.map(dated)
}

export const listDraws = (tx: Database, contestId: string): Promise<ContestDraw[]> =>
  selectDraws(tx, sql`d.contest_id = ${contestId} order by d.no desc limit 1000`)

export async function findPublicDraw(
  tx: Database,
  contestId: string,
  no: number,
): Promise<ContestDraw | null> {
  const [draw] = await selectDraws(tx, sql`d.contest_id = ${contestId} and d.no = ${no}`)
  return draw ?? null
}

export async function findDrawFile(tx: Database, drawId: string): Promise<string | null> {
  const [row] = await rowsOf<{ file: string }>(
    tx,
    sql`select file from contest_draw_file where draw_id = ${drawId}`,
  )
  return row?.file ?? null
}
