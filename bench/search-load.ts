/** Many issues at once: the rows of the bulletin room in bulk, facts and index through the product's own function. */
import { randomUUID } from 'node:crypto'
import type { IntakeDocument } from '@jianbao/intake/contract'
import { wholeScope } from '@jianbao/organisation/server'
import { type Database, type SQL, sql } from '@jianbao/platform/db'
import { recordFacts } from '../features/archive/server/find/record-facts.ts'
import type { RecordedIssue } from '../features/archive/server/find/recorded.types.ts'
import type { openCorpus } from './search-corpus.ts'
import type { SearchUnits } from './search-units.ts'

const issuesAtOnce = 40
type Keep = (id: string, parts: string[], issue: number) => void

/** Loads `articles` invented articles; calls `keep` with the parts of each, in which a match must lie, and the number of its issue. */
export async function loadArticles(
  db: Database,
  corpus: ReturnType<typeof openCorpus>,
  units: SearchUnits,
  articles: number,
  keep: Keep,
): Promise<void> {
  // The large indexes are made at the end: the time to load so many rows at once is no figure of the product.
  await db.execute(sql`drop index article_search_pairs`)
  await db.execute(sql`drop index article_search_headline`)
  const issues = articles / corpus.articlesPerIssue
  for (let from = 0; from < issues; from += issuesAtOnce) {
    const some = Array.from({ length: Math.min(issuesAtOnce, issues - from) }, (_, at) =>
      corpus.reading(from + at),
    )
    await db.transaction(tx => loadIssues(tx, some, from, units, keep))
  }
  await db.execute(
    sql`create index article_search_pairs on article_search using gin (pairs) with (fastupdate = off)`,
  )
  await db.execute(
    sql`create index article_search_headline on article_search using gin (headline_pairs) with (fastupdate = off)`,
  )
}

async function loadIssues(
  tx: Database,
  readings: readonly IntakeDocument[],
  first: number,
  units: SearchUnits,
  keep: Keep,
): Promise<void> {
  const insert = (into: SQL, shape: SQL, rows: object[]) =>
    tx.execute(
      sql`insert into ${into} select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${shape})`,
    )
  const issues: object[] = []
  const columns: object[] = []
  const articles: object[] = []
  const recorded: RecordedIssue[] = []
  for (const [at, reading] of readings.entries()) {
    const { unitId, published } = units.of(first + at)
    const issueId = randomUUID()
    const { series, issueNo, date } = reading
    const counts = {
      articles: reading.columns.flatMap(column => column.articles).length,
      events: 0,
      figures: 0,
      headlines: [],
      distribution: [],
      search: '',
    }
    issues.push({
      id: issueId,
      unit_id: unitId,
      published_at: published ? date : null,
      origin: 'imported',
      series: series?.name,
      issue_no: issueNo,
      date,
      ...counts,
      created_at: date,
    })
    const articleIds = reading.columns.map((column, position) => {
      const columnId = randomUUID()
      columns.push({ id: columnId, issue_id: issueId, position, name: column.name })
      return column.articles.map(({ kind, headline, paragraphs }, place) => {
        const id = randomUUID()
        articles.push({ id, column_id: columnId, position: place, kind, headline, paragraphs })
        keep(id, [headline ?? '', ...paragraphs], first + at)
        return id
      })
    })
    recorded.push({ issueId, reading, articleIds })
  }
  await insert(
    sql`issue (id, unit_id, published_at, origin, series, issue_no, date, articles, events, figures, headlines,
      distribution, search, created_at)`,
    sql`id uuid, unit_id uuid, published_at timestamptz, origin text, series text, issue_no integer, date date, articles integer, events integer,
      figures integer, headlines jsonb, distribution jsonb, search text, created_at timestamptz`,
    issues,
  )
  await insert(
    sql`issue_column (id, issue_id, position, name)`,
    sql`id uuid, issue_id uuid, position integer, name text`,
    columns,
  )
  await insert(
    sql`article (id, column_id, position, kind, headline, paragraphs)`,
    sql`id uuid, column_id uuid, position integer, kind text, headline text, paragraphs jsonb`,
    articles,
  )
  await recordFacts(tx, wholeScope, recorded)
}
