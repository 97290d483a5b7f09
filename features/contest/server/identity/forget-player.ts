import { randomBytes } from 'node:crypto'
import { noteDeed } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import { playerCodeLength } from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import type { IdentityServices } from './identity.services.ts'
import { makeCode } from './make-code.ts'
import { ownerOf } from './prove-identity.ts'

/** What stands in the place of a name. */
export const nobody = '匿名选手'

/**
 * Erases what tells who a player is, for whoever knows their 参赛码. Of the identity the keyed hash alone remains until
 * everything is wiped, so that nobody plays a second time by being forgotten. Throws `player-code-wrong`.
 */
export async function forgetPlayer(
  services: Pick<IdentityServices, 'db' | 'clock' | 'rates'>,
  contest: LiveContest,
  typed: string,
  address: string | undefined,
): Promise<void> {
  const { db, clock } = services
  const { no } = await ownerOf(services, contest, typed, { address })
  await db.transaction(async tx => {
    await erase(tx, contest.no, no, clock.now())
    // The number of the player would lead from the trail to the row that is nobody's now.
    const actor = { kind: 'system', id: 'player' } as const
    await noteDeed(
      tx,
      clock,
      { actor, action: 'contest.forget-player', object: contest.id },
      { words: contest.title },
    )
  })
}

async function erase(tx: Database, contestNo: number, no: number, at: Date): Promise<void> {
  await tx.execute(sql`update contest_player set sealed = null, nickname = ${nobody}, wish = null,
      code = ${makeCode(playerCodeLength)}, forgotten_at = ${at.toISOString()}
    where contest_no = ${contestNo} and no = ${no}`)
  // A number that asked for codes without playing by it stays no longer than this either.
  await tx.execute(sql`delete from contest_phone_code its using contest_player player
    where its.contest_no = ${contestNo} and player.contest_no = its.contest_no and player.no = ${no}
      and its.phone = player.identity`)
}

/** Something of the right length that stands for nobody. */
const randomIdentity = (): Buffer => randomBytes(32)
