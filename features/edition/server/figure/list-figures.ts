/** All numbers of an edition: those with sources and what became of them, and those nothing stands behind. */
import type { Database } from '@jianbao/platform/db'
import {
  type EditionFigure,
  type EditionFigures,
  figureStates,
  figuresOf,
  type LooseNumber,
  typedNumbersIn,
} from '../../contract/index.ts'
import { getEditionRow, type Viewer } from '../edition.store.ts'
import { type ItemRow, selectItems } from '../item/item.store.ts'
import { reckonFigure } from './figure.rules.ts'
import { type KeptFigure, type NamedFact, readFacts, selectFigures } from './figure.store.ts'
import { nameOf, originsOf, printAnew, stateOf } from './figure.view.ts'

/** Those that need somebody first. Throws `not-found`. */
export async function listFigures(
  tx: Database,
  viewer: Viewer,
  { id, today }: { readonly id: string; readonly today: string },
): Promise<EditionFigures> {
  const edition = await getEditionRow(tx, viewer, id, today)
  const order = new Map(edition.columns.map(({ key }, place) => [key, place]))
  const place = ({ columnKey }: ItemRow) => order.get(columnKey) ?? order.size
  const items = (await selectItems(tx, id)).toSorted((a, b) => place(a) - place(b) || a.position - b.position)
  const kept = await selectFigures(tx, id)
  const facts = await readFacts(tx, viewer, edition, kept)
  const figures = items.flatMap(item =>
    figuresOf(item.doc).flatMap(({ id: refId }) => {
      const figure = kept.find(each => each.itemId === item.id && each.id === refId)
      return figure ? [viewFigure(item, figure, facts)] : []
    }),
  )
  const rank = ({ state }: EditionFigure) => figureStates.indexOf(state)
  return {
    version: edition.version,
    figures: figures.toSorted((a, b) => rank(a) - rank(b)),
    loose: items.flatMap(looseOf),
  }
}

export function viewFigure(item: ItemRow, kept: KeptFigure, facts: readonly NamedFact[]): EditionFigure {
  const { id, op, measure, shown, value, unit, qualifier, sources } = kept
  const its = facts.filter(fact => fact.standing)
  const reckoned = reckonFigure({ op, measure, sources }, its)
  const now = reckoned && { value: reckoned.value, unit: reckoned.unit, qualifier: reckoned.qualifier }
  return {
    ...{ itemId: item.id, headline: item.headline, id, op, measure, shown, value, unit, qualifier, now },
    block: blockOf(item, id),
    measureName: nameOf({ measure }, facts),
    state: stateOf(kept, now),
    fresh: now && printAnew(shown, now),
    origins: originsOf({ op, measure, sources }, facts),
  }
}

function blockOf({ doc }: ItemRow, refId: string): number | null {
  const block = doc.content.findIndex(each =>
    figuresOf({ type: 'doc', content: [each] }).some(({ id }) => id === refId),
  )
  return block === -1 ? null : block
}

function looseOf({ id: itemId, headline, doc }: ItemRow): LooseNumber[] {
  return typedNumbersIn(doc).map(found => ({ itemId, headline, ...found }))
}
