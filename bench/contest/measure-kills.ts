/** kill -9 of the server and of PostgreSQL in the middle of the load, again and again. */
import { setTimeout } from 'node:timers/promises'
import { type BenchResult, rounded } from '../result.ts'
import { openDice } from '../search-corpus.ts'
import { type Arena, openGame } from './open-arena.ts'
import type { Load } from './open-load.ts'
import { proveLog } from './prove-log.ts'
import { type Server, startServer } from './start-server.ts'

export type Victim = 'server' | 'postgres'

/** Players hand in at a steady rate and send again what nobody answered, until all of it was acknowledged. */
export async function measureKills(
  arena: Arena,
  load: Load,
  { figures, goals }: BenchResult,
  {
    victims,
    players,
    ...pace
  }: {
    victims: readonly Victim[]
    players: number
    perSecond: number
    seconds: number
  },
): Promise<void> {
  const game = await openGame(arena, players)
  const { url } = arena.postgres
  const dice = openDice(victims.length)
  let server: Server = await startServer({ url, folder: arena.dataFolder, quiet: true })
  try {
    await load.play({ port: server.port, slug: game.live.slug, tickets: game.tickets })
    let [sentAgain, slowestMs] = [0, 0]
    for (const [round, victim] of victims.entries()) {
      const storm = load.storm({ connections: 64, ...pace })
      await setTimeout(pace.seconds * (250 + dice() * 250))
      if (victim === 'postgres') await arena.postgres.crash()
      else {
        await server.kill()
        server = await startServer({ url, folder: arena.dataFolder, port: server.port, quiet: true })
      }
      const { refused, answered, mostMs } = await storm
      const again = Object.values(refused).reduce((sum, count) => sum + count, 0)
      if (!again) throw new Error(`round ${round + 1}: nobody noticed that the ${victim} was gone`)
      sentAgain += again
      slowestMs = Math.max(slowestMs, mostMs)
      console.error(
        `kill ${round + 1}: ${victim}, ${answered} answered, refused or cut off ${JSON.stringify(refused)}`,
      )
    }
    await server.close()
    const acknowledged = await load.acknowledged({})
    const proof = await proveLog(arena, game, acknowledged)
    figures['kill.rounds'] = victims.length
    figures['kill.acknowledged'] = proof.acknowledged
    figures['kill.sentAgain'] = sentAgain
    figures['kill.foundCounted'] = acknowledged.again
    figures['kill.slowestMs'] = rounded(slowestMs, 0)
    for (const name of ['lost', 'twice', 'unlikeRecount', 'unlikeSums'] as const) {
      figures[`kill.${name}`] = proof[name]
      goals[`kill.${name}`] = 0
    }
    console.error(`kill: ${JSON.stringify(proof)}, ${acknowledged.again} were found counted when sent again`)
  } finally {
    await server.close()
  }
}
