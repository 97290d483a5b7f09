/** The articles and reports cases are made from: tables of other rooms, read and never written. */
import { type Scope, within } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, type SQL, sql, storableText } from '@jianbao/platform/db'
import type { CaseSource, CaseSourceKind } from '../contract/index.ts'
import { type CaseRow, type CaseViewer, readableCases } from './case.store.ts'

const mostChoices = 20

/** With the place in the tree it belongs to, and the issue of an article. */
export type FoundSource = CaseSource & { readonly path: string; readonly issueId: string | null }

type Row = Omit<FoundSource, 'day' | 'caseId' | 'kind'> & { day: string | Date | null; caseId: string | null }

const caseOf = (viewer: CaseViewer, column: SQL): SQL =>
  sql`(select c.id from casebook_case c where ${column} and ${readableCases(viewer)} order by c.marked_at limit 1)`

/** A case of this article, also when its row was written anew meanwhile: then its issue and headline tell. */
export const isOfArticle = (id: SQL, issueId: SQL, headline: SQL): SQL =>
  sql`(c.article_id = ${id} or (c.article_id is null and c.issue_id = ${issueId} and c.source_title = ${headline}))`

/** Articles of the scope and published ones; what is held back is told only to who it belongs to, by the policies. */
function articles(viewer: CaseViewer, where: SQL, rest: SQL): SQL {
  return sql`select a.id, coalesce(nullif(a.headline, ''), left(a.paragraphs ->> 0, 60), '') as title,
      coalesce(a.contributor, '') as unit, i.date::text as day, i.scope_path as path, i.id as "issueId",
      concat(case when i.series is not null then '《' || i.series || '》' end, case when i.issue_no is not null
        then case when i.special then '增刊' else '' end || '第' || i.issue_no || '期' end) as place,
      a.paragraphs, ${caseOf(viewer, isOfArticle(sql`a.id`, sql`i.id`, sql`a.headline`))} as "caseId"
    from article a join issue_column k on k.id = a.column_id join issue i on i.id = k.issue_id
    where (${within(viewer.scope, sql`i.scope_path`)} or (i.published_at is not null and not a.withheld))
      and ${where} ${rest}`
}

/** Reports that left their unit, of the scope. */
function reports(viewer: CaseViewer, where: SQL, rest: SQL): SQL {
  return sql`select r.id, r.title, u.name as unit, coalesce(r.start_day::timestamptz, r.submitted_at) as day,
      r.scope_path as path, null::uuid as "issueId", '' as place,
      to_jsonb(string_to_array(r.body, E'\n')) as paragraphs, ${caseOf(viewer, sql`c.report_id = r.id`)} as "caseId"
    from report r join unit u on u.id = r.unit_id
    where ${within(viewer.scope, sql`r.scope_path`)} and r.submitted_at is not null
      and r.state in ('submitted', 'accepted', 'adopted', 'kept') and ${where} ${rest}`
}

/** （供稿：沈丘县科协） as 沈丘县科协. */
export function bareContributor(text: string): string {
  const inside = text.trim().replace(/^[（(]\s*(.*?)\s*[)）]$/u, '$1')
  return inside.replace(/^供稿(?:单位)?\s*[：:]\s*|\s*供稿$/gu, '').trim()
}

const view = (kind: CaseSourceKind, { day, unit, ...row }: Row): FoundSource => ({
  ...row,
  kind,
  unit: kind === 'article' ? bareContributor(unit) : unit,
  day:
    day === null
      ? null
      : day instanceof Date
        ? localDay(day)
        : day.length > 10
          ? localDay(new Date(day))
          : day,
})

/** What a case can be made of; null when it is not there or not the caller's to see. */
export async function findSource(
  tx: Database,
  viewer: CaseViewer,
  { kind, id }: { kind: CaseSourceKind; id: string },
): Promise<FoundSource | null> {
  const query =
    kind === 'article'
      ? articles(viewer, sql`a.id = ${id}`, sql``)
      : reports(viewer, sql`r.id = ${id}`, sql``)
  const [row] = await rowsOf<Row>(tx, query)
  return row ? view(kind, row) : null
}

/** The source of a case as it stands now: an article that was read anew is known by its issue and headline. */
export async function findSourceOf(
  tx: Database,
  viewer: CaseViewer,
  row: CaseRow,
): Promise<FoundSource | null> {
  if (row.reportId !== null) return findSource(tx, viewer, { kind: 'report', id: row.reportId })
  if (row.articleId !== null) return findSource(tx, viewer, { kind: 'article', id: row.articleId })
  if (row.issueId === null) return null
  const where = sql`i.id = ${row.issueId} and a.headline = ${row.sourceTitle}`
  const [again] = await rowsOf<Row>(tx, articles(viewer, where, sql`order by k.position, a.position limit 1`))
  return again ? view('article', again) : null
}

/** The newest that have all the words in title or unit; of texts only how they begin. */
export async function listSources(
  tx: Database,
  viewer: CaseViewer,
  { kind, q = '' }: { kind: CaseSourceKind; q?: string | undefined },
): Promise<FoundSource[]> {
  const words = storableText(q).split(/\s+/).filter(Boolean).slice(0, 5)
  const like = words.map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const all = (test: (pattern: string) => SQL): SQL =>
    like.length ? sql.join(like.map(test), sql` and `) : sql`true`
  const query =
    kind === 'article'
      ? articles(
          viewer,
          all(p => sql`(a.headline ilike ${p} or a.contributor ilike ${p} or i.series ilike ${p})`),
          sql`and a.headline is not null order by i.date desc nulls last, a.id limit ${mostChoices}`,
        )
      : reports(
          viewer,
          all(p => sql`(r.title ilike ${p} or u.name ilike ${p})`),
          sql`order by r.submitted_at desc, r.id limit ${mostChoices}`,
        )
  const rows = await rowsOf<Row>(tx, query)
  return rows.map(row =>
    view(kind, { ...row, paragraphs: row.paragraphs.slice(0, 1).map(text => text.slice(0, 120)) }),
  )
}

/** Only what callers are told. */
export function tellSource({ path: _path, issueId: _issueId, ...source }: FoundSource): CaseSource {
  return source
}

/** The unit that will keep a case: the caller's that the source lies below, else the topmost of theirs. */
export function keeperOf(scope: Scope, path: string, home: string): string {
  return scope.roots.find(root => path.startsWith(root.path))?.unitId ?? home
}
