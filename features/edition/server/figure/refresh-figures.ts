import type { EntryDraft } from '@jianbao/platform/audit'
import type { Database } from '@jianbao/platform/db'
import { type ArticleDoc, type FigureAttrs, type FigureRefresh, figuresOf } from '../../contract/index.ts'
import type { Viewer } from '../edition.store.ts'
import { saveItem } from '../item/change-items.ts'
import { selectItems } from '../item/item.store.ts'
import { takeForEditing } from '../take-for-editing.ts'
import { readFacts, selectFigures } from './figure.store.ts'
import { viewFigure } from './list-figures.ts'

type Asked = {
  readonly id: string
  readonly refresh: FigureRefresh
  readonly now: Date
  readonly today: string
}

/**
 * Writes what the reports say now into the numbers named; those that cannot be reckoned any more stay as they are.
 * Throws `not-found`, `edition-settled`, `item-claimed`, `changed-meanwhile`.
 */
export async function refreshFigures(
  tx: Database,
  viewer: Viewer,
  { id, refresh, now, today }: Asked,
  entry: EntryDraft,
): Promise<void> {
  const edition = await takeForEditing(tx, viewer, { id, today, version: refresh.version }, entry)
  const kept = await selectFigures(tx, id)
  const facts = await readFacts(tx, viewer, edition, kept)
  let renewed = 0
  for (const item of await selectItems(tx, id)) {
    const wanted = new Set(refresh.figures.filter(each => each.itemId === item.id).map(each => each.id))
    const fresh = new Map<string, string>()
    for (const figure of kept)
      if (figure.itemId === item.id && wanted.has(figure.id)) {
        const words = viewFigure(item, figure, facts).fresh
        if (words !== null && words !== figure.shown) fresh.set(figure.id, words)
      }
    const named = figuresOf(item.doc).filter(({ id: refId }) => fresh.has(refId))
    if (named.length === 0) continue
    const { version, kind, headline, subtitle, contributor, withheld } = item
    const doc = withShown(item.doc, fresh)
    const text = { version, kind, headline, subtitle, contributor, withheld, doc }
    await saveItem(tx, viewer, { id, itemId: item.id, text, now, today }, entry)
    renewed += named.length
  }
  entry.after = { figures: renewed }
}

/** The same text with other words for some of its numbers. */
function withShown<T extends ArticleDoc>(doc: T, fresh: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(doc), (key, held: unknown) => {
    if (key !== 'attrs' || held === null || typeof held !== 'object' || !('shown' in held)) return held
    const attrs = held as FigureAttrs
    return { ...attrs, shown: fresh.get(attrs.id) ?? attrs.shown }
  }) as T
}
