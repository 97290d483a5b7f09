import { createHmac } from 'node:crypto'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

/** What the key is used for; what is made for one says nothing of another. */
export type AwardPurpose = 'certificate' | 'seal' | 'receipt' | 'lottery'

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

/** So many bytes that follow from the key, the purpose and what they stand for, and from nothing else. */
export function keyedBytes(
  key: Buffer,
  purpose: AwardPurpose,
  words: readonly (string | number)[],
  count: number,
): Buffer {
  const text = [purpose, ...words].join('\n')
  return createHmac('sha256', key).update(text).digest().subarray(0, count)
}
