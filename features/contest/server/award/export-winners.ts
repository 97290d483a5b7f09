import { Readable } from 'node:stream'
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import { shownCode } from '../../contract/index.ts'
import type { HeldContest } from './contest-of-office.ts'
import { selectDraws } from './lottery/find-public-draws.ts'

export type WinnerRow = {
  readonly place: number
  readonly code: string
  readonly nickname: string
  readonly unitName: string | null
  readonly playerCode: string
}

/** Who won, as the office needs it to hand out prizes. Throws `not-found`. */
export async function readWinners(
  tx: Database,
  contest: HeldContest,
  drawId: string,
): Promise<{ name: string; rows: WinnerRow[] }> {
  const [draw] = await selectDraws(tx, sql`d.id = ${drawId} and d.contest_id = ${contest.id}`)
  if (!draw) throw new Problem('not-found')
  const rows = await rowsOf<WinnerRow>(
    tx,
    sql`select w.place, w.code, p.nickname, u.name as "unitName", p.code as "playerCode"
      from contest_draw_winner w join contest_player p on p.contest_no = w.contest_no and p.no = w.player_no
      left join contest_unit u on u.contest_id = ${contest.id} and u.no = p.unit_no
      where w.draw_id = ${drawId} order by w.place`,
  )
  return { name: draw.name, rows }
}

export function writeWinners(rows: readonly WinnerRow[]): Readable {
  const columns = [
    { heading: '序号', width: 8 },
    { heading: '昵称', width: 18 },
    { heading: '单位', width: 30 },
    { heading: '参赛码', width: 16 },
    { heading: '抽奖编码', width: 24 },
  ]
  const lines = rows.map((row): SheetCell[] => [
    row.place,
    row.nickname,
    row.unitName ?? '',
    shownCode(row.playerCode),
    row.code,
  ])
  return writeSheet({ name: '中奖名单', columns }, Readable.from(lines))
}
