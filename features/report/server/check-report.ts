import { currentCampaigns, getReporting, lockOf } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import { faultsOfReport, type ReportFault, type ReportFigure, type ReportLock } from '../contract/index.ts'
import type { ReportRow } from './report.store.ts'

const words: Readonly<Record<ReportFault, { zh: string; en: string }>> = {
  campaign: { zh: '选择专项工作', en: 'choose the campaign' },
  period: { zh: '选择任务的期次', en: 'choose the period of the task' },
  title: { zh: '标题（不少于 4 个字）', en: 'a title of 4 characters or more' },
  body: { zh: '正文（不少于 10 个字）', en: 'a text of 10 characters or more' },
  type: { zh: '活动类型', en: 'the type of activity' },
  day: { zh: '活动日期', en: 'the day of the activity' },
  'day-order': { zh: '结束日期不能早于开始日期', en: 'it cannot end before it begins' },
  'day-ahead': {
    zh: '活动日期晚于今天，活动开展后再报',
    en: 'the day lies ahead; report it once it took place',
  },
  'figure-measure': { zh: '每个数据都要选计量项目（人数、人次等）', en: 'every figure needs a measure' },
  'figure-unit': { zh: '有数据的单位与计量项目不符', en: 'a figure has a unit its measure does not know' },
  'figure-fraction': { zh: '有数据应为整数', en: 'a figure must be a whole number' },
}

/** The day and the language of whoever asks. */
export type Asked = { readonly today: string; readonly language: 'zh' | 'en' }

/**
 * Whether a report may be handed in: it is complete, its campaign is open, its task is for its unit and its period is
 * not locked. Throws Problem `report-incomplete`, `report-campaign-closed`, `task-not-binding` or `report-locked`.
 */
export async function checkReport(
  tx: Database,
  row: ReportRow,
  figures: readonly ReportFigure[],
  { today, language }: Asked,
): Promise<void> {
  const reporting = row.campaignId ? await getReporting(tx, row.campaignId) : null
  const faults = faultsOfReport({ ...row, figures }, reporting, today)
  if (faults.length) {
    const what = faults.map(fault => words[fault][language]).join(language === 'zh' ? '；' : '; ')
    throw new Problem('report-incomplete', { what })
  }
  const open = await currentCampaigns(tx)
  if (!open.some(({ id }) => id === row.campaignId)) throw new Problem('report-campaign-closed')
  if (row.taskId === null || row.periodNo === null) return
  const lock = await lockOf(tx, row.taskId, row.periodNo, row.unitId, today)
  if (!lock) return
  const { taskName, periodName, dueDay: due, since } = lock
  const task = periodName === taskName ? taskName : `${taskName} ${periodName}`
  const openers = openersOf(lock).join('、')
  throw new Problem('report-locked', { task, due, since: since ?? due, openers })
}

type Lock = NonNullable<Awaited<ReturnType<typeof lockOf>>>

function openersOf({ openers: { unitName, people } }: Lock): string[] {
  return people.length ? people.map(name => `${unitName} ${name}`) : [unitName]
}

/** Why nothing is taken for the period a report is meant for; null while it is taken, and without a task that binds. */
export async function lockOfReport(tx: Database, row: ReportRow, today: string): Promise<ReportLock | null> {
  const { taskId, periodNo, unitId } = row
  if (taskId === null || periodNo === null) return null
  try {
    const lock = await lockOf(tx, taskId, periodNo, unitId, today)
    return lock && { since: lock.since ?? lock.dueDay, openers: openersOf(lock) }
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
