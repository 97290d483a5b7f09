import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Problem } from '@jianbao/errors'
import type { FromSheetProcess, SheetAnswer, Sheets, SheetTask } from './sheet.port.ts'

/** The largest workbook that is taken opens in some seconds; what takes this long is made to. */
const mostMs = 60_000
const mostMemoryMb = 1024
/** A process that rests so long ends: a large sheet leaves much memory behind. */
const restMs = 60_000

type SheetOptions = { timeoutMs?: number; memoryMb?: number; script?: string }

/**
 * Opens the process of workbooks; it starts with the first task, is kept warm and does one task after the other. A task
 * that takes longer than `timeoutMs` or too much memory ends it; the next gets a new one. It is no thread: a thread that
 * asks for much memory at once takes the server with it (Node ends the process, whatever the limits of the thread).
 */
export function openSheets(options: SheetOptions = {}): Sheets {
  const { timeoutMs = mostMs, memoryMb = mostMemoryMb } = options
  const script = options.script ?? fileURLToPath(new URL('./sheet.child.ts', import.meta.url))
  const closing = new AbortController()
  let child: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()
  let rest: NodeJS.Timeout | undefined
  const start = (): ChildProcess => {
    const made = fork(script, {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // What it opens is hostile: it gets no settings and no secrets.
      env: {},
    })
    const forget = (): void => {
      if (child === made) child = null
    }
    made.channel?.unref()
    made.unref()
    return made.on('error', forget).on('exit', forget)
  }
  const stop = (): void => {
    child?.kill('SIGKILL')
    child = null
  }
  const carry: Sheets['do'] = (task, { onProgress, signal } = {}) =>
    new Promise((resolve, reject) => {
      const stopped = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
      if (stopped.aborted) return reject(new Problem('server-busy'))
      clearTimeout(rest)
      child ??= start()
      const mine = child
      const settle = (end: () => void, dead: boolean): void => {
        clearTimeout(timer)
        stopped.removeEventListener('abort', abort)
        mine.off('message', hear).off('error', fail).off('exit', exit)
        if (dead) stop()
        else rest = setTimeout(stop, restMs).unref()
        end()
      }
      const unusable = (reason: string): Problem =>
        new Problem('sheet-unusable', { file: 'file' in task ? task.file : '', reason })
      const hear = (said: unknown): void => {
        const message = said as FromSheetProcess
        if ('done' in message) onProgress?.(message.done, message.total)
        else if ('problem' in message) {
          const { code, details } = message.problem
          settle(() => reject(new Problem(code, details)), false)
        } else if ('broken' in message) settle(() => reject(new Error(message.broken)), true)
        else settle(() => resolve(message.answer as SheetAnswer<typeof task>), false)
      }
      const fail = (error: Error): void => settle(() => reject(error), true)
      // V8 aborts what runs out of memory; nothing else ends by a signal here.
      const exit = (code: number | null, by: NodeJS.Signals | null): void => {
        const full = by !== null || code === 134
        const error = new Error(`the process of workbooks ended with ${code}`)
        settle(() => reject(full ? unusable('内容太复杂，内存不够用') : error), true)
      }
      const abort = (): void => settle(() => reject(new Problem('server-busy')), true)
      const late = (): void => {
        const reason = `读取超过 ${Math.ceil(timeoutMs / 1000)} 秒仍未完成，已停止。请拆成几份再试`
        settle(() => reject(unusable(reason)), true)
      }
      const timer = setTimeout(late, timeoutMs)
      mine.on('message', hear).on('error', fail).on('exit', exit)
      stopped.addEventListener('abort', abort)
      mine.send(task)
    })
  return {
    do: <T extends SheetTask>(task: T, wishes = {}) => {
      const turn = last.then(() => carry(task, wishes))
      last = turn.catch(() => undefined)
      return turn
    },
    close: async () => {
      closing.abort()
      clearTimeout(rest)
      await last
      stop()
    },
  }
}
