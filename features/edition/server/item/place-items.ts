/** The order of items in the columns of an edition that is held. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

/** Puts items, in their order, in front of another one of the column, or at its end; those around them move. */
export async function placeItems(
  tx: Database,
  editionId: string,
  { columnKey, before, ids }: { columnKey: string; before: string | null; ids: readonly string[] },
): Promise<void> {
  const there = await rowsOf<{ id: string }>(
    tx,
    sql`select id from edition_item where edition_id = ${editionId} and column_key = ${columnKey} order by position, id`,
  )
  const others = there.map(({ id }) => id).filter(id => !ids.includes(id))
  const found = before === null ? -1 : others.indexOf(before)
  const at = found === -1 ? others.length : found
  const order = [...others.slice(0, at), ...ids, ...others.slice(at)]
  await tx.execute(sql`update edition_item i set column_key = ${columnKey}, position = o.place - 1
    from unnest(${`{${order.join(',')}}`}::uuid[]) with ordinality as o (id, place)
    where i.id = o.id and i.edition_id = ${editionId}`)
}
