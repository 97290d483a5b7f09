import type { Act } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { findDocumentRow } from './document.store.ts'
import type { DocumentRow } from './document.table.ts'

/** What the audit trail calls a document or a ZIP, and the unit it belongs to. */
export function about({ fileName, unitId }: Pick<DocumentRow, 'fileName' | 'unitId'>): EntryDraft {
  return { words: fileName, unitId }
}

/** An action on one document, whose entry names it as it is called before the action: afterwards it may be gone. */
export function actOnDocument<T>(act: Act, id: string, work: Parameters<typeof act<T>>[1]): Promise<T> {
  return act(id, async (tx, scope, entry) => {
    const row = await findDocumentRow(tx, scope, id)
    if (row) Object.assign(entry, about(row))
    return work(tx, scope, entry)
  })
}
