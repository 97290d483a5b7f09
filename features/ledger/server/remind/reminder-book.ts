import type { Readable } from 'node:stream'
import { localDayTime } from '@jianbao/platform/clock'
import { type SheetColumn, writeSheet } from '@jianbao/platform/sheet'
import type { Reminder, RemindKind } from '../../contract/index.ts'

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

export function reminderBook(rows: readonly Reminder[]): Readable {
  const body = rows.map(({ at, unitName, kind, taskName, periodName, way, by, words, people }) => [
    localDayTime(new Date(at)),
    unitName,
    kindWords[kind],
    [taskName, periodName].filter(Boolean).join(' '),
    way === 'manual' ? '手动' : '自动',
    by,
    words,
    people,
  ])
  return writeSheet({ name: '催办记录', columns: heads }, body)
}
