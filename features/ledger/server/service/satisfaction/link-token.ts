/** A link that is good for one answer: the row of its item, and a secret of which only the hash is kept. */
import { createHash, randomBytes } from 'node:crypto'

const idBytes = 16
const secretBytes = 16

export function makeLinkToken(askId: string): { token: string; hash: string } {
  const secret = randomBytes(secretBytes)
  const id = Buffer.from(askId.replaceAll('-', ''), 'hex')
  return { token: Buffer.concat([id, secret]).toString('base64url'), hash: hashOf(secret) }
}

/** Null for what was never made here; whether it is good the database knows. */
export function readLinkToken(token: string): { askId: string; hash: string } | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + secretBytes || bytes.toString('base64url') !== token) return null
  const hex = bytes.subarray(0, idBytes).toString('hex')
  const askId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { askId, hash: hashOf(bytes.subarray(idBytes)) }
}

const hashOf = (secret: Uint8Array): string => createHash('sha256').update(secret).digest('hex')
