import { Worker } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import type { FromReader, Reader, ReadOutcome, ToReader } from './reader.port.ts'

export type ReaderOptions = {
  limitBytes: number
  textLimitBytes: number
  timeoutMs: number
  script?: URL
}

/**
 * Opens a reading thread; it starts with the first file and is kept warm. A file that takes longer than `timeoutMs`
 * or brings the thread down ends that thread; the next file gets a new one.
 */
export function openReader(options: ReaderOptions): Reader {
  const { limitBytes, textLimitBytes, timeoutMs } = options
  const script = options.script ?? new URL('./reader.worker.ts', import.meta.url)
  let thread: Worker | null = null
  const start = (): Worker => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
    // It may die between two files, when nobody else listens.
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
  return {
    close: stop,
    read: (file, onProgress, signal) =>
      new Promise<ReadOutcome>((resolve, reject) => {
        // Its turn came when the stop had been told already: nobody would hear of it a second time.
        if (signal.aborted) return reject(new Problem('server-busy'))
        thread ??= start()
        const worker = thread
        const unreadable = (reason: string): ReadOutcome => ({
          problem: { code: 'file-unreadable', details: { file: file.name, reason } },
        })
        const settle = (end: () => void, dead: boolean): void => {
          clearTimeout(timer)
          signal.removeEventListener('abort', abort)
          worker.off('message', hear).off('error', fail).off('exit', exit)
          if (dead) stop().then(end, reject)
          else end()
        }
        const hear = (message: FromReader): void => {
          if ('progress' in message) onProgress(message.progress)
          else settle(() => resolve(message.outcome), false)
        }
        const fail = (error: unknown): void => {
          const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          if (memory) settle(() => resolve(unreadable('内容太复杂，内存不够用。')), true)
          else settle(() => reject(error), true)
        }
        const exit = (): void => settle(() => reject(new Error('the reading thread ended')), true)
        const abort = (): void => settle(() => reject(new Problem('server-busy')), true)
        const late = (): void =>
          settle(() => resolve(unreadable(`读取超过 ${limitInWords(timeoutMs)}仍未完成，已停止。`)), true)
        const timer = setTimeout(late, timeoutMs)
        worker.on('message', hear).on('error', fail).on('exit', exit)
        signal.addEventListener('abort', abort)
        const job: ToReader = { ...file, limitBytes, textLimitBytes }
        worker.postMessage(job, ownMemory(file.bytes))
      }),
  }
}

/** Memory that holds these bytes alone goes over without being copied; a part of Node's shared pool may not. */
function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

function limitInWords(timeoutMs: number): string {
  const seconds = Math.ceil(timeoutMs / 1000)
  return seconds > 120 ? `${Math.round(seconds / 60)} 分钟` : `${seconds} 秒`
}
