import type { PublishedHead } from '../server/published/index.ts'

type Numbered = Pick<PublishedHead, 'issueNo' | 'special' | 'runningNo'>

/** 第 18 期, 增刊第 2 期, 第 18 期（总第 63 期）; null when it carries no number. The spaces never break. */
export function numberOf(issue: Numbered): string | null {
  const running = issue.runningNo === null ? '' : `（总第\u00a0${issue.runningNo}\u00a0期）`
  if (issue.issueNo === null) return issue.special ? '增刊' : running.slice(1, -1) || null
  return `${issue.special ? '增刊' : ''}第\u00a0${issue.issueNo}\u00a0期${running}`
}

/** What a person would call the issue. */
export function titleOf(issue: Numbered & Pick<PublishedHead, 'series' | 'headlines'>): string {
  const named = [issue.series, numberOf(issue)].filter(Boolean).join(' ')
  return named || issue.headlines[0] || '简报'
}

/** 2021-08-20 as 2021年8月20日. */
export function printDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 载《…简报》2021年第18期; the year stands before a number that is counted by years. */
export function placeInSeries({
  series,
  issueNo,
  special,
  date,
}: Numbered & Pick<PublishedHead, 'series' | 'date'>): string {
  const number = issueNo === null ? (special ? '增刊' : '') : `${special ? '增刊' : ''}第${issueNo}期`
  const year = date && number ? `${date.slice(0, 4)}年` : ''
  return `${series === null ? '' : `《${series}》`}${year}${number}`
}
