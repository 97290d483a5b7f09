/** A reading thread: the only kind of place in the server that runs intake, so that a long file holds nobody up. */
import { parentPort } from 'node:worker_threads'
import { Problem } from '@jianbao/errors'
import {
  defaultRegister,
  learnNames,
  readDocuments,
  readManuscript,
  type UnitRegister,
} from '@jianbao/intake'
import type { FromReader, ReadOutcome, ToReader } from './reader.port.ts'

const shipped = defaultRegister()
const say = (message: FromReader): void => parentPort?.postMessage(message)
let known: { key: string; register: UnitRegister } = { key: '[]', register: shipped }

/** Shares of the work as people see it: opening the file, its pages, then what they say. */
const opened = 0.1
const understood = 0.8

async function read({
  name,
  bytes,
  limitBytes,
  textLimitBytes,
  recognise,
  learned,
}: ToReader): Promise<ReadOutcome> {
  try {
    const manuscript = await readManuscript(bytes, {
      file: name,
      limitBytes,
      recognise,
      onProgress: (done, total) =>
        say({ progress: opened + (understood - opened) * (done / Math.max(1, total)) }),
    })
    const { kind, pages, encoding, text, hints, warnings, picturesOnly } = manuscript
    if (picturesOnly && !recognise) return { unrecognised: { kind, pages } }
    refuseMuchText(name, text, textLimitBytes)
    say({ progress: understood })
    const register = registerWith(learned)
    return { kind, pages, encoding, text, readings: readDocuments(text, { register, warnings, hints }) }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, details: error.details } }
    throw error
  }
}

/** A file of pictures may be large; the text in it may not be longer than text files may. */
function refuseMuchText(file: string, text: string, limitBytes: number): void {
  if (Buffer.byteLength(text) > limitBytes)
    throw new Problem('file-too-large', { file, limitMiB: Math.ceil(limitBytes / 1024 ** 2) })
}

function registerWith(learned: ToReader['learned']): UnitRegister {
  const key = JSON.stringify(learned)
  if (key !== known.key) known = { key, register: learnNames(shipped, learned) }
  return known.register
}

parentPort?.on('message', async (message: ToReader) => say({ outcome: await read(message) }))
