/** A whole contest as fast as it goes: slot after slot of its days, on the server's clock. */

import { once } from 'node:events'
import { connect } from 'node:net'
import type { Crowd } from './crowd.ts'
import { Lane, type Passed } from './lane.ts'
import type { Plan } from './rhythm.ts'
import type { Ask } from './wire.ts'

export type Replayed = { readonly papers: number; readonly handIns: number; readonly views: number }

/** Of a slot: begun in the first minute, handed in in the fifth. */
const [begunAfterMs, handedInAfterMs] = [10_000, 250_000]
const dayMs = 86_400_000

/**
 * Everybody who begins in a slot has a paper before anybody hands in, so each takes four minutes by the server's clock;
 * pages are looked at beside. Papers and hand-ins wait for their answers; pages are asked for eight at a time.
 */
export async function replay(
  crowd: Crowd,
  view: Ask,
  { port, addresses }: { port: number; addresses: readonly string[] },
  plan: Plan,
  { clockPort, opensAt }: { clockPort: number; opensAt: number },
): Promise<Replayed> {
  const clock = await openClock(clockPort)
  const players = await new Lane({ port, connections: 64, addresses }).open()
  const lookers = await new Lane({ port, connections: 16, depth: 8, addresses }).open()
  const slotMs = dayMs / plan.slotsPerDay
  const counts = { papers: 0, handIns: 0, views: 0 }
  const look = async (count: number): Promise<void> => {
    if (count) counts.views += answersOf(await lookers.flatOut(times(count, view)))
  }
  try {
    for (let slot = 0; slot < plan.days * plan.slotsPerDay; slot++) {
      const here = plan.players.subarray(plan.from[slot], plan.from[slot + 1])
      const views = plan.views[slot]!
      if (!here.length && !views) continue
      const begin = (player: number): Ask => crowd.begin(player, settled('paper'))
      const handIn = (player: number): Ask => crowd.handIn(player, settled('hand-in'))
      await clock.move(opensAt + slot * slotMs + begunAfterMs)
      const [papers] = await Promise.all([players.flatOut(eachOf(here, begin)), look(Math.ceil(views / 2))])
      await clock.move(opensAt + slot * slotMs + handedInAfterMs)
      const [handIns] = await Promise.all([
        players.flatOut(eachOf(here, handIn)),
        look(Math.floor(views / 2)),
      ])
      counts.papers += answersOf(papers)
      counts.handIns += answersOf(handIns)
    }
    return counts
  } finally {
    for (const its of [players, lookers, clock]) its.close()
  }
}

/** On a server that nobody kills every answer is a success. */
const settled =
  (what: string) =>
  (player: number, well: boolean): void => {
    if (!well) throw new Error(`the ${what} of player ${player} was refused`)
  }

function answersOf({ answered, refused }: Passed): number {
  if (Object.keys(refused).length) throw new Error(`answers of the replay: ${JSON.stringify(refused)}`)
  return answered
}

function eachOf(these: Uint32Array, ask: (player: number) => Ask): () => Ask | null {
  let at = 0
  return () => (at < these.length ? ask(these[at++]!) : null)
}

function times(count: number, ask: Ask): () => Ask | null {
  let left = count
  return () => (left-- > 0 ? ask : null)
}

/** Sets the clock of the server; resolves when it goes by it. */
async function openClock(port: number): Promise<{ move(at: number): Promise<void>; close(): void }> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  return {
    move: async at => {
      const bytes = Buffer.alloc(8)
      bytes.writeDoubleLE(at)
      socket.write(bytes)
      await once(socket, 'data')
    },
    close: () => socket.destroy(),
  }
}
