import type { Readable } from 'node:stream'
import { issueNumber } from '@jianbao/bulletin/contract'
import { noScope, type Read, type Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { writeSheet } from '@jianbao/platform/sheet'
import type { SearchQuery } from '../../contract/index.ts'
import { articleFilter } from './article-filter.ts'
import { type FoundIds, findIds } from './find-ids.ts'
import { type FoundArticle, findFoundArticles } from './found-article.ts'
import { beginning, findPassages } from './highlight.ts'

const headings = ['日期', '系列', '期号', '栏目', '标题', '单位', '人数、人次', '正文摘录', '地址']
const widths = [12, 24, 10, 16, 40, 30, 20, 60, 50]
const atOnce = 200
const mostExported = 10_000

/** What an export is made of: the hits in their order, at most `mostExported`, and the words to find in them. */
export type SearchExport = FoundIds & { readonly forms: readonly string[] }

export async function beginExport(tx: Database, scope: Scope, search: SearchQuery): Promise<SearchExport> {
  const filter = await articleFilter(tx, scope, search)
  const found = await findIds(tx, scope, filter, search.order ?? 'best', mostExported, 0)
  return { ...found, forms: filter.query.must.flatMap(word => word.forms) }
}

/** The hits as a workbook, written while they are read, some at a time; the last row says when there are more. */
export function writeExport({ ids, forms }: SearchExport, read: Read, origin: string): Readable {
  async function* lines(): AsyncGenerator<(string | null)[]> {
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce)
      for (const article of await read((tx, scope) => findFoundArticles(tx, scope, some, noScope)))
        yield cellsOf(article, forms, origin)
    }
    if (ids.length === mostExported)
      yield [`结果超过 ${mostExported} 条，只导出前 ${mostExported} 条；请缩小范围后再导出。`]
  }
  const columns = headings.map((heading, at) => ({ heading, width: widths[at]! }))
  return writeSheet({ name: '检索结果', columns }, lines())
}

function cellsOf(
  { place, headline, paragraphs, units, people }: FoundArticle,
  forms: readonly string[],
  origin: string,
): (string | null)[] {
  const passages = findPassages(paragraphs, forms).map(part => part.text)
  return [
    place.date,
    place.series,
    issueNumber(place),
    place.column,
    headline ?? beginning(paragraphs.find(text => text.trim()) ?? ''),
    units.join('、'),
    people.map(figure => figure.surface).join('、'),
    passages.join('……'),
    `${origin}/desk/articles/${place.articleId}`,
  ]
}
