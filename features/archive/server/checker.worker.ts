/** The checking thread: decodes a file to tell whether it is text at all, apart from reading so that no upload waits. */
import { parentPort } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import { decodeText } from '@jianbao/intake'
import type { FromReader, ReadOutcome, ToReader } from './reader.port.ts'

function check({ file, bytes, limitBytes }: ToReader): ReadOutcome {
  try {
    const { encoding } = decodeText(bytes, { file, limitBytes })
    return { text: '', encoding, readings: [] }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    throw error
  }
}

parentPort?.on('message', (message: ToReader) => {
  const answer: FromReader = { outcome: check(message) }
  parentPort?.postMessage(answer)
})
