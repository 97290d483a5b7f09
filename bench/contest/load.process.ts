/** The load in a process of its own; what it is told comes as messages of `open-load.ts`. */
import { setTimeout } from 'node:timers/promises'
import { openDice } from '../search-corpus.ts'
import { Crowd } from './crowd.ts'
import { Lane, type Passed } from './lane.ts'
import type { Figures, Order, Orders } from './open-load.ts'
import { replay } from './replay.ts'
import { planAttempts } from './rhythm.ts'
import { storm } from './storm.ts'
import type { Ask } from './wire.ts'

let crowd: Crowd
let line: number[] = []
let port = 0
let view: Ask

const figuresOf = ({ answered, refused, seconds, latency }: Passed): Figures => ({
  answered,
  refused,
  seconds,
  p50Ms: latency.quantile(0.5),
  p99Ms: latency.quantile(0.99),
  mostMs: latency.quantile(1),
})

/** Addresses of this machine, so that the load comes from many networks as a contest's does. */
const addresses = Array.from({ length: 64 }, (_, at) => `127.0.${at}.2`)
const openLane = (connections: number): Promise<Lane> => new Lane({ port, connections, addresses }).open()

async function onLane<T>(connections: number, work: (lane: Lane) => Promise<T>): Promise<T> {
  const lane = await openLane(connections)
  try {
    return await work(lane)
  } finally {
    lane.close()
  }
}

const orders: Orders = {
  play: async given => {
    port = given.port
    crowd = new Crowd(given.slug, given.tickets)
    line = shuffled(crowd.size)
    view = askFor(`/play/${given.slug}`)
  },
  get: ({ path, port: elsewhere, connections, seconds }) => {
    const ask = path === null ? view : askFor(path)
    const lane = new Lane({ port: elsewhere ?? port, connections, addresses })
    return lane
      .open()
      .then(() => lane.flatOut(() => ask, seconds))
      .then(figuresOf)
      .finally(() => lane.close())
  },
  begin: ({ connections, count }) => {
    const starting = line.filter(player => !crowd.hasBegun(player)).slice(0, count)
    return onLane(connections, async lane =>
      figuresOf(await lane.flatOut(eachOf(starting, its => crowd.begin(its, nobody)))),
    )
  },
  handIn: ({ connections }) => {
    const begun = line.filter(player => crowd.hasBegun(player))
    return onLane(connections, async lane =>
      figuresOf(await lane.flatOut(eachOf(begun, its => crowd.handIn(its, nobody)))),
    )
  },
  mixed: async ({ connections, seconds, submissions, views, thinkSeconds }) => {
    const [playing, viewing] = [await openLane(connections), await openLane(connections)]
    const papers = new Lane({ port, connections, addresses })
    await papers.open()
    let [at, due] = [0, 0]
    const begin = () => crowd.begin(line[at++ % line.length]!, nobody)
    const handIn = () => {
      const player = line[due++ % line.length]!
      // Whose paper is not there yet cannot hand in: the rate then is not kept, and that is told.
      return crowd.hasBegun(player) ? crowd.handIn(player, nobody) : null
    }
    const whole = seconds + thinkSeconds
    try {
      const [begun, handedIn, viewed] = await Promise.all([
        papers.atRate(begin, submissions, seconds),
        setTimeout(thinkSeconds * 1000).then(() => playing.atRate(handIn, submissions, seconds)),
        viewing.atRate(() => view, views, whole),
      ])
      return { begun: figuresOf(begun), handedIn: figuresOf(handedIn), viewed: figuresOf(viewed) }
    } finally {
      for (const lane of [playing, viewing, papers]) lane.close()
    }
  },
  storm: ({ connections, ...pace }) =>
    onLane(connections, async lane => figuresOf(await storm(crowd, lane, line, pace))),
  replay: ({ turnout, ...clock }) => replay(crowd, view, { port, addresses }, planAttempts(turnout), clock),
  acknowledged: async () => crowd.acknowledged(),
}

const nobody = (): void => undefined
const askFor = (path: string): Ask => ({
  request: `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: gzip, deflate, br\r\n\r\n`,
  hear: nobody,
})

function eachOf(these: readonly number[], ask: (player: number) => Ask): () => Ask | null {
  let at = 0
  return () => (at < these.length ? ask(these[at++]!) : null)
}

function shuffled(count: number): number[] {
  const dice = openDice(7)
  const these = Array.from({ length: count }, (_, at) => at)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(dice() * (last + 1))
    const moved = these[last]!
    these[last] = these[other]!
    these[other] = moved
  }
  return these
}

process.on('message', async ({ name, given }: Order) => {
  try {
    process.send!({ done: await orders[name](given as never) })
  } catch (error) {
    process.send!({ error: error instanceof Error ? error.stack : String(error) })
  }
})
process.once('disconnect', () => process.exit(0))
