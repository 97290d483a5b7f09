import { hash } from 'node:crypto'

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex')

type Mixed = { readonly seed: string; readonly contribution: string; readonly register: string }

/** The rank of one among others: SHA-256 of what it is for, all that was fixed, and what it stands for, a line each. */
export function rankOf(
  purpose: 'object' | 'inspector',
  { seed, contribution, register }: Mixed,
  one: string,
  other: string,
): string {
  return digestOf(`${purpose}\n${seed}\n${contribution}\n${register}\n${one}\n${other}`)
}
export type { Mixed }
