import { type ChildProcess, fork } from 'node:child_process'
import { Problem } from '@jianbao/errors'
import { ImageShelf } from './image-shelf.ts'
import type { FromChild, Opening, ToChild } from './protocol.ts'

export type Child = {
  process: ChildProcess
  /** Settles when the engine and its fonts are there; rejects with the reason when they never will be. */
  ready: Promise<void>
  jobs: number
  /** The images it holds. */
  shelf: ImageShelf
}

const childFile = new URL('./typesetter.child.mjs', import.meta.url)
const openingLimitMs = 60_000

/** Starts a typesetting process; `gone` is told when it ends, for whatever reason. */
export function spawnChild(opening: Omit<Opening, 'kind'>, gone: (child: Child) => void): Child {
  // No flags of the parent: an inspector or a loader of its own would be inherited.
  const process = fork(childFile, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (reason: string) => reject(new Problem('typesetting-failed', { reason }))
    const timer = setTimeout(() => {
      process.kill('SIGKILL')
      fail('排版引擎启动超时')
    }, openingLimitMs)
    process.once('message', (message: FromChild) => {
      clearTimeout(timer)
      if (message.kind === 'unable') fail(message.reason)
      else resolve()
    })
    // Also what a message to a process just gone ends in; its `exit` settles the job.
    process.on('error', () => fail('排版进程无法启动'))
    process.once('exit', () => {
      clearTimeout(timer)
      fail('排版进程启动时退出')
    })
  })
  // Nobody may be waiting yet; whoever waits later sees the reason.
  ready.catch(() => undefined)
  const child: Child = { process, ready, jobs: 0, shelf: new ImageShelf() }
  process.once('exit', () => gone(child))
  process.send({ kind: 'open', ...opening } satisfies ToChild)
  return child
}

/** Ends a process for good and waits until it is gone. */
export async function endChild({ process }: Child): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const gone = new Promise(resolve => process.once('exit', resolve))
  process.kill('SIGKILL')
  await gone
}
