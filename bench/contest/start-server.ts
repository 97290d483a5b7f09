/** The server as an installation runs it, in a process of its own on a real PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Server = {
  readonly port: number
  readonly pid: number
  /** Ends it without a word, as a power failure does. */
  kill(): Promise<void>
  /** Tells it to stop. */
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const movingClock = new URL('./moving-clock.mjs', import.meta.url).href

/** Rejects with what it said when it ends before it listens. `port` 0: any that is free. */
export async function startServer(options: {
  url: string
  folder: string
  port?: number
  nodeFlags?: readonly string[]
  /** Without a word about a database that is gone: that is the point of it. */
  quiet?: boolean
  /** Its clock stands at `nowMs` until it is moved by what is sent to this port. */
  clock?: { readonly port: number; readonly nowMs: number }
}): Promise<Server> {
  const { url, folder, port = 0, quiet = false, clock } = options
  const nodeFlags = [...(options.nodeFlags ?? []), ...(clock ? ['--import', movingClock] : [])]
  const child = spawn(process.execPath, [...nodeFlags, join(root, 'apps/server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: url,
      DATA_FOLDER: folder,
      JIANBAO_PROFILE: 'empty',
      PORT: String(port),
      READ_THREADS: '1',
      // All of a province comes from 64 networks here.
      LIMIT_PAPERS_PER_MINUTE: '10000000',
      LIMIT_JOINS_PER_MINUTE: '10000000',
      ...(clock ? { JIANBAO_BENCH_CLOCK: String(clock.port), JIANBAO_BENCH_NOW: String(clock.nowMs) } : {}),
      // Whatever is refused under load is to be seen.
      LOG_LEVEL: quiet ? 'fatal' : 'error',
    },
  })
  return {
    port: await portOf(child),
    pid: child.pid!,
    kill: () => end(child, 'SIGKILL'),
    close: () => end(child, 'SIGTERM'),
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /http:\/\/127\.0\.0\.1:(\d+)\/desk\//.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
  })
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
