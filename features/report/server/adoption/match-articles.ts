import { within } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { IssueMatch, IssueMatches } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { type AdoptedRow, getAdopted } from './adoption.store.ts'
import { matchEnough, readArticles } from './match-articles.rules.ts'

/** Series and number of `i`, a row of issue. */
export const issueName = sql`concat_ws(' ', i.series, case when i.issue_no is not null
  then case when i.special then '增刊 ' else '' end || '第 ' || i.issue_no || ' 期' end)`

type Printed = {
  issueId: string
  issueName: string
  date: string | null
  articleId: string
  title: string
  body: string
}

/** A text runs in an issue of the months after it was adopted; dates on paper are now and then some days early. */
const before = '10 days'
const after = '150 days'
const mostArticles = 1200
const issuesShown = 12

/** The likeliest article of each adoption that has no issue yet, where one is like enough. */
export async function matchAdopted(
  tx: Database,
  viewer: Viewer,
  rows: readonly AdoptedRow[],
): Promise<Map<string, IssueMatch>> {
  const open = rows.filter(row => row.issueName === null)
  if (!open.length) return new Map()
  const days = open.map(row => new Date(row.at).toISOString()).toSorted()
  const articles = await selectArticles(
    tx,
    viewer,
    sql`i.date between ${days[0]!}::timestamptz - interval '${sql.raw(before)}'
      and ${days.at(-1)!}::timestamptz + interval '${sql.raw(after)}'`,
  )
  const likenessOf = readArticles(articles)
  return new Map(
    open.flatMap(row => {
      const [best] = likenessOf(row)
      return best && best.likeness >= matchEnough ? [[row.id, show(best)] as const] : []
    }),
  )
}

/**
 * Issues to register an adoption in: those whose series or number is asked for, else those of the months after it; of
 * each its article most like the text, the likest first. Throws `not-found`.
 */
export async function listMatches(
  tx: Database,
  viewer: Viewer,
  id: string,
  q: string | undefined,
): Promise<IssueMatches> {
  const row = await getAdopted(tx, viewer, id)
  const words = (q ?? '')
    .replace(/[第期]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 4)
  const at = new Date(row.at).toISOString()
  const where = words.length
    ? sql.join(words.map(asksFor), sql` and `)
    : sql`i.date between ${at}::timestamptz - interval '${sql.raw(before)}'
        and ${at}::timestamptz + interval '${sql.raw(after)}'`
  const best = new Map<string, IssueMatch>()
  for (const found of readArticles(await selectArticles(tx, viewer, where))(row))
    if (!best.has(found.article.issueId)) best.set(found.article.issueId, show(found))
  return { matches: [...best.values()].slice(0, issuesShown) }
}

/** A number is that of the issue, whole; any other word stands in its series. */
function asksFor(word: string): SQL {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const series = sql`i.series ilike ${like}`
  return /^\d{1,6}$/.test(word) ? sql`(i.issue_no = ${Number(word)} or ${series})` : series
}

function show({ article, likeness }: { article: Printed; likeness: number }): IssueMatch {
  const { issueId, date, articleId, title } = article
  return {
    issueId,
    issueName: article.issueName,
    date,
    articleId: likeness >= matchEnough ? articleId : null,
    headline: likeness >= matchEnough ? title || null : null,
    likeness: Math.round(Math.min(1, likeness) * 100) / 100,
  }
}

function selectArticles(tx: Database, { scope }: Viewer, where: SQL): Promise<Printed[]> {
  return rowsOf<Printed>(
    tx,
    sql`select i.id as "issueId", ${issueName} as "issueName", i.date::text as date, a.id as "articleId",
        coalesce(a.headline, '') as title,
        left((select string_agg(p, '') from jsonb_array_elements_text(a.paragraphs) p), 600) as body
      from (select * from issue i where ${where}
          and (${within(scope, sql`i.scope_path`)} or i.published_at is not null)
          order by i.date desc nulls last, i.id limit 200) i
        join issue_column c on c.issue_id = i.id join article a on a.column_id = c.id
      order by i.date desc nulls last, i.id, a.id limit ${mostArticles}`,
  )
}
