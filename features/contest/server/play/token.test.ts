import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken, signToken, type TokenFacts, tokenKeyOf } from './token.ts'

const key = tokenKeyOf('the secret of an installation', 'one contest')
const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const facts: fc.Arbitrary<TokenFacts> = fc.record({
  kind: fc.constantFrom('ticket', 'paper', 'practice'),
  contestNo: word,
  run: word,
  playerNo: word,
  unitNo: word,
  groupNo: fc.integer({ min: 0, max: 255 }),
  n: word,
  day: word,
  nth: fc.integer({ min: 0, max: 65_535 }),
  withdrawn: fc.integer({ min: 0, max: 65_535 }),
  at: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  restarted: fc.boolean(),
})

test('a token says what was signed, to whoever holds the key, for its own kind and contest', () => {
  fc.assert(
    fc.property(facts, its => {
      const token = signToken(key, its)
      expect(token).toMatch(/^[\w-]{40,200}$/)
      expect(readToken(key, token, its.kind, its.contestNo)).toEqual(its)
      expect(readToken(key, token, its.kind === 'paper' ? 'ticket' : 'paper', its.contestNo)).toBeNull()
      expect(readToken(key, token, its.kind, its.contestNo ^ 1)).toBeNull()
      const others = [
        createSecretKey(Buffer.alloc(32)),
        tokenKeyOf('the secret of an installation', 'another'),
      ]
      for (const other of others) expect(readToken(other, token, its.kind, its.contestNo)).toBeNull()
    }),
  )
})

test('no byte of it can be changed, left out or added', () => {
  fc.assert(
    fc.property(facts, fc.nat(52), fc.integer({ min: 1, max: 255 }), (its, at, change) => {
      const bytes = Buffer.from(signToken(key, its), 'base64url')
      bytes[at]! ^= change
      expect(readToken(key, bytes.toString('base64url'), its.kind, its.contestNo)).toBeNull()
      expect(readToken(key, bytes.subarray(0, at).toString('base64url'), its.kind, its.contestNo)).toBeNull()
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), text => {
      expect(readToken(key, text, 'ticket', 1)).toBeNull()
    }),
  )
})
