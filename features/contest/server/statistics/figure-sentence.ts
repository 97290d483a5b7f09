import { localDay, localTime } from '@jianbao/platform/clock'
import type { ContestHead, Measured } from '../../contract/index.ts'

/** One sentence with the three measures, as a bulletin has it; numbers as they stand, none rounded. */
export function figureSentence({
  head,
  value,
  now,
}: {
  readonly head: Pick<ContestHead, 'title' | 'unitName' | 'state' | 'whole'>
  readonly value: Measured
  readonly now: Date
}): string {
  const over = head.state === 'closed' || head.state === 'published'
  const [, month, day] = localDay(now).split('-').map(Number)
  const until = over ? '活动结束时' : `截至${month}月${day}日${localTime(now)}`
  const where = head.whole ? '共有' : '本单位及下级共有'
  // 浏览量 of a part is of those pages alone that were opened by its own address.
  const views = head.whole ? `，页面浏览 ${value.views} 次` : ''
  return `${until}，“${head.title}”${where} ${value.people} 人参加，答题 ${value.attempts} 人次${views}。`
}
