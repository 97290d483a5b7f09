/** What a form carries that was made here: an id, so that sending it twice is once, and when it was opened. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type FormToken =
  | { readonly standing: 'good' | 'hasty' | 'stale'; readonly formId: string }
  | { readonly standing: 'false' }

/** Nobody reads the form and writes two words in less; programs do. */
const leastMs = 3_000
const mostMs = 24 * 3_600_000
const idBytes = 16

export function makeFormToken(secret: string, purpose: string, now: Date): string {
  const body = `${randomBytes(idBytes).toString('base64url')}.${now.getTime().toString(36)}`
  return `${body}.${signed(secret, purpose, body)}`
}

export function readFormToken(secret: string, purpose: string, token: string, now: Date): FormToken {
  const [, body, formId, madeAt, signature] =
    /^(([\w-]{22})\.([0-9a-z]{1,12}))\.([\w-]{43})$/.exec(token) ?? []
  if (!body || !formId || !madeAt || !signature) return { standing: 'false' }
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signed(secret, purpose, body))))
    return { standing: 'false' }
  const age = now.getTime() - Number.parseInt(madeAt, 36)
  return { standing: age < leastMs ? 'hasty' : age > mostMs ? 'stale' : 'good', formId }
}

function signed(secret: string, purpose: string, body: string): string {
  return createHmac('sha256', secret).update(`form ${purpose} ${body}`).digest('base64url')
}
