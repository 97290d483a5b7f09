/** One page of the articles that match. */
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { SearchHit, SearchPage, SearchQuery } from '../../contract/index.ts'
import { type ArticleFilter, articleFilter } from './article-filter.ts'
import { findIds } from './find-ids.ts'
import { findFoundArticles } from './found-article.ts'
import { beginning, findMarks, findPassages } from './highlight.ts'

/**
 * Best first: words in the headline, then density while there are few hits, then the newest. Beyond `mostCounted` hits
 * the total is a floor and pages end there. `opens`: where the caller may open documents.
 */
export async function searchArticles(
  tx: Database,
  scope: Scope,
  search: SearchQuery,
  opens: Scope,
): Promise<SearchPage> {
  const { page = 1, pageSize = 20, order = 'best' } = search
  const filter = await articleFilter(tx, scope, search)
  const found = await findIds(tx, scope, filter, order, pageSize, (page - 1) * pageSize)
  return {
    rows: await showHits(tx, scope, filter, found.ids, opens),
    total: found.total,
    totalIsFloor: found.more,
    page,
    pageSize,
    also: filter.query.must
      .filter(word => word.forms.length > 1)
      .map(word => ({ word: word.typed, with: word.forms.slice(1) })),
  }
}

async function showHits(
  tx: Database,
  scope: Scope,
  { query }: ArticleFilter,
  ids: readonly string[],
  opens: Scope,
): Promise<SearchHit[]> {
  const forms = query.must.flatMap(word => word.forms)
  const articles = await findFoundArticles(tx, scope, ids, opens)
  return articles.map(({ headline, paragraphs, units, events, people, kind, place }) => {
    const shown = headline ?? beginning(paragraphs.find(text => text.trim()) ?? '')
    return {
      ...place,
      kind,
      headline: { text: shown, marks: findMarks(shown, forms) },
      passages: findPassages(paragraphs, forms),
      units,
      events,
      people,
    }
  })
}
