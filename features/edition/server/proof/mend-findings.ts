import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import type { Finding } from '@jianbao/proofreading'
import type { ItemText, MendWish } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { saveItem } from '../item/change-items.ts'
import { holdItem, type ItemRow } from '../item/item.store.ts'
import { takeForEditing } from '../take-for-editing.ts'
import { mendDoc } from './mend-doc.ts'
import { findingsOf } from './proofread-edition.ts'
import { readProof } from './read-proof.ts'

type Asked = { readonly id: string; readonly wish: MendWish; readonly now: Date; readonly today: string }

/**
 * Puts the mends of findings into their items, each saved as an editor would save it. All or none. Throws `not-found`,
 * `edition-settled`, `item-claimed`, `changed-meanwhile`, and `finding-gone` when a finding is not there any more.
 */
export async function mendFindings(
  tx: Database,
  viewer: Viewer,
  { id, wish, now, today }: Asked,
  entry: EntryDraft,
): Promise<void> {
  await takeForEditing(tx, viewer, { id, today }, entry)
  const found = findingsOf(await readProof(tx, viewer, id, today))
  let count = 0
  for (const { itemId, version, fingerprints } of wish.items) {
    const wanted = new Set(fingerprints)
    const findings = found.filter(each => each.place.itemId === itemId && wanted.has(each.fingerprint))
    const row = await holdItem(tx, id, itemId)
    const text = findings.length === wanted.size ? mendItem(row, findings) : null
    // A version that moved on is the better reason why a finding is gone.
    if (!text && row.version !== version)
      throw new Problem('changed-meanwhile', { name: row.headline || '这篇稿件' })
    if (!text) throw new Problem('finding-gone')
    await saveItem(tx, viewer, { id, itemId, text: { ...text, version }, now, today }, entry)
    count += findings.length
  }
  entry.after = { mended: count, items: wish.items.length }
}

/** From the last to the first, so that each place still is where it was found; null when one cannot be put in. */
export function mendItem(row: ItemRow, findings: readonly Finding[]): Omit<ItemText, 'version'> | null {
  const { kind, headline, subtitle, contributor, withheld, doc } = row
  const text = { kind, headline, subtitle, contributor, withheld, doc }
  const ordered = findings.toSorted(
    (a, b) => (b.place.block ?? -1) - (a.place.block ?? -1) || b.place.start - a.place.start,
  )
  for (const { place, quote, mend } of ordered) {
    if (mend === null) return null
    const { part, start, end } = place
    if (part === 'headline' || part === 'subtitle' || part === 'contributor') {
      if (text[part].slice(start, end) !== quote) return null
      text[part] = text[part].slice(0, start) + mend + text[part].slice(end)
      continue
    }
    const mended = mendDoc(text.doc, place, { quote, mend })
    if (!mended) return null
    text.doc = mended
  }
  return text
}
