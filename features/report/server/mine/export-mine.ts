import { PassThrough, type Readable } from 'node:stream'
import type { Person, Read } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
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
export async function writeMineExport(
  { ids, words }: MineExport,
  read: Read,
  { person, origin, now }: { person: Person; origin: string; now: Date },
): Promise<Readable> {
  const { default: ExcelJs } = await import('exceljs')
  const stream = new PassThrough()
  const write = async (): Promise<void> => {
    const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
    const sheet = book.addWorksheet('报送', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(([header, width]) => ({ header, width }))
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length && !stream.destroyed; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read(async (tx, scope) => {
        const viewer = { scope, person }
        const found = await selectReports(tx, viewer, sql`r.id in ${some}`, sql``)
        return showRows(tx, viewer, found, now)
      })
      const byId = new Map(rows.map(row => [row.id, row]))
      for (const id of some) {
        const found = byId.get(id)
        if (!found) continue
        const row = sheet.addRow(cellsOf(found, words, origin).map(cellText))
        // Text, whatever it begins with: no cell is ever taken for a formula.
        row.eachCell(cell => {
          cell.numFmt = '@'
        })
        row.commit()
      }
    }
    if (ids.length > mostExported)
      sheet.addRow([`超过 ${mostExported} 条，表格只写到这里；请缩小范围后再导出。`]).commit()
    sheet.commit()
    await book.commit()
  }
  write().catch((error: Error) => stream.destroy(error))
  return stream
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
    row.submittedAt ? officeTime(row.submittedAt) : '',
    row.deskName ?? '',
    adopted.join('；'),
    row.issues.join('；'),
    row.reason ?? '',
    row.createdName,
    `${origin}/desk/reports/${row.id}`,
  ]
}

/** 2026-03-01 16:00, as the clocks in China show it. */
function officeTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** What fits into one cell: XML knows all characters but these. */
function cellText(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
}
