/** The way to the process that makes the load. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Acknowledged } from './crowd.ts'
import type { Replayed } from './replay.ts'
import type { Turnout } from './rhythm.ts'

export type Figures = {
  readonly answered: number
  readonly refused: Record<number, number>
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly mostMs: number
}

/** What it can be told. */
export type Orders = {
  /** Who plays what, and where. */
  play(given: { port: number; slug: string; tickets: string[] }): Promise<void>
  /** One address again and again as fast as it goes; null: the page of the contest. */
  get(given: { path: string | null; port?: number; connections: number; seconds: number }): Promise<Figures>
  /** So many players begin a paper each, as fast as it goes. */
  begin(given: { connections: number; count: number }): Promise<Figures>
  /** Everybody who began hands in, as fast as it goes. */
  handIn(given: { connections: number }): Promise<Figures>
  /** At rates a second that wait for nobody: papers begun, handed in `thinkSeconds` later, pages looked at beside. */
  mixed(given: {
    connections: number
    seconds: number
    submissions: number
    views: number
    thinkSeconds: number
  }): Promise<{ begun: Figures; handedIn: Figures; viewed: Figures }>
  /** Papers begun and handed in at a rate, and sent again until they are acknowledged when nobody answers. */
  storm(given: { connections: number; perSecond: number; seconds: number }): Promise<Figures>
  /** All days of a contest one after the other, on the server's clock, which listens at `clockPort`. */
  replay(given: { turnout: Turnout; clockPort: number; opensAt: number }): Promise<Replayed>
  acknowledged(given: object): Promise<Acknowledged>
}
export type Order = { readonly name: keyof Orders; readonly given: object }

export type Load = { readonly [Name in keyof Orders]: Orders[Name] } & { readonly pid: number; close(): void }

/** Starts it. An order rejects with what the process said when it failed or ended. */
export function openLoad(): Load {
  const child = fork(new URL('./load.process.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=4096'],
  })
  const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the load ended with ${code}`)))
  died.catch(() => undefined)
  const ask = async (name: keyof Orders, given: object): Promise<unknown> => {
    const answered = once(child, 'message')
    child.send({ name, given } satisfies Order)
    const [{ done, error }] = (await Promise.race([answered, died])) as [{ done?: unknown; error?: string }]
    if (error !== undefined) throw new Error(error)
    return done
  }
  const names = ['play', 'get', 'begin', 'handIn', 'mixed', 'storm', 'replay', 'acknowledged'] as const
  const deeds = names.map(name => [name, (given: object) => ask(name, given)])
  return { ...(Object.fromEntries(deeds) as Orders), pid: child.pid!, close: () => void child.kill() }
}
