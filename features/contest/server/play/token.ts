import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { quickMac } from './quick-mac.ts'

/** `ticket`: who plays and which attempt comes next. `paper`, `practice`: an attempt that was begun. */
export type TokenKind = 'ticket' | 'paper' | 'practice'

/** What a token says; whole numbers from 0. */
export type TokenFacts = {
  readonly kind: TokenKind
  readonly contestNo: number
  /** Of the contest: tokens of an earlier one are void. */
  readonly run: number
  readonly playerNo: number
  readonly unitNo: number
  readonly groupNo: number
  /** The attempt it is for: as many lie behind. */
  readonly n: number
  /** Days since 1970 in Asia/Shanghai, of the last attempt (ticket) or of the start (paper). */
  readonly day: number
  /** Attempts of that day before this one. */
  readonly nth: number
  /** Questions withdrawn when the paper was drawn; 0 in a ticket. */
  readonly withdrawn: number
  /** Milliseconds since 1970 by the server's clock: when it was given out, or when the paper began. */
  readonly at: number
  /** The paper was begun before and is given out once more. */
  readonly restarted: boolean
}

const kinds = ['ticket', 'paper', 'practice'] as const satisfies readonly TokenKind[]
const factBytes = 37
const macBytes = 16

/** The key of a contest's tokens, made of the secret of the installation. */
export const tokenKeyOf = (secret: string, contestId: string): KeyObject =>
  createSecretKey(createHmac('sha256', secret).update(`contest token\n${contestId}`).digest())

/** Signs what a token says: 37 bytes and 16 of their HMAC-SHA256, in base64url. */
export function signToken(key: KeyObject, facts: TokenFacts): string {
  const bytes = Buffer.allocUnsafe(factBytes + macBytes)
  bytes.writeUInt8(kinds.indexOf(facts.kind), 0)
  bytes.writeUInt8(facts.groupNo, 1)
  bytes.writeUInt16BE(facts.withdrawn, 2)
  bytes.writeUInt32BE(facts.contestNo, 4)
  bytes.writeUInt32BE(facts.run, 8)
  bytes.writeUInt32BE(facts.playerNo, 12)
  bytes.writeUInt32BE(facts.unitNo, 16)
  bytes.writeUInt32BE(facts.n, 20)
  bytes.writeUInt32BE(facts.day, 24)
  bytes.writeUInt16BE(facts.nth, 28)
  bytes.writeUIntBE(facts.at, 30, 6)
  bytes.writeUInt8(facts.restarted ? 1 : 0, 36)
  bytes.write(macOf(key, bytes), factBytes, macBytes, 'binary')
  return bytes.toString('base64url')
}

/** What a token says; null when it was not signed with this key or is of another kind or contest. */
export function readToken(
  key: KeyObject,
  text: string,
  kind: TokenKind,
  contestNo: number,
): TokenFacts | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== factBytes + macBytes) return null
  expected.write(macOf(key, bytes), 0, macBytes, 'binary')
  if (!timingSafeEqual(expected, bytes.subarray(factBytes))) return null
  const facts: TokenFacts = {
    kind: kinds[bytes.readUInt8(0)]!,
    groupNo: bytes.readUInt8(1),
    withdrawn: bytes.readUInt16BE(2),
    contestNo: bytes.readUInt32BE(4),
    run: bytes.readUInt32BE(8),
    playerNo: bytes.readUInt32BE(12),
    unitNo: bytes.readUInt32BE(16),
    n: bytes.readUInt32BE(20),
    day: bytes.readUInt32BE(24),
    nth: bytes.readUInt16BE(28),
    at: bytes.readUIntBE(30, 6),
    restarted: bytes.readUInt8(36) === 1,
  }
  return facts.kind === kind && facts.contestNo === contestNo ? facts : null
}

/**
 * A token of the run a contest is in. Throws Problem `contest-token` for one of an earlier run or none at all, `server-busy`
 * for one of a run this server has not heard of yet.
 */
export function ofRun(facts: TokenFacts | null, run: number): TokenFacts {
  if (facts && facts.run > run) throw new Problem('server-busy')
  if (facts?.run !== run) throw new Problem('contest-token')
  return facts
}

const expected = Buffer.alloc(macBytes)
const macOf = (key: KeyObject, bytes: Buffer): string => quickMac(key, bytes.subarray(0, factBytes))
