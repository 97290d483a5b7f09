/** The pages of an issue as they would print, with the words that are being written in one of its items. */
import type { Bulletin, Conformity } from '@jianbao/typesetting/contract'
import type { EditionPreview, LayoutFault, PreviewWish } from '../../contract/index.ts'
import { composeEdition, type ItemInPrint, type PrintPlaces } from '../compose-edition.ts'
import type { EditionPrint } from '../print-of-edition.ts'
import type { EditionTypesetting, PictureSource } from '../typesetting.port.ts'

type PreviewOrder = {
  readonly name: string
  readonly asker: string
  readonly images: Readonly<Record<string, PictureSource>>
}

/** @param name of the window: of those that wait under one name the last is set. Throws `typesetting-superseded` and others. */
export async function previewEdition(
  typesetting: EditionTypesetting,
  print: EditionPrint,
  { item, known }: Omit<PreviewWish, 'tab'>,
  { name, asker, images }: PreviewOrder,
): Promise<EditionPreview> {
  const items = print.items.map(each => (each.id === item?.id ? { ...each, ...item.words } : each))
  const { bulletin, places } = composeEdition(print.frame, items)
  const { id, version } = print.row
  const keys = Object.keys(images)
  const set = await typesetting.preview(bulletin, {
    profile: print.profile,
    images,
    imageAddresses: Object.fromEntries(keys.map(key => [key, `/api/editions/${id}/pictures/${key}`])),
    known,
    supersede: name,
    asker,
  })
  const { widthPt, heightPt, pages, missing, ms, conformity } = set
  const faults = faultsOf(conformity, { bulletin, places })
  return { version, widthPt, heightPt, pages: [...pages], missing: [...missing], faults, ms }
}

type Composed = { readonly bulletin: Bulletin; readonly places: PrintPlaces }

/** What was found on the pages, with the item it was found in. */
export function faultsOf(conformity: Conformity, composed: Composed): LayoutFault[] {
  return conformity.findings.map(({ rule, page, place, details }) => ({
    rule,
    page,
    itemId: place ? itemAt(composed, place) : null,
    details: { ...details },
  }))
}

type Place = NonNullable<Conformity['findings'][number]['place']>

/** Briefs are one article of the model: each begins with a line of its own. */
function itemAt({ bulletin, places }: Composed, { column, article, block }: Place): string | null {
  if (column === null || article === null) return null
  const ids = places[column]?.[article] ?? []
  if (ids.length < 2 || block === null) return ids[0] ?? null
  const blocks = bulletin.columns[column]?.articles[article]?.blocks ?? []
  const line = blocks.slice(0, block + 1).filter(({ type }) => type === 'item').length
  return ids[Math.max(0, line - 1)] ?? null
}

/** Without the words that are just being written. */
export function bulletinOf(print: EditionPrint, items: readonly ItemInPrint[] = print.items): Bulletin {
  return composeEdition(print.frame, items).bulletin
}
