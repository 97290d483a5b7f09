import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '@jianbao/errors'
import { wholeScope } from '@jianbao/organisation/server'
import type { Act } from '@jianbao/platform/access'
import { act } from '@jianbao/platform/audit'
import type { Upload } from '@jianbao/platform/http'
import type { Batch, UploadAnswer } from '../contract/index.ts'
import type { ArchiveKeeping, ArchiveServices } from './archive.services.ts'
import { receiveBatch } from './batch/receive-batch.ts'
import { receiveDocument } from './receive-document.ts'

/** Imports belong to the unit at the top. Who imports when it is no person at a browser: the command line, the demonstration loader. */
export type Importer = 'command-line' | 'demonstration'
export type ImportSource = { path: string; fileName?: string } | { bytes: Uint8Array; fileName: string }

/**
 * Imports one file from disk or memory as if it had been uploaded; it is read afterwards by the queue.
 * Throws what `receiveDocument` throws, or the error of the file system.
 */
export async function importFile(
  services: ArchiveKeeping,
  source: ImportSource,
  importer: Importer,
): Promise<UploadAnswer> {
  const upload = await receive(services, source, services.limits.fileBytes)
  return receiveDocument(services, systemAct(services, importer, 'document.receive'), upload, 'zh')
}

/** The same for a ZIP; it is unpacked afterwards by the queue. */
export async function importBatch(
  services: ArchiveKeeping,
  source: ImportSource,
  importer: Importer,
): Promise<Batch> {
  const upload = await receive(services, source, services.limits.batchBytes)
  return receiveBatch(services, systemAct(services, importer, 'batch.receive'), upload, 'zh')
}

async function receive(
  { files }: ArchiveServices,
  source: ImportSource,
  limitBytes: number,
): Promise<Upload> {
  const fileName = 'path' in source ? (source.fileName ?? basename(source.path)) : source.fileName
  const bytes = 'path' in source ? createReadStream(source.path) : source.bytes
  const file = await files.receive(bytes, { limitBytes })
  if (!file.cut && file.sizeBytes > 0) return { fileName, file }
  await file.discard()
  if (!file.cut) throw new Problem('file-empty', { file: fileName })
  throw new Problem('file-too-large', { file: fileName, limitMiB: Math.floor(limitBytes / 1024 ** 2) })
}

function systemAct({ db, clock }: ArchiveKeeping, importer: Importer, action: string): Act {
  return (object, work) =>
    act(db, clock, { actor: { kind: 'system', id: importer }, action, object }, (tx, entry) =>
      work(tx, wholeScope, entry),
    )
}
