import type { IntakeDocument } from '../contract.ts'
import type { Draft } from './build-columns.ts'
import type { Distribution } from './distribution.ts'
import type { Line } from './line.ts'
import type { Masthead } from './masthead.ts'

const magazineCharacters = 20_000

type Evidence = {
  readonly masthead: Masthead
  readonly distribution: Distribution
  readonly draft: Draft
  readonly lines: readonly Line[]
  readonly length: number
}

/** Bulletins have a masthead or a distribution list, newspaper pages their 本报讯, magazines neither and many pages. */
export function documentType({
  masthead,
  distribution,
  draft,
  lines,
  length,
}: Evidence): IntakeDocument['docType'] {
  const isNews = lines.some(line => /^本报讯|^[（(]?本报记者/.test(line.text.slice(0, 8)))
  // A newspaper page has a day too, and neither number nor list.
  if (isNews && distribution.lists.length === 0 && masthead.issueNo === null && masthead.series === null)
    return 'newspaper-page'
  const isNumbered = masthead.issueNo !== null || masthead.special || masthead.date !== null
  if (distribution.lists.length > 0 || isNumbered || masthead.series !== null) return 'bulletin'
  const articles = draft.columns.reduce((sum, column) => sum + column.articles.length, 0)
  if (length > magazineCharacters && articles > 5) return 'magazine'
  if (articles > 1 && lines.some(line => line.level > 0)) return 'newspaper-page'
  return articles > 1 || draft.columns.some(column => column.name !== null) ? 'bulletin' : 'article'
}
