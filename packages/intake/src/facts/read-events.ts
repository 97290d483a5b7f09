import type { ArticleFacts, ArticleText, FactsContext } from './facts.types.ts'

/** Events of one article with units, dates, places and figures (gold/RULES.md 4 to 8). Never throws. */
export function readEvents(_article: ArticleText, _context: FactsContext): ArticleFacts {
  return { events: [], warnings: [] }
}
