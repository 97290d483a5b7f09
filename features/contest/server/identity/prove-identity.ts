import { Problem } from '@jianbao/errors'
import { isCode, type JoinWish, nicknameSameness, plainCode, playerCodeLength } from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import { findEntryCode } from './entry-code/entry-code.store.ts'
import type { IdentityServices } from './identity.services.ts'
import { keyedHash, plainPhone } from './identity-of.ts'
import { readGrant, spendGrant } from './oauth/grant.ts'
import { checkPhoneCode, spendPhoneCode } from './phone/phone-code.store.ts'
import { findByCode, findByIdentity, type PlayerRow } from './player.store.ts'

/** Where a wish comes from. */
export type Visitor = {
  readonly address: string | undefined
  /** The cookie of the browser that was sent to an account elsewhere. */
  readonly browser: string | null
}

/** Who it is: somebody who was here before, or an identity of somebody who may be new. */
export type Proof =
  | { readonly player: PlayerRow }
  | {
      readonly identity: Buffer
      readonly contact: string | null
      /** The unit an entry code was made for. */
      readonly unitNo: number | null
      /** Before anybody is let in by it: what is good once is this wish's alone from then on. */
      readonly claim: () => Promise<void>
      /** After somebody was let in by it. */
      readonly spend: () => Promise<void>
    }

const nothing = async (): Promise<void> => undefined

/** Throws `join-other-way`, or the Problem of the proof that does not hold. */
export async function prove(
  services: IdentityServices,
  contest: LiveContest,
  wish: JoinWish,
  wishHash: Buffer,
  visitor: Visitor,
): Promise<Proof> {
  if (wish.kind === 'player-code') return { player: await ownerOf(services, contest, wish.code, visitor) }
  if (wish.kind !== contest.rules.identity.kind) throw new Problem('join-other-way')
  if (wish.kind === 'phone') return provePhone(services, contest, wish, wishHash, visitor)
  if (wish.kind === 'oauth') return proveAccount(services, contest, wish.grant, wishHash, visitor)
  if (wish.kind === 'code') return proveEntryCode(services, contest, wish.entryCode, visitor)
  const { nickname, unitNo } = wish.details
  const place = contest.rules.units === 'none' ? 0 : (unitNo ?? 0)
  const value = `${nicknameSameness(nickname)}\n${place}`
  const identity = keyedHash(services.secret, contest.id, 'nickname', value)
  return { identity, contact: null, unitNo: null, claim: nothing, spend: nothing }
}

/** Whose 参赛码 it is. Throws `player-code-wrong`, `too-many-requests` for who tries many. */
export async function ownerOf(
  services: Pick<IdentityServices, 'db' | 'rates'>,
  contest: LiveContest,
  typed: string,
  { address }: Pick<Visitor, 'address'>,
): Promise<PlayerRow> {
  const code = plainCode(typed)
  // Mistyped: the letter that checks it says so, and whoever guesses learns nothing.
  if (!isCode(code, playerCodeLength)) throw new Problem('player-code-wrong')
  const player = await findByCode(services.db, contest.no, code)
  if (player) return player
  slowDown(services, address)
  throw new Problem('player-code-wrong')
}

/** A wrong code counts against its network. */
function slowDown({ rates }: Pick<IdentityServices, 'rates'>, address: string | undefined): void {
  const retryAfterSeconds = rates.take(address, 'wrong-code')
  if (retryAfterSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds })
}

async function provePhone(
  services: IdentityServices,
  contest: LiveContest,
  wish: Extract<JoinWish, { kind: 'phone' }>,
  wishHash: Buffer,
  { address }: Visitor,
): Promise<Proof> {
  const { db, secret } = services
  const digits = plainPhone(wish.phone)
  if (digits === null) throw new Problem('phone-number-wrong')
  const identity = keyedHash(secret, contest.id, 'phone', digits)
  const known = await findByIdentity(db, contest.no, identity)
  // The wish that let them in, sent again: its code is used up.
  if (known?.wish?.equals(wishHash)) return { player: known }
  const phone = { contestNo: contest.no, phone: identity }
  const checked = await checkPhoneCode(services, { ...phone, contestId: contest.id, code: wish.oneTimeCode })
  if (checked !== 'right') {
    slowDown(services, address)
    throw checked === 'lapsed'
      ? new Problem('phone-code-lapsed')
      : new Problem('phone-code-wrong', { left: checked.left })
  }
  return { identity, contact: digits, unitNo: null, claim: nothing, spend: () => spendPhoneCode(db, phone) }
}

async function proveAccount(
  services: IdentityServices,
  contest: LiveContest,
  text: string,
  wishHash: Buffer,
  { browser }: Visitor,
): Promise<Proof> {
  const grant = readGrant(services, contest, text, browser)
  if (!grant) throw new Problem('grant-lapsed')
  const claim = async (): Promise<void> => {
    if (!(await spendGrant(services.db, contest.no, grant, wishHash))) throw new Problem('grant-lapsed')
  }
  return { identity: grant.identity, contact: null, unitNo: null, claim, spend: claim }
}

async function proveEntryCode(
  services: IdentityServices,
  contest: LiveContest,
  typed: string,
  { address }: Visitor,
): Promise<Proof> {
  const code = plainCode(typed)
  if (!isCode(code, playerCodeLength)) throw new Problem('entry-code-wrong')
  const identity = keyedHash(services.secret, contest.id, 'code', code)
  const given = await findEntryCode(services.db, contest, identity)
  if (!given) {
    slowDown(services, address)
    throw new Problem('entry-code-wrong')
  }
  return { identity, contact: code, unitNo: given.unitNo, claim: nothing, spend: nothing }
}
