import { Problem } from '@jianbao/errors'
import type { Person, Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { takeService } from '../item/service.store.ts'

/** 审看: whoever keeps the item lets words be read by its unit, or keeps them to itself. */
export async function moderateWord(
  tx: Database,
  scope: Scope,
  { id, wordId, state }: { id: string; wordId: string; state: 'shown' | 'hidden' },
  person: Person,
  entry: EntryDraft,
): Promise<void> {
  const item = await takeService(tx, scope, id, 'moderate', person)
  entry.words = item.title
  entry.unitId = item.unitId
  entry.after = { state }
  const changed = await rowsOf(
    tx,
    sql`update service_word set state = ${state} where id = ${wordId} and item_id = ${id} returning 1`,
  )
  if (changed.length === 0) throw new Problem('not-found')
}
