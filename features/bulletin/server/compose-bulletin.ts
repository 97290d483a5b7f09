import type { Bulletin } from '@jianbao/typesetting/contract'
import type { Issue, IssueArticle } from '../contract/index.ts'
import type { Typesetting } from './typesetting.port.ts'

/** What of an issue is set. */
type Composed = Pick<
  Issue,
  'layout' | 'series' | 'issueNo' | 'special' | 'runningNo' | 'printRun' | 'publisher' | 'date'
> & {
  readonly distribution: readonly { readonly to: string; readonly entries: readonly string[] }[]
  readonly columns: readonly { readonly name: string | null; readonly articles: readonly IssueArticle[] }[]
}

/** The model typesetting sets, made from the rows of an issue by the same rules as from a document just read. */
export function composeBulletin(typesetting: Typesetting, issue: Composed): Promise<Bulletin> {
  return typesetting.compose({
    schema: 'jianbao-document/1',
    docType: issue.layout,
    series: issue.series === null ? null : { name: issue.series },
    issueNo: issue.issueNo,
    special: issue.special,
    runningNo: issue.runningNo,
    printRun: issue.printRun,
    publisher: issue.publisher,
    date: issue.date,
    distribution: issue.distribution,
    columns: issue.columns.map(column => ({
      name: column.name,
      articles: column.articles.map(({ kind, headline, contributor, paragraphs }) => ({
        kind,
        headline,
        contributor,
        paragraphs,
      })),
    })),
  })
}
