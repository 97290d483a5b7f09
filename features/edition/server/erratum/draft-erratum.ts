/** A new erratum: of a source change, or by hand. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type { ErratumDraft, ErratumPlaces } from '../../contract/index.ts'
import { getIssuedEdition } from '../distribution/delivered-document.ts'
import { type EditionRow, editionName, rolesAt, type Viewer } from '../edition.store.ts'
import { erratumWords } from './erratum.words.ts'

type Asked = { readonly editionId: string; readonly now: Date }

const issued = (tx: Database, viewer: Viewer, { editionId, now }: Asked): Promise<EditionRow> =>
  getIssuedEdition(tx, viewer, { id: editionId, today: localDay(now) })

/** What an erratum of an issue may be about. Throws `not-found`. */
export async function listPlaces(tx: Database, viewer: Viewer, asked: Asked): Promise<ErratumPlaces> {
  const edition = await issued(tx, viewer, asked)
  const items = await selectItems(tx, edition)
  return {
    editionName: editionName(edition),
    places: items.map(({ itemId, columnKey, headline, opening }) => ({
      itemId,
      columnName: columnOf(edition, columnKey),
      headline: headline || opening,
    })),
    may: rolesAt(viewer.person, edition.unitId).includes('editor'),
  }
}

/** Throws `not-found` where the caller does not edit, or the item or change is of another issue. Answers its id. */
export async function draftErratum(
  tx: Database,
  viewer: Viewer,
  draft: ErratumDraft,
  now: Date,
  entry: EntryDraft,
): Promise<string> {
  const edition = await issued(tx, viewer, { editionId: draft.editionId, now })
  if (!rolesAt(viewer.person, edition.unitId).includes('editor')) throw new Problem('not-found')
  const items = await selectItems(tx, edition)
  const item = draft.itemId === null ? null : items.find(({ itemId }) => itemId === draft.itemId)
  if (item === undefined) throw new Problem('not-found')
  if (draft.changeId !== null) await checkChange(tx, edition, draft.changeId)
  const columnName = item && columnOf(edition, item.columnKey)
  const [was, isNow] = [storableText(draft.was).trim(), storableText(draft.isNow).trim()]
  const facts = { issueName: editionName(edition), columnName, headline: item?.headline ?? '', was, isNow }
  const place = storableText(draft.place).trim() || item?.headline || item?.opening || editionName(edition)
  const words = storableText(draft.words).trim() || erratumWords(facts)
  const id = randomUUID()
  await tx.execute(sql`insert into erratum (id, edition_id, item_id, change_id, place, was, is_now, reason, words,
      created_name, created_at, updated_at)
    values (${id}, ${edition.id}, ${draft.itemId}, ${draft.changeId}, ${place.slice(0, 200)}, ${was}, ${isNow},
      ${storableText(draft.reason).trim()}, ${words}, ${viewer.person.name}, ${now.toISOString()}, ${now.toISOString()})`)
  entry.words = editionName(edition)
  entry.unitId = edition.unitId
  entry.after = { was, isNow }
  return id
}

async function checkChange(tx: Database, { id }: EditionRow, changeId: string): Promise<void> {
  const rows = await rowsOf(tx, sql`select from source_change where id = ${changeId} and edition_id = ${id}`)
  if (!rows.length) throw new Problem('not-found')
}

type Item = { itemId: string; columnKey: string; headline: string; opening: string }
function selectItems(tx: Database, { id, columns }: EditionRow): Promise<Item[]> {
  const keys = `{${columns.map(({ key }) => key).join(',')}}`
  return rowsOf<Item>(
    tx,
    sql`select id as "itemId", column_key as "columnKey", headline,
        left(coalesce((select string_agg(coalesce(n ->> 'text', n #>> '{attrs,shown}'), '') from
          jsonb_array_elements(doc -> 'content' -> 0 -> 'content') n), ''), 40) as opening
      from edition_item where edition_id = ${id}
      order by array_position(${keys}::text[], column_key), position`,
  )
}

const columnOf = ({ columns }: EditionRow, key: string): string =>
  columns.find(column => column.key === key)?.name ?? ''
