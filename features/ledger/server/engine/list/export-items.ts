/** What the list shows, as an Excel workbook that can be sent back. */
import type { Readable } from 'node:stream'
import type { Person, Read } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import {
  type ItemColumn,
  type ItemExport,
  itemColumnKeys,
  type LedgerItemRow,
} from '../../../contract/index.ts'
import { stateWords } from '../engine.words.ts'
import { itemsWhere, type Viewer } from './items-where.ts'
import { findItems, readItems } from './list-items.ts'
import { itemHeads } from './sheet.form.ts'

/** A sheet of Excel holds a million; nobody reads more than this. */
export const mostExported = 50_000
const atOnce = 500
const lightWords = { green: '正常', blue: '临期', yellow: '滞后', red: '逾期' } as const

/** Ids of the items under the filters, in the order of the list. Throws `not-found`. */
export async function beginItemExport(
  tx: Database,
  viewer: Viewer,
  { columns: _, order = 'due', ...filter }: ItemExport,
  today: string,
): Promise<string[]> {
  const where = await itemsWhere(tx, viewer, filter, today)
  return findItems(tx, where, order, { limit: mostExported + 1, offset: 0 })
}

/** Written while it is read, some rows at a time; the last one says when there are more. */
export function writeItems(
  ids: readonly string[],
  columns: readonly ItemColumn[] = itemColumnKeys,
  read: Read,
  { person, today }: { person: Person; today: string },
): Readable {
  const shown = [...itemColumnKeys.filter(column => columns.includes(column)), 'id' as const]
  async function* lines(): AsyncGenerator<SheetCell[]> {
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read((tx, scope) => readItems(tx, { scope, person }, some, today))
      for (const row of rows) yield shown.map(column => cellOf(row, column))
    }
    if (ids.length > mostExported)
      yield [`事项超过 ${mostExported} 项，只导出前 ${mostExported} 项；请缩小范围后再导出。`]
  }
  const head = shown.map(column => ({ heading: itemHeads[column][0], width: itemHeads[column][1] }))
  return writeSheet({ name: '台账事项', columns: head, fixedColumns: 2 }, lines())
}

function cellOf(row: LedgerItemRow, column: ItemColumn | 'id'): SheetCell {
  switch (column) {
    case 'code':
      return row.code
    case 'title':
      return row.title
    case 'unit':
      return row.unitName
    case 'light':
      return row.light ? lightWords[row.light] : ''
    case 'state':
      return stateWords[row.state]
    case 'owner':
      return row.ownerName
    case 'due':
      return row.dueDay
    case 'percent':
      return row.percent
    case 'target':
      return row.target ? `${row.reached}/${row.target.value} ${row.target.unit}` : ''
    case 'lead':
      return row.leadName ?? ''
    case 'evidence':
      return row.evidence
    case 'parts':
      return row.parts > 0 ? `${row.openParts}/${row.parts} 未结` : ''
    case 'ledger':
      return row.ledgerName
    case 'keeper':
      return row.keeperName
    case 'measure':
      return row.measure
    case 'dispatched':
      return row.dispatchedAt ? localDayTime(new Date(row.dispatchedAt)) : ''
    case 'recheck':
      return row.recheckDay ?? ''
    case 'id':
      return row.id
  }
}
