import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Written } from './write-question-sheet.ts'

/** The Word document of some questions, made where it holds nobody up. */
export async function writeQuestionDocument(
  title: string,
  questions: readonly Written[],
): Promise<Uint8Array> {
  const script = new URL('./question-document.worker.ts', import.meta.url)
  const worker = new Worker(script, { workerData: { title, questions } })
  try {
    const [bytes] = (await once(worker, 'message')) as [Uint8Array]
    return bytes
  } finally {
    await worker.terminate()
  }
}
