import { holds } from '@jianbao/platform/access'
import type { Issue, IssueSummary } from '../contract/index.ts'
import type { IssueRow } from './issue.store.ts'
import type { articleTable, columnTable } from './issue.table.ts'
import { deedsFor, type IssueRights } from './issue-rights.ts'

type ColumnRow = typeof columnTable.$inferSelect
type ArticleRow = typeof articleTable.$inferSelect

/** A row as a caller sees it, with what they may do next where they stand. */
export function viewSummary(row: IssueRow, rights: IssueRights): IssueSummary {
  const {
    unitId: _unitId,
    scopePath,
    position: _position,
    distribution: _distribution,
    search: _search,
    printRun: _printRun,
    chosenLayout,
    publishedAt,
    confined,
    createdAt,
    ...rest
  } = row
  return {
    ...rest,
    documentId: holds(rights.open, scopePath) ? rest.documentId : null,
    layout: chosenLayout ?? rest.layout,
    published: publishedAt !== null,
    createdAt: createdAt.toISOString(),
    // What was issued stays as it was set.
    may: deedsFor(rights, scopePath, { published: publishedAt !== null, confined }).filter(
      deed => deed !== 'layout' || rest.origin === 'imported',
    ),
  }
}

export function viewIssue(
  row: IssueRow,
  columns: readonly ColumnRow[],
  articles: readonly ArticleRow[],
  sameIssue: number,
  rights: IssueRights,
): Issue {
  return {
    ...viewSummary(row, rights),
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
