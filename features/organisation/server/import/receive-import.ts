import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Act, homeOf } from '@jianbao/platform/access'
import type { Upload } from '@jianbao/platform/http'
import type { ImportKind } from '../../contract/index.ts'
import type { ImportServices } from './import.services.ts'
import { insertImport } from './import.store.ts'

/**
 * Takes a sheet in: when this returns its id, it lies sealed on the disk and its row is committed; it is read
 * afterwards. Throws what its bytes alone tell: `file-not-sheet`, `file-locked`, `file-damaged`, `sheet-unusable`.
 */
export async function receiveImport(
  services: ImportServices,
  act: Act,
  { fileName, file }: Upload,
  { kind, personId }: { kind: ImportKind; personId: string },
): Promise<string> {
  const { clock, desk, files, queue, sealer } = services
  const id = randomUUID()
  try {
    const bytes = await file.read()
    await desk.do({ task: 'check', file: fileName, bytes })
    const sealed = await files.receive(Buffer.from(sealer.seal(Buffer.from(bytes).toString('base64'), id)), {
      limitBytes: Number.MAX_SAFE_INTEGER,
    })
    await act(id, async (tx, scope, entry) => {
      const home = homeOf(scope)
      if (!home) throw new Problem('not-found')
      await sealed.keep()
      const { sizeBytes } = file
      const row = {
        id,
        unitId: home.unitId,
        kind,
        personId,
        fileName,
        sizeBytes,
        sealedSha256: sealed.sha256,
      }
      await insertImport(tx, row, clock.now())
      await queue.send(tx, 'import-sheet', [id])
      entry.words = fileName
      entry.unitId = home.unitId
      entry.after = { kind, file: fileName, sizeBytes }
    }).finally(() => sealed.discard())
  } finally {
    await file.discard()
  }
  queue.wake('import-sheet')
  return id
}

/** The bytes as they were sent. Throws `not-found` once they were forgotten. */
export async function openSealedSheet(
  { files, sealer }: Pick<ImportServices, 'files' | 'sealer'>,
  row: { id: string; sealedSha256: string | null },
): Promise<Buffer> {
  if (row.sealedSha256 === null) throw new Problem('not-found')
  const sealed = Buffer.from(await files.read(row.sealedSha256)).toString('utf8')
  return Buffer.from(sealer.unseal(sealed, row.id), 'base64')
}
