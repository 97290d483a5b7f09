import { createHmac } from 'node:crypto'

/** What the key is used for; what is made for one says nothing of another. */
export type AwardPurpose = 'certificate' | 'seal' | 'receipt' | 'lottery'

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
