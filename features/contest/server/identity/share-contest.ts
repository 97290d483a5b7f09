import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ShareWish, Sharing } from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import type { IdentityServices } from './identity.services.ts'
import { joinable } from './join-contest.ts'
import { playerOf } from './standing.ts'

/** Notes that a player passed the contest on, when there are points for it and some are left today. */
export async function shareContest(
  services: Pick<IdentityServices, 'db' | 'clock'>,
  contest: LiveContest,
  { ticket, n }: ShareWish,
): Promise<Sharing> {
  const { db, clock } = services
  const player = await playerOf(services, contest, ticket)
  const { share } = contest.rules
  const now = clock.now()
  const early = contest.state === 'open' && now.getTime() < Date.parse(contest.rules.opensAt)
  if (!share || early || !joinable(contest, now)) return { counted: 'no', shared: 0, points: 0, left: 0 }
  // The rule limits points, not shares.
  const most = Math.floor(share.mostADay / share.points)
  const day = localDay(now)
  const its = { contestNo: contest.no, playerNo: player.no, day }
  const noted = n === undefined || n >= most ? null : await note(db, { ...its, n, points: share.points, now })
  const shared = await countShares(db, its)
  return {
    counted: noted ?? 'no',
    shared,
    points: shared * share.points,
    left: Math.max(0, most - shared),
  }
}

type Day = { readonly contestNo: number; readonly playerNo: number; readonly day: string }

/** Numbered without a gap, so that no number beyond the limit is ever free. */
async function note(
  db: Database,
  { contestNo, playerNo, day, n, points, now }: Day & { n: number; points: number; now: Date },
): Promise<'now' | 'again' | null> {
  const rows = await rowsOf(
    db,
    sql`insert into contest_share (contest_no, player_no, day, n, points, shared_at)
      select ${contestNo}, ${playerNo}, ${day}, ${n}, ${points}, ${now.toISOString()}
      where ${n}::integer = 0 or exists (select from contest_share where contest_no = ${contestNo}
        and player_no = ${playerNo} and day = ${day} and n = ${n}::integer - 1)
      on conflict (contest_no, player_no, day, n) do nothing returning n`,
  )
  if (rows.length) return 'now'
  return (await countShares(db, { contestNo, playerNo, day })) > n ? 'again' : null
}

async function countShares(db: Database, { contestNo, playerNo, day }: Day): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*)::integer as count from contest_share
      where contest_no = ${contestNo} and player_no = ${playerNo} and day = ${day}`,
  )
  return row?.count ?? 0
}
