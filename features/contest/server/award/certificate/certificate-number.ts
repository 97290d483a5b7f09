import { keyedBytes } from '../keyed-bytes.ts'

/** Crockford's letters: none is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** So many letters of five bits each. */
function lettersOf(bytes: Buffer, count: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let at = 0; at < count; at++)
    text += letters[Number((bits >> BigInt(bytes.length * 8 - 5 * (at + 1))) & 31n)]
  return text
}

/** 80 bits that follow from contest, player and kind, and are known to nobody without the key. */
export const certificateNumber = (key: Buffer, playerNo: number, kind: string): string =>
  lettersOf(keyedBytes(key, 'certificate', [playerNo, kind], 10), 16)

/** 校验码: says that the words on the paper are those that were printed. */
export const certificateSeal = (key: Buffer, words: readonly string[]): string =>
  lettersOf(keyedBytes(key, 'seal', words, 5), 6)

/** In groups of four, as it is printed. */
export const shownNumber = (number: string): string => number.match(/.{1,4}/g)?.join('-') ?? ''

/** A number as somebody typed it; null when it cannot be one. */
export function readNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain : null
}
