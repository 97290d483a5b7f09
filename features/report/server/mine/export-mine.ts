import type { Readable } from 'node:stream'
import type { Person, Read } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { writeSheet } from '@jianbao/platform/sheet'
import { type MineFilters, type MineRow, mostExported, type ReportWords } from '../../contract/index.ts'
import { getWords } from '../draft/get-form.ts'
import { seen, selectReports, type Viewer } from '../report.store.ts'
import { stateWords } from '../save-report.ts'
import { mineCondition, onTab, orderOf, showRows } from './list-mine.ts'

const columns = [
  ['标题', 40],
  ['单位', 24],
  ['状态', 12],
  ['活动类型', 14],
  ['活动日期', 24],
  ['任务', 30],
  ['数据', 8],
  ['照片', 8],
  ['报出时间', 18],
  ['所在', 24],
  ['采用栏目', 24],
  ['刊期', 24],
  ['退回原因', 40],
  ['撰稿人', 12],
  ['地址', 50],
] as const
const atOnce = 500

/** What an export is made of: the reports in their order, and the words for their keys. */
export type MineExport = { readonly ids: readonly string[]; readonly words: ReportWords }

export async function beginMineExport(
  tx: Database,
  viewer: Viewer,
  filters: MineFilters,
  now: Date,
): Promise<MineExport> {
  const base = await mineCondition(tx, viewer, filters, now)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select r.id from report r where ${seen(viewer)} and ${onTab(base, filters.tab)}
      order by ${orderOf(filters)} limit ${mostExported + 1}`,
  )
  return { ids: rows.map(({ id }) => id), words: await getWords(tx) }
}

/** A workbook, written while it is read, some rows at a time. */
export function writeMineExport(
  { ids, words }: MineExport,
  read: Read,
  { person, origin, now }: { person: Person; origin: string; now: Date },
): Readable {
  async function* lines(): AsyncGenerator<string[]> {
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read(async (tx, scope) => {
        const viewer = { scope, person }
        const found = await selectReports(tx, viewer, sql`r.id in ${some}`, sql``)
        return showRows(tx, viewer, found, now)
      })
      const byId = new Map(rows.map(row => [row.id, row]))
      for (const id of some) {
        const found = byId.get(id)
        if (found) yield cellsOf(found, words, origin)
      }
    }
    if (ids.length > mostExported) yield [`超过 ${mostExported} 条，表格只写到这里；请缩小范围后再导出。`]
  }
  const heads = columns.map(([heading, width]) => ({ heading, width }))
  return writeSheet({ name: '报送', columns: heads }, lines())
}

function cellsOf(row: MineRow, { campaigns }: ReportWords, origin: string): string[] {
  const campaign = campaigns.find(({ id }) => id === row.campaignId)
  const named = (all: readonly { id: string; name: string }[] | undefined, key: string | null): string =>
    all?.find(({ id }) => id === key)?.name ?? key ?? ''
  const adopted = row.adopted.map(
    ({ unitName, columnKey }) => `${unitName} ${named(campaign?.columns, columnKey)}`,
  )
  return [
    row.title,
    row.unitName,
    stateWords[row.state],
    named(campaign?.types, row.type),
    [row.startDay, row.endDay].filter(Boolean).join(' 至 '),
    [row.taskName, row.periodName === row.taskName ? null : row.periodName].filter(Boolean).join(' '),
    String(row.figureCount),
    String(row.photoCount),
    row.submittedAt ? localDayTime(new Date(row.submittedAt)) : '',
    row.deskName ?? '',
    adopted.join('；'),
    row.issues.join('；'),
    row.reason ?? '',
    row.createdName,
    `${origin}/desk/reports/${row.id}`,
  ]
}
