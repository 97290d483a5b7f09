import { hash, type KeyObject } from 'node:crypto'

const blockBytes = 64
const digestBytes = 32
const longest = 256

type Pads = { readonly inner: Buffer; readonly outer: Buffer }
const known = new WeakMap<KeyObject, Pads>()

/**
 * HMAC-SHA256 (RFC 2104) of a message of up to 256 bytes, as a text of 32 characters of one byte. By two calls of the
 * library's hash: an Hmac of the library costs twice as much, and thousands a second keep the collector busy.
 */
export function quickMac(key: KeyObject, message: Uint8Array): string {
  if (message.length > longest) throw new RangeError('a message too long for a quick MAC')
  const { inner, outer } = known.get(key) ?? padsOf(key)
  inner.set(message, blockBytes)
  outer.write(hash('sha256', inner.subarray(0, blockBytes + message.length), 'binary'), blockBytes, 'binary')
  return hash('sha256', outer, 'binary')
}

function padsOf(key: KeyObject): Pads {
  const secret = key.export()
  const block = secret.length > blockBytes ? Buffer.from(hash('sha256', secret, 'binary'), 'binary') : secret
  const pads = { inner: Buffer.alloc(blockBytes + longest), outer: Buffer.alloc(blockBytes + digestBytes) }
  for (let at = 0; at < blockBytes; at++) {
    pads.inner[at] = (block[at] ?? 0) ^ 0x36
    pads.outer[at] = (block[at] ?? 0) ^ 0x5c
  }
  known.set(key, pads)
  return pads
}
