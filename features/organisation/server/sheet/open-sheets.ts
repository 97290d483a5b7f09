import { Worker } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import type { FromSheetThread, SheetAnswer, Sheets, SheetTask } from './sheet.port.ts'

/** The largest workbook that is taken opens in some seconds; what takes this long is made to. */
const timeoutMs = 60_000
const mostMemoryMb = 1024
/** A thread that rests so long ends: a large sheet leaves much memory behind. */
const restMs = 60_000

/**
 * Opens the thread of workbooks; it starts with the first task, is kept warm and does one task after the other. A task
 * that takes longer than `timeoutMs` or too much memory ends the thread; the next gets a new one.
 */
export function openSheets(options: { timeoutMs?: number; memoryMb?: number; script?: URL } = {}): Sheets {
  const script = options.script ?? new URL('./sheet.worker.ts', import.meta.url)
  const limitMs = options.timeoutMs ?? timeoutMs
  const closing = new AbortController()
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let rest: NodeJS.Timeout | undefined
  const start = (): Worker => {
    const worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? mostMemoryMb },
    })
    const forget = (): void => {
      if (thread === worker) thread = null
    }
    return worker.on('error', forget).on('exit', forget)
  }
  const stop = async (): Promise<void> => {
    const old = thread
    thread = null
    await old?.terminate()
  }
  const carry: Sheets['do'] = (task, { onProgress, signal } = {}) =>
    new Promise((resolve, reject) => {
      const stopped = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
      if (stopped.aborted) return reject(new Problem('server-busy'))
      clearTimeout(rest)
      thread ??= start()
      const worker = thread
      const settle = (end: () => void, dead: boolean): void => {
        clearTimeout(timer)
        stopped.removeEventListener('abort', abort)
        worker.off('message', hear).off('error', fail).off('exit', exit)
        if (dead) return void stop().then(end, reject)
        rest = setTimeout(stop, restMs).unref()
        end()
      }
      const unusable = (reason: string): Problem =>
        new Problem('sheet-unusable', { file: 'file' in task ? task.file : '', reason })
      const hear = (message: FromSheetThread): void => {
        if ('done' in message) onProgress?.(message.done, message.total)
        else if ('problem' in message) {
          const { code, details } = message.problem
          settle(() => reject(new Problem(code, details)), false)
        } else settle(() => resolve(message.answer as SheetAnswer<typeof task>), false)
      }
      const fail = (error: unknown): void => {
        const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
        settle(() => reject(memory ? unusable('内容太复杂，内存不够用') : error), true)
      }
      const exit = (): void => settle(() => reject(new Error('the thread of workbooks ended')), true)
      const abort = (): void => settle(() => reject(new Problem('server-busy')), true)
      const late = (): void => {
        const reason = `读取超过 ${Math.ceil(limitMs / 1000)} 秒仍未完成，已停止。请拆成几份再试`
        settle(() => reject(unusable(reason)), true)
      }
      const timer = setTimeout(late, limitMs)
      worker.on('message', hear).on('error', fail).on('exit', exit)
      stopped.addEventListener('abort', abort)
      worker.postMessage(task)
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
      await stop()
    },
  }
}
