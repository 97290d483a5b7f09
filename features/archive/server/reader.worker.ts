/** The reading thread: the only place of the server that runs intake, so that a long file holds nobody up. */
import { parentPort } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import { decodeText, defaultRegister, readDocuments } from '@jianbao/intake'
import type { FromReader, ReadOutcome, ToReader } from './reader.port.ts'

const register = defaultRegister()
const say = (message: FromReader): void => parentPort?.postMessage(message)

function read({ file, bytes, limitBytes }: ToReader): ReadOutcome {
  try {
    const { text, encoding, warnings } = decodeText(bytes, { file, limitBytes })
    say({ step: 'reading' })
    return { text, encoding, readings: readDocuments(text, { register, warnings }) }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    throw error
  }
}

parentPort?.on('message', (message: ToReader) => say({ outcome: read(message) }))
