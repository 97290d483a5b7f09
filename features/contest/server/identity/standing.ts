import { Problem } from '@jianbao/errors'
import type { Standing } from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import { progressOf, readAttempts } from '../play/progress.ts'
import { ofRun, readToken } from '../play/token.ts'
import type { IdentityServices } from './identity.services.ts'
import { findByNo, type PlayerRow } from './player.store.ts'

type Services = Pick<IdentityServices, 'db' | 'clock'>

/** Where a player stands, fresh from the database. */
export async function standingOf(
  { db, clock }: Services,
  contest: LiveContest,
  { no, nickname, unitNo, groupKey, code }: PlayerRow,
): Promise<Standing> {
  const { groups } = contest.rules
  const groupNo = groups.findIndex(({ key }) => key === groupKey) + 1
  const attempts = await readAttempts(db, contest.no, no)
  const facts = { playerNo: no, unitNo, groupNo, ...attempts }
  return {
    ...progressOf(contest, facts, clock.now().getTime()),
    nickname,
    unitName: contest.units.get(unitNo)?.name ?? null,
    group: groups[groupNo - 1]?.name ?? null,
    code,
  }
}

/** Whose ticket it is, however old, as long as the contest is in the same run. Throws `contest-token`, `player-forgotten`. */
export async function playerOf(
  { db }: Pick<Services, 'db'>,
  contest: LiveContest,
  ticket: string,
): Promise<PlayerRow> {
  const facts = ofRun(readToken(contest.tokenKey, ticket, 'ticket', contest.no), contest.run)
  const player = await findByNo(db, contest.no, facts.playerNo)
  if (!player) throw new Problem('contest-token')
  if (player.forgotten) throw new Problem('player-forgotten')
  return player
}
