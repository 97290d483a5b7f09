import type { Bulletin } from '../contract.ts'
import { cleanText, printText } from './clean-text.ts'

export type Masthead = {
  /** First line, the body that publishes: 某市科协党史学习教育; null when the series is one word. */
  owner: string | null
  /** Second line in large type: 简报. Null: the manuscript is no bulletin, and nothing is printed above its text. */
  name: string | null
  issue: string | null
  publisher: string | null
  date: string | null
  secrecy: string | null
  copyNo: string | null
}

const kindOfSeries = /^(.+?)[ \u3000]*((?:工作|情况|信息|学习)*(?:简报|快报|专报|通报|通讯|动态|信息|参阅))$/u

/** Cuts a series name into the two lines of a masthead: owner and kind; whole where one line is wanted. */
export function cutSeries(series: string, lines: 1 | 2 = 2): { owner: string | null; name: string } {
  const name = printText(series).replace(/[ \u3000]+/gu, ' ')
  const cut = kindOfSeries.exec(name)
  if (!cut || lines === 1) return { owner: null, name }
  return { owner: cut[1]!, name: cut[2]! }
}

/** 2021-08-20 as 2021年8月20日; anything else stays as it is. */
export function printDate(isoDay: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay)
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : cleanText(isoDay)
}

/** 第 18 期, 增刊第 2 期, 第 18 期（总第 63 期）; null when the bulletin carries no number at all. */
export function printIssue(bulletin: Pick<Bulletin, 'issueNo' | 'special' | 'runningNo'>): string | null {
  const special = bulletin.special ? '增刊' : ''
  const number = bulletin.issueNo === null ? '' : `第 ${bulletin.issueNo} 期`
  const running = bulletin.runningNo ? `总第 ${bulletin.runningNo} 期` : ''
  const own = special + number
  if (!own) return running || null
  return running ? `${own}（${running}）` : own
}

/**
 * What the top of page one prints. A bulletin that lost its series is headed 简报; an article, a newspaper page or a
 * magazine without number, publisher and date gets no masthead that it never had.
 */
export function composeMasthead(bulletin: Bulletin, lines: 1 | 2 = 2): Masthead {
  const text = (value: string | null | undefined) => (value ? printText(value) || null : null)
  const series = text(bulletin.series)
  const issue = printIssue(bulletin)
  const publisher = text(bulletin.publisher)
  const nameless = { owner: null, name: issue || publisher || bulletin.date ? '简报' : null }
  return {
    ...(series ? cutSeries(series, lines) : nameless),
    issue,
    publisher,
    date: bulletin.date ? printDate(bulletin.date) : null,
    secrecy: text(bulletin.secrecy),
    copyNo: text(bulletin.copyNo),
  }
}

/** Title of the file for readers and search: 系列 第 N 期, or the first headline. */
export function documentTitle(bulletin: Bulletin): string {
  const series = bulletin.series ? printText(bulletin.series) : ''
  const issue = printIssue(bulletin) ?? ''
  const named = [series, issue].filter(Boolean).join(' ')
  if (named) return named
  for (const column of bulletin.columns)
    for (const article of column.articles) if (article.headline) return printText(article.headline) || '简报'
  return '简报'
}

/** The line that names the contributor: as it stands when it brings its brackets or a label (来源：), else （供稿：…）. */
export function contributorLine(contributor: string): string {
  const text = printText(contributor)
  return /^(?:[（(]|[^，。：:]{2,8}[：:])/u.test(text) ? text : `（供稿：${text}）`
}
