/** Where a player stands: their own row from the database, all others from what this process keeps for a second. */
import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'
import { type PlayerPlace, pointsScale } from '../../contract/index.ts'
import type { LiveContest } from '../play/live-contest.ts'
import { keepSnapshots } from '../statistics/keep-snapshots.ts'
import { readBoard } from '../statistics/read-board.ts'
import { type Ladder, ladderOf, standAmong } from './stand-among.ts'

export type Places = {
  /** Among those of the same group. Null: nothing of theirs counts yet, or the contest shows no ranking. */
  placeOf(contest: LiveContest, playerNo: number): Promise<PlayerPlace | null>
}

const believedMs = 1000

export function openPlaces({ db }: { readonly db: Database }): Places {
  const ladders = keepSnapshots<Ladder>(believedMs)
  const tops = keepSnapshots<ReadonlyMap<number, number>>(believedMs)
  return {
    placeOf: async ({ no, rules }, playerNo) => {
      if (!rules.ranking.shown) return null
      const own = await findOwn(db, no, playerNo)
      if (!own) return null
      const key = rules.groups[own.groupNo - 1]?.key
      const kind = key ? (`people:${key}` as const) : 'people'
      const top = await tops.get(`${no} ${kind}`, async () => {
        const board = await readBoard(db, no, kind)
        return new Map(board?.lines.map(line => [line.playerNo, line.place]))
      })
      const ladder = await ladders.get(`${no} ${own.groupNo}`, () => readLadder(db, no, own.groupNo))
      return {
        ...{ score: own.score / pointsScale[rules.scoring], attempts: own.attempts },
        ...standAmong(ladder, own.score),
        place: top.get(playerNo) ?? null,
      }
    },
  }
}

type Own = { readonly groupNo: number; readonly score: number; readonly attempts: number }

async function findOwn(db: Database, no: number, playerNo: number): Promise<Own | undefined> {
  const [own] = await rowsOf<Own>(
    db,
    plannedOnce(sql`select group_no as "groupNo", score::float8 as score, attempts from contest_tally
      where contest_no = ${no} and player_no = ${playerNo}`),
  )
  return own
}

async function readLadder(db: Database, no: number, groupNo: number): Promise<Ladder> {
  const rungs = await rowsOf<{ score: number; players: number }>(
    db,
    sql`select score::float8 as score, players from contest_tally_score
      where contest_no = ${no} and group_no = ${groupNo} order by score`,
  )
  return ladderOf(rungs)
}
