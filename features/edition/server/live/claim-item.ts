/** Who is at an item: one window at a time, until it lets go or falls silent. */
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, storableText } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import { claimLeaseMs, editionReaders, editionRefusal, type ItemClaim } from '../../contract/index.ts'
import { type EditionRow, editionName, getEditionRow, rolesAt, type Viewer } from '../edition.store.ts'
import { standingOf } from '../edition.view.ts'
import { holdItem, type ItemRow } from '../item/item.store.ts'
import { selectClaims } from './claim.store.ts'

type Asked = {
  readonly id: string
  readonly itemId: string
  readonly tab: string
  readonly now: Date
  readonly today: string
}

/**
 * Takes an item nobody is at, or holds it for longer. One's own other window gives way to the one that opens an item
 * anew, not to one that only goes on. Throws `not-found`, `edition-settled`, `item-claimed`.
 */
export async function claimItem(
  tx: Database,
  viewer: Viewer,
  { keep, ...asked }: Asked & { readonly keep: boolean },
): Promise<ItemClaim[]> {
  await findForEditing(tx, viewer, asked)
  const row = await holdItem(tx, asked.id, asked.itemId)
  const writer = writerOf(row, asked.now)
  const own = writer?.id === viewer.person.id && (!keep || writer.tab === asked.tab)
  if (writer && !own) throw new Problem('item-claimed', { by: writer.name })
  await write(tx, viewer, asked, writer !== null && writer.tab === asked.tab)
  return selectClaims(tx, asked.id, asked.now)
}

/** Lets go of what this window holds; of nothing else. */
export async function releaseItem(tx: Database, viewer: Viewer, asked: Asked): Promise<ItemClaim[]> {
  await getEditionRow(tx, viewer, asked.id, asked.today)
  await tx.execute(sql`update edition_item set claimed_by = null, claimed_name = null, claimed_tab = null,
      claimed_until = null, asked_by = null, asked_name = null, asked_at = null
    where id = ${asked.itemId} and edition_id = ${asked.id} and claimed_by = ${viewer.person.id}
      and claimed_tab = ${asked.tab}`)
  return selectClaims(tx, asked.id, asked.now)
}

/** The writer's page tells them that somebody waits. Throws `not-found`, `edition-settled`. */
export async function askForItem(
  tx: Database,
  viewer: Viewer,
  asked: Omit<Asked, 'tab'>,
  entry: EntryDraft,
): Promise<ItemClaim[]> {
  const edition = await findForEditing(tx, viewer, asked)
  const row = await holdItem(tx, asked.id, asked.itemId)
  await tx.execute(sql`update edition_item set asked_by = ${viewer.person.id},
      asked_name = ${storableText(viewer.person.name)}, asked_at = ${asked.now.toISOString()} where id = ${row.id}`)
  note(entry, edition, row, writerOf(row, asked.now)?.name ?? null)
  return selectClaims(tx, asked.id, asked.now)
}

/** Takes it from whoever is at it, who is told; what they had saved is there. Throws `not-found`, `edition-settled`. */
export async function takeOverItem(
  tx: Database,
  viewer: Viewer,
  asked: Asked,
  entry: EntryDraft,
): Promise<ItemClaim[]> {
  const edition = await findForEditing(tx, viewer, asked)
  const row = await holdItem(tx, asked.id, asked.itemId)
  const writer = writerOf(row, asked.now)
  await write(tx, viewer, asked, false)
  if (writer && writer.id !== viewer.person.id) {
    const details = { title: row.headline || '短讯', by: viewer.person.name }
    const link = `/editions/${asked.id}`
    await notify(tx, { to: [writer.id], kind: 'edition.taken-over', details, link, at: asked.now })
  }
  note(entry, edition, row, writer?.name ?? null)
  return selectClaims(tx, asked.id, asked.now)
}

/** Not held: a sign of life waits for nobody. */
async function findForEditing(
  tx: Database,
  viewer: Viewer,
  { id, today }: Pick<Asked, 'id' | 'today'>,
): Promise<EditionRow> {
  const edition = await getEditionRow(tx, viewer, id, today)
  const roles: readonly string[] = rolesAt(viewer.person, edition.unitId)
  if (!editionReaders.some(role => roles.includes(role))) throw new Problem('not-found')
  if (editionRefusal('edit', standingOf(edition, viewer.person)) !== null)
    throw new Problem('edition-settled', { name: editionName(edition) })
  return edition
}

function writerOf(row: ItemRow, now: Date): { id: string; name: string; tab: string | null } | null {
  if (row.claimedBy === null || row.claimedUntil === null || new Date(row.claimedUntil) <= now) return null
  return { id: row.claimedBy, name: row.claimedName ?? '', tab: row.claimedTab }
}

/** Who goes on still hears of those who wait. */
async function write(tx: Database, { person }: Viewer, asked: Asked, goesOn: boolean): Promise<void> {
  const until = new Date(asked.now.getTime() + claimLeaseMs).toISOString()
  const nobodyAsks = goesOn ? sql`` : sql`, asked_by = null, asked_name = null, asked_at = null`
  await tx.execute(sql`update edition_item set claimed_by = ${person.id},
      claimed_name = ${storableText(person.name)}, claimed_tab = ${asked.tab}, claimed_until = ${until} ${nobodyAsks}
    where id = ${asked.itemId}`)
}

function note(entry: EntryDraft, edition: EditionRow, row: ItemRow, writer: string | null): void {
  entry.words = editionName(edition)
  entry.unitId = edition.unitId
  entry.after = { item: row.headline || '短讯', ...(writer === null ? {} : { writer }) }
}
