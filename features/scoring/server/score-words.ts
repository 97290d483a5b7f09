/** Kinds of lines, reasons and periods as sheets print them. */
import {
  type LineKind,
  periodWords as partWords,
  type ScoreReason,
  type ScoreSource,
} from '../contract/index.ts'

export const kindWords: Readonly<Record<LineKind, string>> = {
  adopted: '采用',
  composite: '综合采用',
  above: '上级采用',
  instruction: '批示',
  'commission-done': '完成约稿',
  'commission-missed': '未完成约稿',
  late: '迟报',
  omitted: '漏报',
  minimum: '报送基数',
  penalty: '处罚',
}

const perWords = { month: '每月', quarter: '每季度', year: '每年' } as const
const zeroWords: Readonly<Record<NonNullable<ScoreReason['zero']>, string>> = {
  'no-rule': '规则没有列出这一项，不计分',
  unsigned: '稿件未经单位负责人审签，不计分',
  limit: '已计满次数，不再计分',
  highest: '同一稿件只按最高一处计分，这一处不高于已计的分',
  cap: '已到限额，不再计分',
  'year-is-zero': '全年计零分，不再计分',
}

/** 2021年, 2021年三季度, 2021年7月. */
export function periodWords(period: string): string {
  return period.length === 4 ? `${period}年` : partWords(period)
}

/** Where it happened: desk and column, bulletin and issue, office, task. */
export function sourceWords(source: ScoreSource): string {
  const { deskName, columnName, bulletinName, issue, formName, leaderName, office } = source
  const { commissionTitle, taskName, periodName, dueDay } = source
  const task = taskName && (periodName === taskName ? [taskName] : [taskName, periodName])
  const parts = task
    ? [...task, dueDay && `截止 ${dueDay}`]
    : [deskName, columnName, bulletinName, issue, formName, leaderName, office, commissionTitle]
  return parts.filter(Boolean).join(' · ')
}

/** Why the points are what they are, in one sentence. */
export function reasonWords(why: ScoreReason): string {
  const { zero, ordinal, units, before, limit, cap, minimum, penalty, noAward, yearIsZero } = why
  const parts = [
    ordinal && `${ordinal.within === 'report' ? '本稿' : '本年'}第 ${ordinal.no} 次批示`,
    units !== undefined && `${units} 个单位合编一篇`,
    minimum && `${periodWords(minimum.period)}应报 ${minimum.asked} 篇，已报 ${minimum.came} 篇`,
    penalty &&
      `${periodWords(penalty.period)}${kindWords[penalty.on]}已有 ${penalty.came} 次（满 ${penalty.times} 次）`,
    before !== undefined && !zero && `本稿已计 ${before} 分，补差`,
    limit && `${perWords[limit.per]}最多计 ${limit.times} 次`,
    cap && `${cap.name}，余 ${cap.left} 分`,
    zero && zeroWords[zero],
    noAward && '取消评先资格',
    yearIsZero !== undefined && `全年计零分，冲销 ${yearIsZero} 分`,
  ]
  return parts.filter(Boolean).join('；')
}
