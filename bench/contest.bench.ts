/**
 * A contest under load on real PostgreSQL, the load on the same machine: rates next to pgbench and an empty route, waiting
 * times under a mixed load, kill -9, and a real contest replayed. `--replay henan-2021 [--scale 0.02]`: that alone.
 */
import { parseArgs } from 'node:util'
import { measureKills } from './contest/measure-kills.ts'
import { measureMixed } from './contest/measure-mixed.ts'
import { measureRates } from './contest/measure-rates.ts'
import { measureReplay } from './contest/measure-replay.ts'
import { type Arena, openArena } from './contest/open-arena.ts'
import { type Load, openLoad } from './contest/open-load.ts'
import type { BenchResult } from './result.ts'

const replays = ['henan-2021']
/** Goals of figures that are to be no less; all others are to be no more. */
const noLess = /\.(ratio|\w+PerSecond)$/

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { quick: { type: 'boolean' }, replay: { type: 'string' }, scale: { type: 'string' } },
  })
  if (values.replay !== undefined && !replays.includes(values.replay))
    throw new Error(`--replay: one of ${replays.join(', ')}`)
  const scale = values.scale === undefined ? null : Number(values.scale)
  if (scale !== null && !(scale > 0 && scale <= 1)) throw new Error('--scale: more than 0, up to 1')
  const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
  if (values.replay === undefined) {
    await inArena((arena, load) =>
      measureRates(
        arena,
        load,
        result,
        quick ? { rounds: 1, seconds: 3, players: 20_000 } : { rounds: 5, seconds: 8, players: 100_000 },
      ),
    )
    await inArena((arena, load) =>
      measureMixed(
        arena,
        load,
        result,
        quick ? { seconds: 4, thinkSeconds: 1 } : { seconds: 45, thinkSeconds: 13 },
      ),
    )
    const victims = quick
      ? (['server', 'postgres'] as const)
      : (['server', 'postgres', 'server', 'postgres', 'server', 'postgres'] as const)
    await inArena((arena, load) =>
      measureKills(arena, load, result, {
        victims,
        perSecond: 3000,
        players: quick ? 5000 : 20_000,
        seconds: quick ? 4 : 8,
      }),
    )
  }
  const replayed = scale ?? (values.replay !== undefined && !quick ? 1 : quick ? 0.001 : 0.02)
  await inArena((arena, load) => measureReplay(arena, load, result, replayed))
  if (replayed < 1)
    result.leftOut!.push(`replay: a part of ${replayed} of Henan 2021 (--replay henan-2021 for all)`)
  if (quick)
    result.leftOut!.push('quick: fewer rounds, shorter, fewer players; not to be compared with a whole run')
  result.met = Object.entries(result.goals).every(([name, goal]) =>
    noLess.test(name) ? result.figures[name]! >= goal : result.figures[name]! <= goal,
  )
  return result
}

/** Each on a fresh installation: what one left behind is no burden of the next. */
async function inArena(work: (arena: Arena, load: Load) => Promise<void>): Promise<void> {
  const arena = await openArena()
  const load = openLoad()
  try {
    await work(arena, load)
  } finally {
    load.close()
    await arena.close()
  }
}
