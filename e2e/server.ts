/** The real server as a process of its own, on a fresh data folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export type RunningServer = { readonly url: string; readonly output: () => string; stop(): Promise<void> }

type Starting = {
  readonly port: number
  readonly timeoutMs?: number
  readonly settings?: Readonly<Record<string, string>>
  /** A data folder to begin with a copy of; an empty one when left out. */
  readonly from?: string
  /** A data folder that stays when the server stops. */
  readonly data?: string
}

export async function startServer(
  profile: 'demonstration' | 'empty',
  { port, timeoutMs = 180_000, settings = {}, from, data: kept }: Starting,
): Promise<RunningServer> {
  const data = kept ?? mkdtempSync(join(tmpdir(), 'jianbao-e2e-'))
  if (from) cpSync(from, data, { recursive: true })
  const server = spawn(process.execPath, ['apps/server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_FOLDER: data,
      PORT: String(port),
      JIANBAO_PROFILE: profile,
      NODE_ENV: 'production',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no address after ${timeoutMs} ms:\n${output}`)),
      timeoutMs,
    )
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const address = output.match(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/)
      if (!address) return
      clearTimeout(timer)
      resolve(address[0])
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('exit', code => reject(new Error(`the server ended with ${code}:\n${output}`)))
  })
  return { url, output: () => output, stop: () => stopServer(server, kept ? null : data) }
}

async function stopServer(server: ChildProcess, data: string | null): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
  if (data) rmSync(data, { recursive: true, force: true })
}
