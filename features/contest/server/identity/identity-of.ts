import { createHmac } from 'node:crypto'

/** What tells who somebody is, by the way they came. */
export type IdentityProof = 'nickname' | 'phone' | 'oauth' | 'code'

/** What a contest keeps hashes of besides. */
type Kept = 'wish' | 'one-time' | 'grant' | 'browser'

/** Keyed hash within one contest: the same person in two contests cannot be told to be one. */
export function keyedHash(
  secret: string,
  contestId: string,
  what: IdentityProof | Kept,
  value: string,
): Buffer {
  const key = createHmac('sha256', secret).update(`contest identity\n${contestId}`).digest()
  return createHmac('sha256', key).update(`${what}\n${value}`).digest()
}

/** A mobile number of the mainland as eleven digits; null: none. */
export function plainPhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s()\-·.]/g, '')
  const digits = plain.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}

/** As the office sees it in lists. */
export const maskPhone = (digits: string): string => `${digits.slice(0, 3)}****${digits.slice(-4)}`
