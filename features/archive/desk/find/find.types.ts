/** Rows of the finding pages that the contract only names as part of a list. */
import type { Static } from 'typebox'
import type { FigurePage, RelatedArticles, SearchHit, Suggestions } from '../../contract/index.ts'

export type Suggestion = Static<typeof Suggestions>[number]
export type Related = Static<typeof RelatedArticles>[number]
export type FigureRow = FigurePage['rows'][number]
/** Where an article stands. */
export type Place = Pick<SearchHit, 'series' | 'issueNo' | 'special' | 'date' | 'column'>

/** A part of every column of a chart. */
export type Part = { readonly key: string; readonly name: string }
/** Where a number leads. */
export type Target = { readonly to: string; readonly search: Record<string, unknown> }
