import type { DocumentArticle } from '../contract.ts'
import type { ArticleDraft } from './build-columns.ts'
import { opensReport } from './heading.ts'
import { isBulleted, isNumbered } from './words.ts'

const briefsColumn = /短波|短讯|快递|速读|简讯|要讯|集锦|荟萃|一句话|集萃|撷英|撷萃|速览|速递|快讯|播报/
const speechHeadline = /讲话|致辞|发言|讲话摘要|的报告$/
const essayColumn = /随笔|随想|心得|感悟|体会|文苑|建言|理论|论坛|思考|研究|征文/
const essayHeadline = /有感|心得|(?<!全)体会(?!议)|浅谈|浅析|随想|感悟|我的.{0,8}(?:故事|父亲|母亲)|——读|读后/
const speechColumn = /讲话|致辞|发言/

// 召开学习心得交流会 is news.
const held = /召开|举办|举行|开展|组织|传达|(?:交流|座谈|报告|分享)会$/

// The day comes at once, or behind a phrase that serves as a headline.
function reportsAtOnce(text: string): boolean {
  const lead = /^[^。]{4,28}[。：]\s?/.exec(text.slice(0, 40))?.[0].length ?? 0
  return opensReport(text.slice(0, 60)) || (lead > 0 && opensReport(text.slice(lead, lead + 60)))
}

/** Which kind an article is: told before events are read, because essays and speeches report none. */
export function articleKind(article: ArticleDraft, column: string | null): DocumentArticle['kind'] {
  const bullets = article.paragraphs.filter(paragraph => isBulleted(paragraph.text.slice(0, 4))).length
  if (article.headline === null) {
    const numbered = article.paragraphs.filter(paragraph => isNumbered(paragraph.text.slice(0, 6))).length
    if (numbered >= 2 && numbered >= article.paragraphs.length - 1) return 'briefs'
    if (bullets >= 2 || (column !== null && briefsColumn.test(column))) return 'briefs'
    const reports = article.paragraphs.filter(paragraph => reportsAtOnce(paragraph.text)).length
    if (column !== null && reports >= 2 && reports >= article.paragraphs.length / 2) return 'briefs'
    return 'article'
  }
  const headline = article.headline.text
  if (/^在.{2,40}(?:上|中)的(?:讲话|致辞|发言)(?:摘要|要点|提纲|稿)?$/.test(headline)) return 'speech'
  if (
    /^(?:在.*(?:上|中)的)?.*(?:讲话|致辞|发言)(?:摘要|要点|提纲|稿)?$/.test(headline) &&
    !/学习|传达|贯彻/.test(headline)
  )
    return 'speech'
  if (column !== null && speechColumn.test(column) && speechHeadline.test(headline)) return 'speech'
  const isEssay = essayHeadline.test(headline) && !held.test(headline)
  if ((column !== null && essayColumn.test(column)) || isEssay) return 'essay'
  if (isEssayBySign(article)) return 'essay'
  return 'article'
}

// Signed by a person, sent in by no office, and no paragraph opens as a report does.
function isEssayBySign({ signed, contributor, paragraphs }: ArticleDraft): boolean {
  if (!signed || contributor) return false
  return !reportsAtOnce(paragraphs[0]?.text ?? '') && !paragraphs.some(({ text }) => /^本[报刊]讯/.test(text))
}
