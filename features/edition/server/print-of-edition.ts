/** All that is needed to set an issue in the making, read in one go so that it is set outside the transaction. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { LayoutProfile } from '@jianbao/typesetting/contract'
import type { EditionPicture } from '../contract/index.ts'
import type { EditionFrame, ItemInPrint } from './compose-edition.ts'
import { type EditionRow, getEditionRow, type Viewer } from './edition.store.ts'
import { selectItems } from './item/item.store.ts'
import { readFrame } from './read-frame.ts'

export type KeptPicture = Pick<EditionPicture, 'id'> & { readonly sha256: string }
export type EditionPrint = {
  readonly row: EditionRow
  readonly frame: EditionFrame
  readonly profile: Partial<LayoutProfile>
  readonly items: readonly ItemInPrint[]
  readonly pictures: readonly KeptPicture[]
}

/** Throws `not-found`. */
export async function readPrint(
  tx: Database,
  viewer: Viewer,
  id: string,
  today: string,
): Promise<EditionPrint> {
  const row = await getEditionRow(tx, viewer, id, today)
  const pictures = await rowsOf<KeptPicture>(
    tx,
    sql`select id, sha256 from edition_picture where edition_id = ${id} order by created_at, id`,
  )
  const frame = await readFrame(tx, row, today)
  return { row, frame, profile: profileOf(row), items: await selectItems(tx, id), pictures }
}

/** What a series sets about its pages. */
export function profileOf({ settings }: Pick<EditionRow, 'settings'>): Partial<LayoutProfile> {
  const { linesPerPage, charsPerLine, evenPages, red, linePitchPt = null, mastheadLines = 2 } = settings
  return { linesPerPage, charsPerLine, evenPages, red, linePitchPt, mastheadLines }
}
