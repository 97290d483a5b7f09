/** The needs under the filters of a list, as an Excel workbook; nowhere an address. */
import type { Readable } from 'node:stream'
import type { Read, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import { type NeedColumn, type NeedExport, needColumns } from '../../../contract/index.ts'
import { filterNeeds, inState, needOrder } from './list-needs.ts'
import { type NeedRow, readableNeeds, selectNeeds } from './need.store.ts'
import { needKindWords, needSourceWords, needStateWords } from './need-words.ts'

const mostExported = 50_000
const atOnce = 500

const columns: Readonly<Record<NeedColumn, readonly [string, number, (row: NeedRow) => string]>> = {
  number: ['编号', 18, row => row.number],
  words: ['诉求', 60, row => [row.words, row.place && `（${row.place}）`].join('')],
  kind: ['类别', 14, row => needKindWords[row.kind]],
  source: ['来源', 12, row => needSourceWords[row.source]],
  unit: ['单位', 24, row => row.unitName ?? ''],
  state: ['状态', 12, row => needStateWords[row.state]],
  day: ['提出日期', 14, row => row.day],
}

/** Ids in the order of the list. */
export async function beginNeedExport(tx: Database, scope: Scope, wish: NeedExport): Promise<string[]> {
  const { where } = await filterNeeds(tx, wish)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select n.id from need n where ${readableNeeds(scope)} and ${where} and ${inState(wish.state)}
      order by ${needOrder(wish)} limit ${mostExported + 1}`,
  )
  return rows.map(({ id }) => id)
}

/** Written while it is read; why one was declined stands behind the columns of the list. */
export function writeNeeds(ids: readonly string[], wish: NeedExport, read: Read): Readable {
  const shown = needColumns.filter(column => (wish.columns ?? needColumns).includes(column))
  async function* lines(): AsyncGenerator<SheetCell[]> {
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read((tx, scope) =>
        selectNeeds(tx, scope, sql`n.id = any(${`{${some.join(',')}}`}::uuid[])`, sql``),
      )
      const byId = new Map(rows.map(row => [row.id, row]))
      for (const row of some.flatMap(id => byId.get(id) ?? []))
        yield [...shown.map(column => columns[column][2](row)), row.reason ?? '']
    }
    if (ids.length > mostExported) yield [`诉求超过 ${mostExported} 条，只导出前 ${mostExported} 条。`]
  }
  const head = shown.map(column => ({ heading: columns[column][0], width: columns[column][1] }))
  return writeSheet({ name: '诉求', columns: [...head, { heading: '不予受理的理由', width: 40 }] }, lines())
}
