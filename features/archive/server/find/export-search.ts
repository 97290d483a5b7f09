import { PassThrough, type Readable } from 'node:stream'
import type { Database } from '@jianbao/platform/db'
import ExcelJs from 'exceljs'
import type { SearchQuery } from '../../contract/index.ts'
import { articleFilter } from './article-filter.ts'
import { findFoundArticles } from './found-article.ts'
import { beginning, findPassages } from './highlight.ts'
import { findIds } from './search-articles.ts'

const headings = ['日期', '系列', '期号', '栏目', '标题', '单位', '人数、人次', '正文摘录', '地址']
const widths = [12, 24, 10, 16, 40, 30, 20, 60, 50]
const atOnce = 200
const mostExported = 10_000

/** The hits as a workbook, written while they are read; at most `mostExported`, and the last row says when there are more. */
export async function exportSearch(db: Database, search: SearchQuery, origin: string): Promise<Readable> {
  const filter = await articleFilter(db, search)
  const found = await findIds(db, filter, search.order ?? 'best', mostExported, 0)
  const forms = filter.query.must.flatMap(word => word.forms)
  const stream = new PassThrough()
  const write = async (): Promise<void> => {
    const book = new ExcelJs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
    const sheet = book.addWorksheet('检索结果', { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = headings.map((header, at) => ({ header, width: widths[at]! }))
    for (let from = 0; from < found.ids.length && !stream.destroyed; from += atOnce) {
      const articles = await findFoundArticles(db, found.ids.slice(from, from + atOnce))
      for (const { place, headline, paragraphs, units, people } of articles) {
        const number = place.issueNo === null ? '' : `${place.special ? '增刊' : ''}第${place.issueNo}期`
        const passage = findPassages(paragraphs, forms)
          .map(part => part.text)
          .join('……')
        const address = `${origin}/desk/articles/${place.articleId}`
        const cells = [
          place.date,
          place.series,
          number,
          place.column,
          headline ?? beginning(paragraphs.find(text => text.trim()) ?? ''),
          units.join('、'),
          people.map(figure => figure.surface).join('、'),
          passage,
          address,
        ]
        const row = sheet.addRow(cells.map(cell => cellText(cell ?? '')))
        // Text, whatever it begins with: no cell is ever taken for a formula.
        row.eachCell(cell => {
          cell.numFmt = '@'
        })
        row.commit()
      }
    }
    if (found.ids.length === mostExported)
      sheet
        .addRow([`结果超过 ${mostExported} 条，只导出前 ${mostExported} 条；请缩小范围后再导出。`])
        .commit()
    sheet.commit()
    await book.commit()
  }
  write().catch((error: Error) => stream.destroy(error))
  return stream
}

/** What fits into one cell: XML knows all characters but these. */
function cellText(text: string): string {
  return text
    .slice(0, 32_000)
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
}
