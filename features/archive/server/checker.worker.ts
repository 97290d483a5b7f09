/** The checking thread: tells what a file is and whether it can be read at all, apart from reading so that no upload waits. */
import { parentPort } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import { checkManuscript } from '@jianbao/intake'
import type { FromReader, ReadOutcome, ToReader } from './reader.port.ts'

async function check({ name, bytes, limitBytes, textLimitBytes }: ToReader): Promise<ReadOutcome> {
  try {
    const { kind } = await checkManuscript(bytes, { file: name, limitBytes })
    if (kind === 'text' && bytes.length > textLimitBytes)
      throw new Problem('file-too-large', { file: name, limitMiB: Math.ceil(textLimitBytes / 1024 ** 2) })
    return { kind, pages: null, encoding: null, text: '', readings: [] }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    throw error
  }
}

parentPort?.on('message', async (message: ToReader) => {
  const answer: FromReader = { outcome: await check(message) }
  parentPort?.postMessage(answer)
})
