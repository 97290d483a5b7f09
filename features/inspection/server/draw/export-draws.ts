/** The list of draws, and what was drawn, as Excel workbooks. */
import { Readable } from 'node:stream'
import type { Scope } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import type { DrawListExport, DrawnUnit } from '../../contract/draw.ts'
import { type DrawRow, selectDraws } from './draw.store.ts'
import { drawStateWords } from './draw.words.ts'
import { drawOrder, filterDraws, inDrawState } from './list-draws.ts'

const mostExported = 10_000

export async function readDrawList(tx: Database, scope: Scope, wish: DrawListExport): Promise<DrawRow[]> {
  const { where } = await filterDraws(tx, wish)
  return selectDraws(
    tx,
    scope,
    sql`${where} and ${inDrawState(wish.state)}`,
    sql`order by ${drawOrder(wish)} limit ${mostExported}`,
  )
}

const time = (at: string | Date | null): string => (at === null ? '' : localDayTime(new Date(at)))

export function writeDrawList(rows: readonly DrawRow[]): Readable {
  const columns = [
    { heading: '随机抽查', width: 36 },
    { heading: '组织单位', width: 24 },
    { heading: '状态', width: 10 },
    { heading: '名册对象', width: 10 },
    { heading: '抽取个数', width: 10 },
    { heading: '检查人员', width: 10 },
    { heading: '承诺时间', width: 18 },
    { heading: '抽取时间', width: 18 },
    { heading: '作废原因', width: 30 },
  ]
  const lines = rows.map((row): SheetCell[] => [
    ...[row.name, row.unitName, drawStateWords[row.state]],
    ...[row.objects ?? '', row.count, row.inspectors ?? ''],
    ...[time(row.committedAt), time(row.drawnAt), row.voidReason ?? ''],
  ])
  return writeSheet({ name: '随机抽查', columns }, Readable.from(lines))
}

export function writeDrawnUnits(rows: readonly DrawnUnit[]): Readable {
  const columns = [
    { heading: '序号', width: 8 },
    { heading: '单位', width: 32 },
    { heading: '编码', width: 14 },
    { heading: '分组', width: 18 },
    { heading: '检查人员', width: 36 },
  ]
  const lines = rows.map((row): SheetCell[] => [
    ...[row.place, row.name, row.code, row.stratum],
    row.inspectors.map(({ name }) => name).join('、'),
  ])
  return writeSheet({ name: '抽查结果', columns }, Readable.from(lines))
}
