import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Board, BoardKind } from '../../contract/index.ts'

/** A ranking as it was last made; null before anybody played, or where the caller may not see it. */
export async function readBoard<K extends BoardKind>(
  tx: Database,
  no: number,
  kind: K,
): Promise<Board<K> | null> {
  const [row] = await rowsOf<{ lines: Board<K>['lines']; madeAt: string | Date }>(
    tx,
    sql`select body as lines, made_at as "madeAt" from contest_board where contest_no = ${no} and kind = ${kind}`,
  )
  return row ? { kind, lines: row.lines, madeAt: new Date(row.madeAt) } : null
}
