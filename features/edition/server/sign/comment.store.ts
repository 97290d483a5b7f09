import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type EditionComment, type EditionItem, findAnchor } from '../../contract/index.ts'
import { instant, maybeInstant } from '../edition.view.ts'
import { blocksOf } from './keep-round.ts'

export type CommentRow = Omit<
  EditionComment,
  'headline' | 'place' | 'lost' | 'actions' | 'at' | 'resolvedAt'
> & {
  readonly byId: string
  readonly at: string | Date
  readonly resolvedAt: string | Date | null
}

export function selectComments(tx: Database, editionId: string): Promise<CommentRow[]> {
  return rowsOf<CommentRow>(
    tx,
    sql`select id, item_id as "itemId", block, quote, occurrence, text, round, by_id as "byId", by_name as "byName", at,
        resolved_name as "resolvedName", resolved_at as "resolvedAt"
      from edition_comment where edition_id = ${editionId} order by at, id`,
  )
}

/** `may`: the caller has a post in its unit, and it is not settled. */
export function commentActionsOf(
  { byId, resolvedAt }: Pick<CommentRow, 'byId' | 'resolvedAt'>,
  personId: string,
  may: boolean,
): EditionComment['actions'] {
  if (!may) return []
  const next = resolvedAt === null ? ('resolve' as const) : ('reopen' as const)
  return byId === personId ? [next, 'remove'] : [next]
}

/** With the place its words have now; those of an item that was taken out are lost. */
export function viewComment(
  { byId, ...row }: CommentRow,
  items: readonly Pick<EditionItem, 'id' | 'headline' | 'doc'>[],
  actions: EditionComment['actions'],
): EditionComment {
  const item = items.find(({ id }) => id === row.itemId)
  const place = item ? findAnchor(blocksOf(item.doc), row) : null
  return {
    ...row,
    headline: item?.headline ?? null,
    at: instant(row.at),
    resolvedAt: maybeInstant(row.resolvedAt),
    place,
    lost: row.itemId !== null && (!item || (row.quote !== '' && row.block !== null && place === null)),
    actions,
  }
}
