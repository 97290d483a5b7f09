import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What a script beside this one makes of `data`, on a thread of its own: thousands of questions would hold others up. */
export async function inWorker<T>(script: string, data: unknown): Promise<T> {
  const worker = new Worker(new URL(script, import.meta.url), { workerData: data })
  try {
    const [made] = (await once(worker, 'message')) as [T]
    return made
  } finally {
    await worker.terminate()
  }
}
