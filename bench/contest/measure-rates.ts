/** How many a second, each next to what the machine does without the contest, in the same run. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type BenchResult, rounded } from '../result.ts'
import { median } from '../timing.ts'
import { type Arena, countLog, openGame } from './open-arena.ts'
import type { Figures, Load } from './open-load.ts'
import { measureInserting } from './pgbench.ts'
import { startServer } from './start-server.ts'

export type Size = { readonly rounds: number; readonly seconds: number; readonly players: number }
type Samples = Record<'empty' | 'page' | 'paper' | 'submission' | 'inserting', number[]>

const connections = 64
/** Where pgbench writes: a partition of its own, of no contest. */
const strangeNo = 999_999
/** A paper handed in sooner is looked at for it, which costs a little more than an ordinary one. */
const thinkMs = 13_000

/** Rounds of all five one after the other, so that what else the machine does falls on each; medians count. */
export async function measureRates(
  arena: Arena,
  load: Load,
  result: BenchResult,
  { rounds, seconds, players }: Size,
): Promise<void> {
  const game = await openGame(arena, players)
  const empty = fork(new URL('./empty-route.ts', import.meta.url))
  const [emptyPort] = (await once(empty, 'message')) as [number]
  const server = await startServer({ url: arena.postgres.url, folder: arena.dataFolder })
  const samples: Samples = { empty: [], page: [], paper: [], submission: [], inserting: [] }
  const { slug, no } = game.live
  try {
    await load.play({ port: server.port, slug, tickets: game.tickets })
    // Everything is compiled before it is measured.
    await load.get({ path: '/', port: emptyPort, connections, seconds: 1 })
    await load.get({ path: null, connections, seconds: 1 })
    await load.begin({ connections, count: 2000 })
    let handedIn = must(await load.handIn({ connections })).answered
    for (let round = 0; round < rounds; round++) {
      await caughtUp(arena, no, handedIn)
      const paper = must(await load.begin({ connections, count: players }))
      const begunAt = performance.now()
      const its = await measureInserting(arena.postgres, { connections, seconds, contestNo: strangeNo })
      const bare = must(await load.get({ path: '/', port: emptyPort, connections, seconds }))
      const page = must(await load.get({ path: null, connections, seconds }))
      await setTimeout(Math.max(0, begunAt + thinkMs - performance.now()))
      const submission = must(await load.handIn({ connections }))
      handedIn += submission.answered
      samples.inserting.push(its.perSecond)
      for (const [name, figures] of Object.entries({ empty: bare, page, paper, submission }))
        samples[name as keyof Samples].push(figures.answered / figures.seconds)
      result.figures['submission.p99Ms'] = rounded(submission.p99Ms, 1)
      result.leftOut![0] = `rows of attempts were inserted by ${its.by}`
      tell(round, samples)
    }
    if ((await countLog(arena, no)) !== handedIn)
      throw new Error(`${handedIn} submissions were acknowledged, the log holds ${await countLog(arena, no)}`)
  } finally {
    empty.disconnect()
    await server.close()
  }
  sum(result, samples)
}

/** Papers and pages are measured on a server that has counted what came before; hand-ins are counted beside. */
async function caughtUp({ connection }: Arena, no: number, handedIn: number): Promise<void> {
  for (;;) {
    const [row] = await rowsOf<{ papers: number }>(
      connection.db,
      sql`select (coalesce(sum(asked), 0) / 10)::int as papers from contest_question_tally where contest_no = ${no}`,
    )
    if (row!.papers >= handedIn) return
    await setTimeout(200)
  }
}

/** A rate of answers that say no is no rate. */
function must(figures: Figures): Figures {
  if (Object.keys(figures.refused).length)
    throw new Error(`answers of the server: ${JSON.stringify(figures.refused)}`)
  return figures
}

const ratios = [
  ['submissionsToPgbench', 'submission', 'inserting', 1],
  ['pageToEmptyRoute', 'page', 'empty', 0.8],
  ['paperToEmptyRoute', 'paper', 'empty', 0.5],
] as const

function sum({ figures, goals }: BenchResult, samples: Samples): void {
  for (const [name, values] of Object.entries(samples))
    figures[`${name}.perSecond`] = rounded(median(values), 0)
  for (const [name, ours, theirs, goal] of ratios) {
    figures[`${name}.ratio`] = rounded(
      median(samples[ours].map((value, at) => value / samples[theirs][at]!)),
      2,
    )
    goals[`${name}.ratio`] = goal
  }
}

function tell(round: number, samples: Samples): void {
  const last = Object.entries(samples).map(([name, values]) => `${name} ${Math.round(values.at(-1)!)}/s`)
  console.error(`round ${round + 1}: ${last.join(', ')}`)
}
