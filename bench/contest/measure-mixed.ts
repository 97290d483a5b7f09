/** How long a player waits while thousands hand in and tens of thousands look at the page, every second. */
import { type BenchResult, rounded } from '../result.ts'
import { type Arena, openGame } from './open-arena.ts'
import type { Load } from './open-load.ts'
import { startServer } from './start-server.ts'

const [submissions, views] = [2000, 20_000]

/** Each is timed from the moment it was due, whether or not a connection was free. */
export async function measureMixed(
  arena: Arena,
  load: Load,
  { figures, goals, leftOut }: BenchResult,
  { seconds, thinkSeconds }: { seconds: number; thinkSeconds: number },
): Promise<void> {
  const game = await openGame(arena, submissions * (seconds + 4))
  const server = await startServer({ url: arena.postgres.url, folder: arena.dataFolder })
  try {
    await load.play({ port: server.port, slug: game.live.slug, tickets: game.tickets })
    const rates = { connections: 64, submissions, views }
    await load.mixed({ ...rates, seconds: 2, thinkSeconds: 1 })
    const { begun, handedIn, viewed } = await load.mixed({ ...rates, seconds, thinkSeconds })
    const refused = [begun, handedIn, viewed]
      .map(its => JSON.stringify(its.refused))
      .filter(its => its !== '{}')
    if (refused.length) throw new Error(`answers under load: ${refused.join(' ')}`)
    figures['mixed.seconds'] = seconds
    figures['mixed.submissions'] = handedIn.answered
    figures['mixed.submissionsPerSecond'] = rounded(handedIn.answered / handedIn.seconds, 0)
    figures['mixed.viewsPerSecond'] = rounded(viewed.answered / viewed.seconds, 0)
    figures['mixed.submissionP99Ms'] = rounded(handedIn.p99Ms, 1)
    figures['mixed.paperP99Ms'] = rounded(begun.p99Ms, 1)
    figures['mixed.viewP99Ms'] = rounded(viewed.p99Ms, 1)
    goals['mixed.submissionP99Ms'] = 250
    // Whoever is behind at the end has not kept the rate, whatever the latency was.
    goals['mixed.submissionsPerSecond'] = rounded(submissions * 0.99, 0)
    goals['mixed.viewsPerSecond'] = rounded(views * 0.99, 0)
    leftOut!.push(
      `mixed: as many papers were begun beside (${submissions}/s), which the goal does not ask for`,
    )
    console.error(
      `mixed: ${figures['mixed.submissionsPerSecond']}/s handed in, ${figures['mixed.viewsPerSecond']} pages/s, p99 ${figures['mixed.submissionP99Ms']} ms (page ${figures['mixed.viewP99Ms']} ms)`,
    )
  } finally {
    await server.close()
  }
}
