import type { IssueArticle } from '../contract/index.ts'
import { openingWords } from '../server/opening-words.ts'

/** What an article is called where it has no headline: briefs by their column, others by how they begin. */
export function articleTitle(
  { headline, kind, paragraphs }: Pick<IssueArticle, 'headline' | 'kind' | 'paragraphs'>,
  column: string | null,
): string {
  if (headline?.trim()) return headline.trim()
  if (kind === 'briefs') {
    const bare = column?.replace(/^【(.*)】$/u, '$1').trim() || '短讯'
    return paragraphs.length > 1 ? `${bare}（${paragraphs.length} 条）` : bare
  }
  return openingWords(paragraphs.find(text => text.trim()) ?? '') || column?.trim() || '无标题'
}
