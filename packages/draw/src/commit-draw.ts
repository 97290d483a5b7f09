import { randomBytes } from 'node:crypto'
import { canonicalText } from './canonical-text.ts'
import { checkRegister } from './check-register.ts'
import { digestOf } from './digest.ts'
import { type CommittedDraw, type DrawRegister, drawSchema } from './draw.contract.ts'

/** A seed nobody can guess: 256 bits as 64 hexadecimal digits. */
export const makeSeed = (): string => randomBytes(32).toString('hex')

/**
 * What is published before the draw; the seed itself is kept secret. Throws the first of the Problems of
 * `checkRegister`.
 */
export function commitDraw(register: DrawRegister, seed: string): CommittedDraw {
  const [first] = checkRegister(register)
  if (first) throw first
  const { name, organiser, rules, objects, inspectors } = register
  const commit = { register: digestOf(canonicalText(register)), seed: digestOf(seed) }
  return { schema: drawSchema, name, organiser, rules, objects, inspectors, commit }
}
