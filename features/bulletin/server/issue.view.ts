import type { Issue, IssueSummary } from '../contract/index.ts'
import type { articleTable, columnTable, issueTable } from './issue.table.ts'

type IssueRow = typeof issueTable.$inferSelect
type ColumnRow = typeof columnTable.$inferSelect
type ArticleRow = typeof articleTable.$inferSelect

/** A row as a caller sees it, with what an administrator may do next. */
export function viewSummary(row: IssueRow): IssueSummary {
  const {
    position: _position,
    distribution: _distribution,
    search: _search,
    printRun: _printRun,
    chosenLayout,
    publishedAt,
    createdAt,
    ...rest
  } = row
  return {
    ...rest,
    layout: chosenLayout ?? rest.layout,
    published: publishedAt !== null,
    createdAt: createdAt.toISOString(),
    may: [publishedAt ? 'withdraw' : 'publish', 'download'],
  }
}

export function viewIssue(
  row: IssueRow,
  columns: readonly ColumnRow[],
  articles: readonly ArticleRow[],
  sameIssue: number,
): Issue {
  return {
    ...viewSummary(row),
    printRun: row.printRun,
    distribution: row.distribution,
    sameIssue,
    columns: columns.map(column => ({
      name: column.name,
      articles: articles
        .filter(article => article.columnId === column.id)
        .map(({ id, kind, headline, contributor, paragraphs }) => ({
          id,
          kind,
          headline,
          contributor,
          paragraphs,
        })),
    })),
  }
}
