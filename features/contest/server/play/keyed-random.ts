import type { KeyObject } from 'node:crypto'
import { quickMac } from './quick-mac.ts'

export type Random = {
  /** A whole number from 0 to `bound` - 1, each as likely as any other; `bound` is below 2^21. */
  below(bound: number): number
}

const span = 2 ** 32

/**
 * Random numbers that follow from a key and a text: xoshiro128** begun with the first 16 bytes of HMAC-SHA256, as four
 * little-endian words. Without the key nobody knows them; with it everybody gets the same (docs/contest-papers.md).
 */
export function keyedRandom(key: KeyObject, text: string): Random {
  const seed = quickMac(key, Buffer.from(text))
  const word = (at: number): number =>
    seed.charCodeAt(at) |
    (seed.charCodeAt(at + 1) << 8) |
    (seed.charCodeAt(at + 2) << 16) |
    (seed.charCodeAt(at + 3) << 24)
  let [a, b, c, d] = [word(0), word(4), word(8), word(12)]
  const next = (): number => {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  return {
    below: bound => {
      for (;;) {
        // Exact: both factors together have less than 53 bits.
        const product = next() * bound
        const number = Math.floor(product / span)
        const rest = product - number * span
        // Some rests come once more often than others: those are passed over (Lemire).
        if (rest >= bound || rest >= span % bound) return number
      }
    },
  }
}
