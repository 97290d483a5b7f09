import type { Database } from '@jianbao/platform/db'
import type { ArchiveKeeping, ArchiveServices } from './archive.services.ts'
import type { DocumentRow } from './document.table.ts'
import { selectUnread } from './read-document.store.ts'

type Unread = Pick<DocumentRow, 'id' | 'recognise'>

/** Puts waiting documents in line, inside the transaction that makes them wait; the caller wakes the queue after it. */
export async function lineUp(
  { queue }: Pick<ArchiveServices, 'queue'>,
  tx: Database,
  documents: readonly Unread[],
): Promise<void> {
  const ids = (recognise: boolean) =>
    documents.filter(document => document.recognise === recognise).map(({ id }) => id)
  await queue.send(tx, 'read', ids(false))
  await queue.send(tx, 'recognise', ids(true))
}

/** Puts in line whatever the rows say waits: what an older version left without a job is read too. */
export async function lineUpUnread(services: Pick<ArchiveKeeping, 'queue' | 'db'>): Promise<void> {
  await services.db.transaction(async tx => lineUp(services, tx, await selectUnread(tx)))
}
