import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { SourceChange } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { selectChanges, viewChanges } from './list-changes.ts'

/** Throws `not-found`. */
export async function getChange(tx: Database, viewer: Viewer, id: string): Promise<SourceChange> {
  const [change] = await viewChanges(tx, viewer, await selectChanges(tx, viewer, sql`c.id = ${id}`, sql``))
  if (!change) throw new Problem('not-found')
  return change
}

/** 不予处理, with the reason. Throws `not-found`, also where it is settled or the caller does not edit. */
export async function dismissChange(
  tx: Database,
  viewer: Viewer,
  { id, reason, now }: { readonly id: string; readonly reason: string; readonly now: Date },
  entry: EntryDraft,
): Promise<void> {
  await rowsOf(tx, sql`select from source_change where id = ${id} for update`)
  const change = await getChange(tx, viewer, id)
  if (!change.actions.includes('dismiss')) throw new Problem('not-found')
  const words = storableText(reason).trim()
  await tx.execute(sql`update source_change set state = 'dismissed', settled_name = ${viewer.person.name},
    settled_reason = ${words}, settled_at = ${now.toISOString()} where id = ${id}`)
  entry.words = `${change.editionName}：${change.reportTitle}`
  entry.after = { reason: words }
}
