import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import {
  isCode,
  maskName,
  nicknameFault,
  type OwnTeam,
  plainCode,
  plainNickname,
  type TeamWish,
  teamCodeLength,
} from '../../../contract/index.ts'
import type { LiveContest } from '../../play/live-contest.ts'
import type { IdentityServices } from '../identity.services.ts'
import { joinable } from '../join-contest.ts'
import { nicknameProblems } from '../join-details.rules.ts'
import { makeCode } from '../make-code.ts'
import type { PlayerRow } from '../player.store.ts'
import { playerOf } from '../standing.ts'
import {
  enterTeam,
  findTeam,
  findTeamByCode,
  insertTeam,
  listMembers,
  type TeamRow,
  takePlace,
} from './team.store.ts'

/** A player's team, after what they wish of it. A team one is in already is answered as it is. */
export async function ownTeam(
  services: IdentityServices,
  contest: LiveContest,
  { ticket, wish }: TeamWish,
  address: string | undefined,
): Promise<OwnTeam> {
  const { db } = services
  const most = contest.rules.teamSize
  const player = await playerOf(services, contest, ticket)
  if (most === null) {
    if (wish.kind === 'see') return { team: null }
    throw new Problem('team-none')
  }
  const had = player.teamNo === null ? null : await findTeam(db, contest.no, player.teamNo)
  const team =
    wish.kind === 'see'
      ? had
      : wish.kind === 'create'
        ? await createTeam(services, contest, player, had, wish.name)
        : await joinTeam(services, contest, player, had, wish.code, address)
  if (!team) return { team: null }
  const members = (await listMembers(db, contest.no, team.no)).map(maskName)
  return { team: { name: team.name, code: team.code, members, most } }
}

async function createTeam(
  { db, clock, words }: IdentityServices,
  contest: LiveContest,
  player: PlayerRow,
  had: TeamRow | null,
  typed: string,
): Promise<TeamRow> {
  const fault = nicknameFault(typed, words)
  if (fault) throw new Problem(nicknameProblems[fault])
  const name = plainNickname(typed)
  // The same wish sent again: it is theirs.
  if (had?.name === name) return had
  if (had) throw new Problem('team-had', { name: had.name })
  const now = clock.now()
  if (!joinable(contest, now)) throw new Problem('join-closed')
  const code = makeCode(teamCodeLength)
  const its = { contestNo: contest.no, name, unitNo: player.unitNo, code, at: now }
  return db.transaction(async tx => {
    const no = await insertTeam(tx, its)
    if (no === null) throw new Problem('team-name-taken', { name })
    await enter(tx, contest, player, { no, name, code })
    return { no, name, code }
  })
}

async function joinTeam(
  { db, clock, rates }: IdentityServices,
  contest: LiveContest,
  player: PlayerRow,
  had: TeamRow | null,
  typed: string,
  address: string | undefined,
): Promise<TeamRow> {
  const code = plainCode(typed)
  if (had?.code === code) return had
  if (had) throw new Problem('team-had', { name: had.name })
  if (!joinable(contest, clock.now())) throw new Problem('join-closed')
  if (!isCode(code, teamCodeLength)) throw new Problem('team-code-wrong')
  const team = await findTeamByCode(db, contest.no, code)
  if (!team) {
    const retryAfterSeconds = rates.take(address, 'wrong-code')
    if (retryAfterSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds })
    throw new Problem('team-code-wrong')
  }
  return db.transaction(async tx => {
    await enter(tx, contest, player, team)
    return team
  })
}

/** Throws `team-had` when they are in one by now, `team-full`. */
async function enter(tx: Database, contest: LiveContest, player: PlayerRow, team: TeamRow): Promise<void> {
  const most = contest.rules.teamSize ?? 0
  if (!(await takePlace(tx, contest.no, team.no, most)))
    throw new Problem('team-full', { name: team.name, most })
  if (!(await enterTeam(tx, contest.no, player.no, team.no)))
    throw new Problem('team-had', { name: team.name })
}
