/** Where points stand among those of all, from how many have which. Pure. */

/** Players by points, rising, with how many have fewer. */
export type Ladder = {
  readonly scores: readonly number[]
  readonly below: readonly number[]
  readonly players: number
}

/** `rungs`: how many have which points, rising; none twice. */
export function ladderOf(rungs: readonly { readonly score: number; readonly players: number }[]): Ladder {
  const below: number[] = []
  let players = 0
  for (const rung of rungs) {
    below.push(players)
    players += rung.players
  }
  return { scores: rungs.map(({ score }) => score), below, players }
}

export type Among = { readonly ahead: number; readonly behind: number; readonly players: number }

/** How many have more and how many fewer points; who has as many is neither. */
export function standAmong({ scores, below, players }: Ladder, score: number): Among {
  const behind = below[firstWhere(scores, its => its >= score)] ?? players
  const ahead = players - (below[firstWhere(scores, its => its > score)] ?? players)
  return { ahead, behind, players }
}

/** The first place where it holds, of a rising list where it holds from there on. */
function firstWhere(scores: readonly number[], holds: (score: number) => boolean): number {
  let [from, to] = [0, scores.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(scores[middle]!)) to = middle
    else from = middle + 1
  }
  return from
}
