import type { Reminder, RemindKind } from '../../contract/index.ts'
import { type SheetColumn, writeBook } from '../matrix/write-book.ts'

const kindWords: Readonly<Record<RemindKind, string>> = {
  task: '任务',
  review: '待审签',
  desk: '来稿待受理',
  commission: '约稿',
  commitment: '责任书、承诺书',
}

const heads: SheetColumn[] = [
  { heading: '时间', width: 18 },
  { heading: '单位', width: 28 },
  { heading: '事项', width: 16 },
  { heading: '任务', width: 32 },
  { heading: '方式', width: 10 },
  { heading: '催办人', width: 12 },
  { heading: '附言', width: 40 },
  { heading: '提醒人数', width: 10 },
]

export function reminderBook(rows: readonly Reminder[]): Promise<Buffer> {
  const body = rows.map(({ at, unitName, kind, taskName, periodName, way, by, words, people }) => [
    officeTime(at),
    unitName,
    kindWords[kind],
    [taskName, periodName].filter(Boolean).join(' '),
    way === 'manual' ? '手动' : '自动',
    by,
    words,
    people,
  ])
  return writeBook('催办记录', heads, body, 0)
}

/** As the clocks in China show it. */
function officeTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
