import { Problem } from '@jianbao/errors'
import {
  type ContestRules,
  type JoinDetails,
  type JoinWish,
  plainNickname,
  type Standing,
} from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import type { IdentityServices } from './identity.services.ts'
import { keyedHash } from './identity-of.ts'
import { plainDetails } from './join-details.rules.ts'
import { findByIdentity, noteWish, type PlayerRow } from './player.store.ts'
import { type Proof, prove, type Visitor } from './prove-identity.ts'
import { standingOf } from './standing.ts'

/**
 * Registers a newcomer, or lets the same person in again: one player for each phone, account, entry code, or nickname of
 * a unit. The same wish sent again has the same answer. Throws a Problem that says what is missing or wrong.
 */
export async function joinContest(
  services: IdentityServices,
  contest: LiveContest,
  wish: JoinWish,
  visitor: Visitor,
): Promise<Standing> {
  const wishHash = keyedHash(services.secret, contest.id, 'wish', wish.wishKey)
  const proof = await prove(services, contest, wish, wishHash, visitor)
  if ('player' in proof) return letIn(services, contest, proof.player, wishHash)
  const details = wish.kind === 'player-code' ? undefined : wish.details
  const open = joinable(contest, services.clock.now())
  const player =
    details && open
      ? await admit(services, contest, proof, wishHash, details)
      : await findByIdentity(services.db, contest.no, proof.identity)
  if (!player) throw new Problem(details ? 'join-closed' : 'player-unknown')
  // A nickname is known to everybody who reads the ranking: it proves nothing.
  if (wish.kind === 'nickname' && !sameWish(player, wishHash))
    throw new Problem('nickname-taken', { nickname: plainNickname(wish.details.nickname) })
  await proof.spend()
  return letIn(services, contest, player, wishHash)
}

type Unknown = Extract<Proof, { identity: Buffer }>

async function admit(
  { clock, desk, words }: IdentityServices,
  contest: LiveContest,
  proof: Unknown,
  wish: Buffer,
  details: JoinDetails,
): Promise<PlayerRow | null> {
  const plain = plainDetails(contest, details, { givenUnit: proof.unitNo, words })
  await proof.claim()
  const { identity, contact } = proof
  const its = { contestNo: contest.no, contestId: contest.id, run: contest.run }
  return desk.admit({ ...its, identity, wish, contact, ...plain, at: clock.now() })
}

/** Whether somebody new may come; who came before may always look at where they stand. */
export function joinable(
  {
    state,
    closedAt,
    rules,
  }: Pick<LiveContest, 'state' | 'closedAt'> & { rules: Pick<ContestRules, 'closesAt'> },
  now: Date,
): boolean {
  if (state === 'rehearsal') return true
  const at = now.getTime()
  return state === 'open' && at < Date.parse(rules.closesAt) && (closedAt === null || at < closedAt)
}

export const sameWish = ({ wish }: Pick<PlayerRow, 'wish'>, hash: Buffer): boolean =>
  wish?.equals(hash) ?? false

async function letIn(
  services: IdentityServices,
  contest: LiveContest,
  player: PlayerRow,
  wishHash: Buffer,
): Promise<Standing> {
  if (player.forgotten) throw new Problem('player-forgotten')
  if (!sameWish(player, wishHash)) await noteWish(services.db, contest.no, player.no, wishHash)
  return standingOf(services, contest, player)
}
