import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '@jianbao/errors'
import { type Act, act } from '@jianbao/platform/audit'
import type { UploadAnswer } from '../contract/index.ts'
import type { ArchiveServices } from './archive.services.ts'
import { receiveDocument } from './receive-document.ts'

/** Who imports when it is no person at a browser: the command line, the demonstration loader. */
export type Importer = 'command-line' | 'demonstration'

/**
 * Imports one file from disk or memory as if it had been uploaded; it is read afterwards by the queue.
 * Throws what `receiveDocument` throws, or the error of the file system.
 */
export async function importFile(
  services: ArchiveServices,
  source: { path: string; fileName?: string } | { bytes: Uint8Array; fileName: string },
  importer: Importer,
): Promise<UploadAnswer> {
  const { db, clock, files } = services
  const limitBytes = services.limits.fileBytes
  const fileName = 'path' in source ? (source.fileName ?? basename(source.path)) : source.fileName
  const file = await files.receive('path' in source ? createReadStream(source.path) : source.bytes, {
    limitBytes,
  })
  const refuse = async (problem: Problem): Promise<never> => {
    await file.discard()
    throw problem
  }
  if (file.cut)
    return refuse(
      new Problem('file-too-large', { file: fileName, limitMiB: Math.floor(limitBytes / 1024 ** 2) }),
    )
  if (file.sizeBytes === 0) return refuse(new Problem('file-empty', { file: fileName }))
  const system: Act = (object, work) =>
    act(db, clock, { actor: { kind: 'system', id: importer }, action: 'document.receive', object }, work)
  return receiveDocument(services, system, { fileName, file }, 'zh')
}
