/** One deed to many items in one transaction: what can be done is done, of the others it is said why not. */
import { Problem } from '@jianbao/errors'
import { nameUnits, type Office } from '@jianbao/organisation/server'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import {
  type BulkDeed,
  type BulkDone,
  type BulkRefusal,
  type BulkWish,
  itemFlow,
  itemRefusal,
  mostInBulk,
  mostRefusals,
} from '../../../contract/index.ts'
import { dispatchItems } from '../dispatch-items.ts'
import { actionWords } from '../engine.words.ts'
import { type ItemRow, readableItems, selectItems } from '../item.store.ts'
import { standingOfItem } from '../item.view.ts'
import { type ItemAsker, refusalOf } from '../take-step.ts'
import { itemsWhere } from './items-where.ts'
import { moveItems } from './move-items.ts'

type Language = Parameters<Problem['text']>[0]
type Refused = { readonly id: string; readonly row: ItemRow | null; readonly problem: Problem }

const listed = (ids: readonly string[]): SQL =>
  sql`(select x::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) x)`

/** Throws Problem `not-now` where a reason is missing, `not-found` for a filter by what is not the caller's. */
export async function actOnMany(
  tx: Database,
  asker: ItemAsker,
  wish: BulkWish,
  language: Language,
  entry: EntryDraft,
): Promise<BulkDone> {
  const { deed, words } = wish
  if ('reason' in itemFlow[deed] && !words?.trim()) throw new Problem('not-now', { reason: '请写明理由。' })
  const { ids, versions, more } = await holdItems(tx, asker, wish)
  const rows = await selectItems(tx, sql`i.id in ${listed(ids)} and ${readableItems(asker.scope)}`)
  const { fit, refused } = await judge(tx, asker, deed, { ids, rows, versions })
  // Of one ledger at a time: its rules say what comes next.
  for (const [, some] of Map.groupBy(fit, row => row.ledgerId)) {
    const moment = { by: asker.person, now: asker.now, today: asker.today, words: words?.trim() }
    const { rules } = some[0]!
    if (deed === 'dispatch')
      await dispatchItems(
        tx,
        some.map(row => row.id),
        { rules, ...moment },
      )
    else await moveItems(tx, some, { deed, ...moment })
  }
  entry.words = `${actionWords[deed]} ${fit.length} 项`
  entry.after = {
    deed,
    done: fit.length,
    refused: refused.length,
    ...('filter' in wish ? { filter: JSON.stringify(wish.filter) } : {}),
    ...(words ? { words } : {}),
  }
  return {
    done: fit.length,
    refused: refused.length,
    refusals: await tellRefusals(tx, refused.slice(0, mostRefusals), language),
    more,
  }
}

type Held = {
  readonly ids: string[]
  /** As they were seen; null: whatever they are by now. */
  readonly versions: ReadonlyMap<string, number> | null
  readonly more: boolean
}

/** Holds the rows in one order, so that two who do the same wait for each other instead of for ever. */
async function holdItems(tx: Database, asker: ItemAsker, wish: BulkWish): Promise<Held> {
  const hold = async (where: SQL) =>
    (
      await rowsOf<{ id: string }>(
        tx,
        sql`select i.id from ledger_item i where ${where} order by i.id limit ${mostInBulk + 1} for update of i`,
      )
    ).map(({ id }) => id)
  if ('items' in wish) {
    const versions = new Map(wish.items.map(({ id, version }) => [id.toLowerCase(), version]))
    await hold(sql`i.id in ${listed([...versions.keys()])} and ${readableItems(asker.scope)}`)
    return { ids: [...versions.keys()], versions, more: false }
  }
  const begins: readonly string[] = [
    ...itemFlow[wish.deed].from,
    ...(wish.deed === 'dispatch' ? ['draft'] : []),
  ]
  const found = await itemsWhere(tx, asker, wish.filter, asker.today)
  const states = sql.join(
    begins.map(state => sql`${state}`),
    sql`, `,
  )
  const ids = await hold(sql`${found} and i.state in (${states})`)
  return { ids: ids.slice(0, mostInBulk), versions: null, more: ids.length > mostInBulk }
}

async function judge(
  tx: Database,
  asker: ItemAsker,
  deed: BulkDeed,
  { ids, rows, versions }: Pick<Held, 'ids' | 'versions'> & { readonly rows: readonly ItemRow[] },
): Promise<{ fit: ItemRow[]; refused: Refused[] }> {
  const keepers = await nameUnits(
    tx,
    rows.map(row => row.keeperId),
  )
  const byId = new Map(rows.map(row => [row.id, row]))
  const fit: ItemRow[] = []
  const refused: Refused[] = []
  for (const id of ids) {
    const row = byId.get(id) ?? null
    const problem = row ? refuse(row, deed, asker, keepers, versions) : new Problem('not-found')
    if (row && !problem) fit.push(row)
    else refused.push({ id, row, problem: problem! })
  }
  return { fit, refused }
}

function refuse(
  row: ItemRow,
  deed: BulkDeed,
  asker: ItemAsker,
  keepers: ReadonlyMap<string, Office>,
  versions: Held['versions'],
): Problem | null {
  const why = itemRefusal(deed, standingOfItem(row, asker, keepers.get(row.keeperId)))
  // What it is now says more than that it is another.
  if (why === null && versions && versions.get(row.id) !== row.version)
    return new Problem('changed-meanwhile', { name: row.title })
  return refusalOf(row, deed, why)
}

async function tellRefusals(
  tx: Database,
  refused: readonly Refused[],
  language: Language,
): Promise<BulkRefusal[]> {
  const units = await nameUnits(
    tx,
    refused.map(({ row }) => row?.unitId ?? null),
  )
  return refused.map(({ id, row, problem }) => ({
    id,
    title: row?.title ?? '',
    unitName: (row && units.get(row.unitId)?.name) ?? '',
    code: problem.code,
    reason: problem.text(language),
  }))
}
