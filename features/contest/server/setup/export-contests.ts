/** The list of contests as an Excel workbook. */
import { Readable } from 'node:stream'
import type { Scope } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import { type ContestExport, type ContestState, contestColumns } from '../../contract/index.ts'
import { type ContestCounts, type ContestRow, readCounts } from './contest.store.ts'
import { readContestList } from './list-contests.ts'

const mostExported = 10_000
type Line = { readonly row: ContestRow; readonly counts: ContestCounts | undefined }

const contestStateWords: Readonly<Record<ContestState, string>> = {
  draft: '筹备中',
  rehearsal: '演练中',
  open: '开放中',
  closed: '已结束',
  published: '已公示',
}

export async function readContestLines(tx: Database, scope: Scope, wish: ContestExport): Promise<Line[]> {
  const rows = await readContestList(tx, scope, wish, mostExported)
  const counts = await readCounts(
    tx,
    scope,
    rows.map(({ no }) => no),
  )
  return rows.map(row => ({ row, counts: counts.get(row.no) }))
}

const time = (at: string | Date): string => localDayTime(new Date(at))
const columns: Record<
  (typeof contestColumns)[number],
  { heading: string; width: number; cell: (line: Line) => SheetCell }
> = {
  title: { heading: '竞赛', width: 36, cell: ({ row }) => row.title },
  state: { heading: '状态', width: 10, cell: ({ row }) => contestStateWords[row.state] },
  unit: { heading: '主办单位', width: 24, cell: ({ row }) => row.unitName },
  opens: { heading: '开始时间', width: 18, cell: ({ row }) => time(row.rules.opensAt) },
  closes: { heading: '结束时间', width: 18, cell: ({ row }) => time(row.rules.closesAt) },
  people: { heading: '人数', width: 10, cell: ({ counts }) => counts?.people ?? 0 },
  attempts: { heading: '人次', width: 10, cell: ({ counts }) => counts?.attempts ?? 0 },
  views: { heading: '浏览量', width: 12, cell: ({ counts }) => counts?.views ?? 0 },
  updated: { heading: '更新时间', width: 18, cell: ({ row }) => time(row.updatedAt) },
}

export function writeContestLines(
  lines: readonly Line[],
  shown: ContestExport['columns'] = [...contestColumns],
): Readable {
  const chosen = shown.map(key => columns[key])
  const rows = lines.map(line => chosen.map(({ cell }) => cell(line)))
  return writeSheet(
    { name: '知识竞赛', columns: chosen.map(({ heading, width }) => ({ heading, width })) },
    Readable.from(rows),
  )
}
