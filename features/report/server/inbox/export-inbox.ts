/** What an inbox shows, as an Excel workbook. */
import type { Readable } from 'node:stream'
import type { Read } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import {
  type InboxColumn,
  type InboxExport,
  type InboxWords,
  inboxColumns,
  type ReportSummary,
} from '../../contract/index.ts'
import { type ReportRow, selectReports, type Viewer } from '../report.store.ts'
import { showSummaries } from '../report.view.ts'
import { stateWords } from '../save-report.ts'
import { inboxWords } from './inbox-words.ts'
import { filterInbox, inboxOrder, ofTab } from './list-inbox.ts'

/** A sheet of Excel holds a million; nobody reads more than this. */
export const mostExported = 50_000
const atOnce = 500

const heads: Readonly<Record<InboxColumn, readonly [string, number]>> = {
  title: ['标题', 46],
  unit: ['报送单位', 26],
  type: ['活动类型', 14],
  day: ['活动日期', 14],
  task: ['任务', 24],
  state: ['状态', 12],
  arrived: ['到稿时间', 18],
  figures: ['数据', 8],
  photos: ['照片', 8],
  adopted: ['采用栏目', 20],
  author: ['报送人', 12],
  claim: ['处理人', 12],
}

export type InboxExportPlan = { readonly ids: readonly string[]; readonly words: InboxWords }

/** The reports under the filters, in the order of the list. Throws `not-found`. */
export async function beginInboxExport(
  tx: Database,
  viewer: Viewer,
  wish: InboxExport,
  now: Date,
): Promise<InboxExportPlan> {
  const { columns: _columns, ...query } = wish
  const { where } = await filterInbox(tx, viewer, query, now)
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select r.id from report r where ${where} and ${ofTab(query.tab ?? 'submitted')}
      order by ${inboxOrder[query.sort ?? '-arrived']} limit ${mostExported + 1}`,
  )
  return { ids: rows.map(row => row.id), words: await inboxWords(tx, viewer.person) }
}

/** Written while it is read, some rows at a time; the last one says when there are more. */
export function writeInbox(
  { ids, words }: InboxExportPlan,
  { columns = [...inboxColumns] }: Pick<InboxExport, 'columns'>,
  read: Read,
  { person, now }: { person: Viewer['person']; now: Date },
): Readable {
  const shown = inboxColumns.filter(column => columns.includes(column))
  async function* lines(): AsyncGenerator<SheetCell[]> {
    const wanted = ids.slice(0, mostExported)
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce)
      const rows = await read(async (tx, scope) => {
        const found = await selectReports(tx, { scope, person }, sql`r.id in ${some}`, sql``)
        const byId = new Map(found.map(row => [row.id, row]))
        const inOrder = some.flatMap(id => byId.get(id) ?? []) satisfies ReportRow[]
        return showSummaries(tx, { scope, person }, inOrder, now)
      })
      for (const row of rows) yield shown.map(column => cellOf(row, column, words))
    }
    if (ids.length > mostExported)
      yield [`来稿超过 ${mostExported} 篇，只导出前 ${mostExported} 篇；请缩小范围后再导出。`]
  }
  const head = shown.map(column => ({ heading: heads[column][0], width: heads[column][1] }))
  return writeSheet({ name: '来稿', columns: head }, lines())
}

function cellOf(row: ReportSummary, column: InboxColumn, words: InboxWords): string | number {
  const campaign = words.campaigns.find(({ id }) => id === row.campaignId)
  const nameIn = (named: readonly { id: string; name: string }[] | undefined, id: string) =>
    named?.find(each => each.id === id)?.name ?? id
  switch (column) {
    case 'title':
      return row.title
    case 'unit':
      return row.unitName
    case 'type':
      return row.type === null ? '' : nameIn(campaign?.types, row.type)
    case 'day':
      return [row.startDay, row.endDay].filter(Boolean).join(' 至 ')
    case 'task':
      return row.taskName ?? ''
    case 'state':
      return stateWords[row.state]
    case 'arrived':
      return row.arrivedAt === null ? '' : localDayTime(new Date(row.arrivedAt))
    case 'figures':
      return row.figureCount
    case 'photos':
      return row.photoCount
    case 'adopted':
      return row.adopted
        .map(each => `${each.unitName}：${nameIn(campaign?.columns, each.columnKey)}`)
        .join('；')
    case 'author':
      return row.createdName
    case 'claim':
      return row.claim?.byName ?? ''
  }
}
