import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql } from '@jianbao/platform/db'
import type { ReceivedFile } from '@jianbao/platform/files'
import { requireAction } from './act-on-questions.ts'
import { type BankActor, rolesAt } from './bank.services.ts'
import { lockPicture } from './lay-down-picture.ts'
import { holdQuestion, shortStem } from './question.store.ts'

/** Gives a question its picture, or takes it away with null; it is a draft again. Returns the hashes it no longer shows. */
export async function changePicture(
  tx: Database,
  { scope, person, now }: BankActor,
  asked: { readonly id: string; readonly version: number },
  picture: ReceivedFile | null,
  entry: EntryDraft,
): Promise<string[]> {
  const row = await holdQuestion(tx, scope, asked)
  requireAction('edit', row, { id: person.id, roles: rolesAt(person, row.path) })
  if (picture) {
    await lockPicture(tx, picture.sha256)
    await picture.keep()
  }
  await tx.execute(sql`update contest_bank_question set picture_id = ${picture?.sha256 ?? null}, state = 'draft',
    written_by = ${person.id}, written_name = ${person.name}, reviewed_by = null, reviewed_name = null,
    updated_at = ${now.toISOString()}, version = version + 1 where id = ${row.id}`)
  entry.words = shortStem(row.stem)
  entry.unitId = row.unitId
  entry.before = { picture: row.pictureId }
  entry.after = { picture: picture?.sha256 ?? null }
  return row.pictureId && row.pictureId !== picture?.sha256 ? [row.pictureId] : []
}
