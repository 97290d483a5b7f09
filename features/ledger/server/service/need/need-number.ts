/** The number a need is looked up by: nobody guesses one, and nobody mistakes one of its signs for another. */
import { createHmac, randomBytes } from 'node:crypto'

/** Without 0, 1, I, L, O and U, which are misread or spell words. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** The number of what was asked with one form: the same however often it is sent. */
export function numberOfForm(secret: string, formId: string): string {
  return written(createHmac('sha256', secret).update(`number of need ${formId}`).digest())
}

export function newNeedNumber(): string {
  return written(randomBytes(32))
}

function written(bytes: Uint8Array): string {
  // Bytes past the last multiple of 30 would make some signs likelier.
  const kept = [...bytes].filter(byte => byte < signs.length * 8).slice(0, length)
  return kept
    .map(byte => signs[byte % signs.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}

/** A number as somebody types it, `k7qm 2x9d`; null when it cannot be one. */
export function readNeedNumber(text: string | undefined): string | null {
  const bare = (text ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_]/g, '')
  if (bare.length !== length || [...bare].some(sign => !signs.includes(sign))) return null
  return bare.replace(/(.{4})(?=.)/g, '$1-')
}
