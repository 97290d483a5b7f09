import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

/** The key of a contest's awards. Requests never reach it, only the program does. */
export async function awardKeyOf(tx: Database, contestNo: number): Promise<Buffer> {
  const [row] = await withRole(tx, 'owner', () =>
    rowsOf<{ key: string }>(
      tx,
      sql`select encode(key, 'hex') as key from contest_award_key where contest_no = ${contestNo}`,
    ),
  )
  if (!row) throw new Error(`contest ${contestNo} has no key for its awards`)
  return Buffer.from(row.key, 'hex')
}
