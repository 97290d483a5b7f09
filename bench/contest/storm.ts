/** A load that does not mind a server that dies: what was not answered is sent again until it is. */
import { setTimeout } from 'node:timers/promises'
import type { Crowd } from './crowd.ts'
import type { Lane, Passed } from './lane.ts'

/** Waits between two tries, for everybody together. */
const pauseMs = 100
const patienceMs = 120_000

/** Players begin and hand in at a steady rate; afterwards every paper that was begun is brought home. */
export async function storm(
  crowd: Crowd,
  lane: Lane,
  line: readonly number[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Passed> {
  const ready = [...line]
  let at = 0
  const again = (player: number): void => void ready.push(player)
  const ask = (player: number) =>
    crowd.hasBegun(player) ? crowd.handIn(player, again) : crowd.begin(player, again)
  const passed = await lane.atRate(() => (at < ready.length ? ask(ready[at++]!) : null), perSecond, seconds)
  const until = performance.now() + patienceMs
  for (;;) {
    const begun = line.filter(player => crowd.hasBegun(player))
    if (!begun.length) return passed
    if (performance.now() > until) throw new Error(`${begun.length} papers were never acknowledged`)
    let next = 0
    await lane.flatOut(() => (next < begun.length ? crowd.handIn(begun[next++]!, () => undefined) : null))
    await setTimeout(pauseMs)
  }
}
