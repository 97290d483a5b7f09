/** Boards and standings as this process has them in memory: looked at anew at most once a second, whoever asks. */
import { type Database, plannedOnce, rowsOf, sql } from '@jianbao/platform/db'
import type { Board, BoardKind, PeopleLine, PlayerStanding } from '../../contract/index.ts'

export type Boards = {
  /** Null: nothing was made yet. */
  readBoard<K extends BoardKind>(contestNo: number, kind: K): Promise<Board<K> | null>
  /** Null: who has no attempt that counts. */
  standingOf(contestNo: number, playerNo: number): Promise<PlayerStanding | null>
}

const believedMs = 1000
const mostKept = 1000

/** Players of a group by points, rising, with how many have fewer. */
type Ladder = { readonly scores: number[]; readonly below: number[]; readonly players: number }

export function openBoards({ db }: { db: Database }): Boards {
  const boards = keepAWhile((name: string) => {
    const [no, kind] = JSON.parse(name) as [number, BoardKind]
    return findBoard(db, no, kind)
  })
  const ladders = keepAWhile((no: number) => readLadders(db, no))
  const read = <K extends BoardKind>(no: number, kind: K) =>
    boards(JSON.stringify([no, kind])) as Promise<Board<K> | null>
  return {
    readBoard: read,
    standingOf: async (no, playerNo) => {
      const own = await findOwn(db, no, playerNo)
      if (!own) return null
      const ladder = (await ladders(no)).get(own.groupNo)
      const board = await read(no, own.groupNo > 0 && own.groupKey ? `people:${own.groupKey}` : 'people')
      const line = (board?.lines as readonly PeopleLine[] | undefined)?.find(its => its.playerNo === playerNo)
      const { score, attempts, best } = own
      return { score, attempts, best, ...standAmong(ladder, score), place: line?.place ?? null }
    },
  }
}

/** One look for all who ask within a second; a look that failed is not believed. */
function keepAWhile<Name, Found>(look: (name: Name) => Promise<Found>): (name: Name) => Promise<Found> {
  const kept = new Map<Name, { readonly found: Promise<Found>; readonly at: number }>()
  return name => {
    const its = kept.get(name)
    if (its && performance.now() - its.at < believedMs) return its.found
    if (kept.size >= mostKept) kept.clear()
    const found = look(name)
    kept.set(name, { found, at: performance.now() })
    found.catch(() => kept.delete(name))
    return found
  }
}

async function findBoard(db: Database, no: number, kind: BoardKind): Promise<Board | null> {
  const [row] = await rowsOf<{ lines: Board['lines']; at: string | Date }>(
    db,
    plannedOnce(
      sql`select body as lines, made_at as at from contest_board where contest_no = ${no} and kind = ${kind}`,
    ),
  )
  return row ? { kind, lines: row.lines, madeAt: new Date(row.at) } : null
}

type Own = { groupNo: number; groupKey: string | null; score: number; attempts: number; best: number }

async function findOwn(db: Database, no: number, playerNo: number): Promise<Own | undefined> {
  const [own] = await rowsOf<Own>(
    db,
    plannedOnce(sql`select t.group_no as "groupNo", c.rules -> 'groups' -> (t.group_no - 1) ->> 'key' as "groupKey",
        t.score::float8 as score, t.attempts, t.best
      from contest_tally t join contest c on c.no = t.contest_no
      where t.contest_no = ${no} and t.player_no = ${playerNo}`),
  )
  return own
}

async function readLadders(db: Database, no: number): Promise<ReadonlyMap<number, Ladder>> {
  const rows = await rowsOf<{ group: number; score: number; players: number }>(
    db,
    sql`select group_no as group, score::float8 as score, players from contest_tally_score
      where contest_no = ${no} order by group_no, score`,
  )
  const ladders = new Map<number, { scores: number[]; below: number[]; players: number }>()
  for (const { group, score, players } of rows) {
    const ladder = ladders.get(group) ?? { scores: [], below: [], players: 0 }
    ladder.scores.push(score)
    ladder.below.push(ladder.players)
    ladder.players += players
    ladders.set(group, ladder)
  }
  return ladders
}

/** Who has more and who has fewer points; who has as many is neither. */
export function standAmong(
  ladder: Ladder | undefined,
  score: number,
): Pick<PlayerStanding, 'ahead' | 'behind' | 'players'> {
  if (!ladder) return { ahead: 0, behind: 0, players: 0 }
  const { scores, below, players } = ladder
  const firstNotBelow = search(scores, at => at >= score)
  const firstAbove = search(scores, at => at > score)
  const behind = below[firstNotBelow] ?? players
  return { behind, ahead: players - (below[firstAbove] ?? players), players }
}

/** The first place where it holds, of a list where it holds from there on. */
function search(scores: readonly number[], holds: (score: number) => boolean): number {
  let [from, to] = [0, scores.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(scores[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}
