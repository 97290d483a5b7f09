import { Problem } from '@jianbao/errors'
import type { Act } from '@jianbao/platform/audit'
import { eq } from '@jianbao/platform/db'
import { mayAct } from '../contract/index.ts'
import type { ArchiveServices } from './archive.services.ts'
import { holdDocumentRow } from './document.store.ts'
import { documentTable } from './document.table.ts'

/** Puts a document in line to be read anew; its issues stay until then, its text and readings do not show. Throws `not-found`, `not-now`. */
export async function readDocumentAgain(services: ArchiveServices, act: Act, id: string): Promise<void> {
  await act(id, async tx => {
    const row = await holdDocumentRow(tx, id)
    if (!row) throw new Problem('not-found')
    if (!mayAct('readAgain', row.state)) throw new Problem('not-now', { reason: '文件还在读取或等待读取。' })
    await tx
      .update(documentTable)
      .set({
        state: 'waiting',
        progress: 0,
        problemCode: null,
        problemDetails: null,
        updatedAt: services.clock.now(),
      })
      .where(eq(documentTable.id, id))
  })
  services.queue.wake()
}
