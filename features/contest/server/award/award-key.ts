import { createHmac, randomBytes } from 'node:crypto'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'

/** What the key is used for; what is made for one says nothing of another. */
export type AwardPurpose = 'certificate' | 'seal' | 'receipt' | 'lottery'

/** The key of a contest's awards, made when it is first asked for. Requests never reach it, only the program. */
export async function awardKeyOf(tx: Database, contestNo: number): Promise<Buffer> {
  const [row] = await withRole(tx, 'owner', async () => {
    const find = () =>
      rowsOf<{ key: string }>(
        tx,
        sql`select encode(key, 'hex') as key from contest_award_key where contest_no = ${contestNo}`,
      )
    const there = await find()
    if (there.length) return there
    await tx.execute(sql`insert into contest_award_key (contest_no, key)
      values (${contestNo}, decode(${randomBytes(32).toString('hex')}, 'hex')) on conflict (contest_no) do nothing`)
    return find()
  })
  return Buffer.from(row!.key, 'hex')
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
