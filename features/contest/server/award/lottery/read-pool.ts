/** Who may win: players whose attempts reach what the rules ask for, on one day or in all. */
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { ContestRules } from '../../../contract/index.ts'

export type PoolWish = {
  readonly contestId: string
  readonly contestNo: number
  readonly lottery: NonNullable<ContestRules['lottery']>
  /** Asia/Shanghai; null: all days. */
  readonly day: string | null
  /** Also who won before. */
  readonly again: boolean
}
export type PoolPlayer = { readonly no: number; readonly nickname: string; readonly unitName: string | null }

const reached = ({ by, least }: PoolWish['lottery']): SQL =>
  by === 'attempts'
    ? sql`count(*) >= ${least}`
    : by === 'right'
      ? sql`max(a.right_count) >= ${least}`
      : sql`max(a.score) >= ${least}`

/** Winners of a draw that was declared void won nothing. */
const wonBefore = (contestId: string): SQL => sql`exists (select from contest_draw_winner w
  join contest_draw d on d.id = w.draw_id
  where d.contest_id = ${contestId} and d.state = 'drawn' and w.player_no = p.no)`

const fitting = ({ contestNo, lottery, day }: PoolWish): SQL => sql`select a.player_no from contest_attempt a
  where a.contest_no = ${contestNo} and not a.voided and (${day}::date is null or a.day = ${day}::date)
  group by a.player_no having ${reached(lottery)}`

const pooled = (wish: PoolWish): SQL => sql`contest_player p
  where p.contest_no = ${wish.contestNo} and p.forgotten_at is null and p.no in (${fitting(wish)})
    and (${wish.again} or not ${wonBefore(wish.contestId)})`

export function readPool(tx: Database, wish: PoolWish): Promise<PoolPlayer[]> {
  return rowsOf<PoolPlayer>(
    tx,
    sql`select pool.no, pool.nickname, u.name as "unitName" from (select p.no, p.nickname, p.unit_no from ${pooled(wish)}) pool
      left join contest_unit u on u.contest_id = ${wish.contestId} and u.no = pool.unit_no order by pool.no`,
  )
}

export async function countPool(tx: Database, wish: PoolWish): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(tx, sql`select count(*)::int as count from ${pooled(wish)}`)
  return row!.count
}
