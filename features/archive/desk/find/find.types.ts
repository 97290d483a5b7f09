/** Rows of the finding pages that the contract only names as part of a list. */
import type { Static } from 'typebox'
import type { FigurePage, RelatedArticles, SearchHit, Suggestions } from '../../contract/index.ts'

export type Suggestion = Static<typeof Suggestions>[number]
export type Related = Static<typeof RelatedArticles>[number]
export type FigureRow = FigurePage['rows'][number]
/** Where an article stands. */
export type Place = Pick<SearchHit, 'series' | 'issueNo' | 'special' | 'date' | 'column'>
