import { createHmac, createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickMac } from './quick-mac.ts'

test('it is the HMAC of the library, whatever the key and the message', () => {
  const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength })
  fc.assert(
    fc.property(bytes(1, 150), bytes(0, 256), bytes(0, 256), (secret, first, second) => {
      const key = createSecretKey(secret)
      for (const message of [first, second, first])
        expect(Buffer.from(quickMac(key, message), 'binary')).toEqual(
          createHmac('sha256', key).update(message).digest(),
        )
    }),
  )
  expect(() => quickMac(createSecretKey(Buffer.from('key')), Buffer.alloc(257))).toThrow(RangeError)
})
