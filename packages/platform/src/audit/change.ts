import { isDeepStrictEqual } from 'node:util'
import { storableText } from '../db/index.ts'

/** What the trail may know to have changed, never what it was. */
const secret = /password|phone|secret|token|backup/i
const veiled = '•••'

type Side = Record<string, unknown>

/**
 * What an entry says of a change, as JSON text: of both sides only what differs. The values of secret keys (passwords,
 * phone numbers) are veiled, so that one sees that they changed and nothing more.
 */
export function changeText(
  before: object | null,
  after: object | null,
): { before: string | null; after: string | null } {
  if (!before || !after) return { before: toText(before), after: toText(after) }
  const [was, is] = [before as Side, after as Side]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const changed = keys.filter(key => !isDeepStrictEqual(was[key], is[key]))
  return { before: toText(pick(was, changed)), after: toText(pick(is, changed)) }
}

function pick(side: Side, keys: readonly string[]): Side {
  return Object.fromEntries(keys.filter(key => Object.hasOwn(side, key)).map(key => [key, side[key]]))
}

function toText(side: object | null): string | null {
  if (!side) return null
  return JSON.stringify(side, (key, value: unknown) => {
    if (secret.test(key) && value && typeof value !== 'boolean') return veiled
    return typeof value === 'string' ? storableText(value) : value
  })
}
