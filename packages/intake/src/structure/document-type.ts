import type { IntakeDocument } from '../contract.ts'
import type { Draft } from './build-columns.ts'
import type { Distribution } from './distribution.ts'
import type { Line } from './line.ts'
import type { Masthead } from './masthead.ts'
import { isBulletinName, isNewspaperName } from './masthead-line.ts'

const magazineCharacters = 20_000

type Evidence = {
  readonly masthead: Masthead
  readonly distribution: Distribution
  readonly draft: Draft
  readonly lines: readonly Line[]
  readonly length: number
  /** It was read as articles on pages, not line by line. */
  readonly isPeriodical: boolean
}

/** Bulletins have a masthead or a distribution list, newspaper pages their 本报讯 or name, magazines many pages of articles. */
export function documentType({
  masthead,
  distribution,
  draft,
  lines,
  length,
  isPeriodical,
}: Evidence): IntakeDocument['docType'] {
  // A list of those it goes to makes anything a bulletin.
  if (distribution.lists.length > 0) return 'bulletin'
  const { series, issueNo } = masthead
  const isNews = lines.some(line => /^本报讯|^[（(]?本报记者/.test(line.text.slice(0, 8)))
  // A newspaper page has a day too, and no number.
  if (series === null ? isNews && issueNo === null : isNewspaperName(series)) return 'newspaper-page'
  const articles = draft.columns.reduce((sum, column) => sum + column.articles.length, 0)
  if (isPeriodical && !isBulletinName(series ?? '')) {
    if (/新闻$/.test(series ?? '')) return 'newspaper-page'
    if (articles >= 5) return 'magazine'
  }
  if (issueNo !== null || masthead.special || masthead.date !== null || series !== null) return 'bulletin'
  if (length > magazineCharacters && articles > 5) return 'magazine'
  if (articles > 1 && lines.some(line => line.level > 0)) return 'newspaper-page'
  return articles > 1 || draft.columns.some(column => column.name !== null) ? 'bulletin' : 'article'
}
