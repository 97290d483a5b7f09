/** Remarks of who revises and signs. Everybody with a post in its unit may make one as long as it is not settled. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { type CommentDraft, editionReaders, settledEditions } from '../../contract/index.ts'
import { type EditionRow, editionName, holdEdition, rolesAt, type Viewer } from '../edition.store.ts'
import { type CommentRow, commentActionsOf, selectComments } from './comment.store.ts'

type Asked = { readonly id: string; readonly now: Date; readonly today: string }
type OnComment = Asked & { readonly commentId: string }

/** Throws `not-found`, `edition-settled`. */
export async function addComment(
  tx: Database,
  viewer: Viewer,
  { draft, now, ...asked }: Asked & { readonly draft: CommentDraft },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeOpen(tx, viewer, asked, entry)
  const { itemId, block, quote, occurrence } = draft
  if (itemId !== null) {
    const there = await rowsOf(
      tx,
      sql`select 1 from edition_item where id = ${itemId} and edition_id = ${row.id}`,
    )
    if (!there.length) throw new Problem('not-found')
  }
  const text = storableText(draft.text).trim()
  if (text === '') throw new Problem('reason-missing')
  const { person } = viewer
  await tx.execute(sql`insert into edition_comment (id, edition_id, item_id, block, quote, occurrence, text, round,
      by_id, by_name, at)
    values (${randomUUID()}, ${row.id}, ${itemId}, ${block}, ${storableText(quote)}, ${occurrence}, ${text}, ${row.round},
      ${person.id}, ${person.name}, ${now.toISOString()})`)
  entry.after = { comment: text }
}

/** Throws `not-found`, `edition-settled`. */
export async function resolveComment(
  tx: Database,
  viewer: Viewer,
  asked: OnComment,
  entry: EntryDraft,
): Promise<void> {
  const comment = await takeComment(tx, viewer, asked, 'resolve', entry)
  await tx.execute(sql`update edition_comment set resolved_name = ${viewer.person.name},
    resolved_at = ${asked.now.toISOString()} where id = ${comment.id}`)
}

/** Throws `not-found`, `edition-settled`. */
export async function reopenComment(
  tx: Database,
  viewer: Viewer,
  asked: OnComment,
  entry: EntryDraft,
): Promise<void> {
  const comment = await takeComment(tx, viewer, asked, 'reopen', entry)
  await tx.execute(
    sql`update edition_comment set resolved_name = null, resolved_at = null where id = ${comment.id}`,
  )
}

/** One's own. Throws `not-found`, `edition-settled`. */
export async function removeComment(
  tx: Database,
  viewer: Viewer,
  asked: OnComment,
  entry: EntryDraft,
): Promise<void> {
  const comment = await takeComment(tx, viewer, asked, 'remove', entry)
  await tx.execute(sql`delete from edition_comment where id = ${comment.id}`)
}

async function takeOpen(
  tx: Database,
  viewer: Viewer,
  { id, today }: Pick<Asked, 'id' | 'today'>,
  entry: EntryDraft,
): Promise<EditionRow> {
  const row = await holdEdition(tx, viewer, id, today)
  const roles: readonly string[] = rolesAt(viewer.person, row.unitId)
  if (!editionReaders.some(role => roles.includes(role))) throw new Problem('not-found')
  if (settledEditions.includes(row.state)) throw new Problem('edition-settled', { name: editionName(row) })
  entry.words = editionName(row)
  entry.unitId = row.unitId
  return row
}

/** Throws `edition-deed-refused` where it is another's, or somebody else was quicker. */
async function takeComment(
  tx: Database,
  viewer: Viewer,
  asked: OnComment,
  action: 'resolve' | 'reopen' | 'remove',
  entry: EntryDraft,
): Promise<CommentRow> {
  const row = await takeOpen(tx, viewer, asked, entry)
  const comment = (await selectComments(tx, row.id)).find(({ id }) => id === asked.commentId)
  if (!comment) throw new Problem('not-found')
  if (!commentActionsOf(comment, viewer.person.id, true).includes(action))
    throw new Problem('edition-deed-refused', { name: editionName(row) })
  entry.before = { comment: comment.text }
  return comment
}
