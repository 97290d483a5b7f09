import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type {
  Erratum,
  Neighbours,
  Picture,
  PublishedColumn,
  PublishedHead,
  PublishedIssue,
} from './published.types.ts'

type Dated<T> = Omit<T, 'publishedAt'> & { publishedAt: string | Date }

export const headColumns: SQL = sql`i.id, i.origin, i.series, i.issue_no as "issueNo", i.special,
  i.running_no as "runningNo", i.publisher, to_char(i.date, 'YYYY-MM-DD') as date, i.headlines,
  i.published_at as "publishedAt"`

/** The first lock of visitors; the policies are the second. */
export const isPublic: SQL = sql`i.published_at is not null`

export const dated = <T extends PublishedHead>(row: Dated<T>): T =>
  ({ ...row, publishedAt: new Date(row.publishedAt) }) as unknown as T

/** What visitors may see of an issue; null when it is not there or not public. */
export async function findPublishedIssue(tx: Database, id: string): Promise<PublishedIssue | null> {
  type Row = Omit<PublishedIssue, 'columns' | 'withheld' | 'errata' | 'pictures'> & { articles: number }
  const [row] = await rowsOf<Dated<Row>>(
    tx,
    sql`select ${headColumns}, i.print_run as "printRun", coalesce(i.chosen_layout, i.layout) as layout,
        i.distribution, i.articles, i.model, i.files
      from issue i where i.id = ${id} and ${isPublic}`,
  )
  if (!row) return null
  const { articles, ...issue } = dated<Row>(row)
  const columns = await readOpenColumns(tx, id)
  const seen = columns.reduce((sum, column) => sum + column.articles.length, 0)
  return {
    ...issue,
    columns,
    withheld: Math.max(0, articles - seen),
    errata: await readErrata(tx, id, columns),
    pictures: issue.model ? await readPictures(tx, id) : [],
  }
}

/** Columns with the articles that are not held back. */
async function readOpenColumns(tx: Database, id: string): Promise<PublishedColumn[]> {
  return rowsOf<PublishedColumn>(
    tx,
    sql`select c.position, c.name, coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'position', a.position, 'kind', a.kind,
          'headline', a.headline, 'contributor', a.contributor, 'paragraphs', a.paragraphs) order by a.position)
        from article a where a.column_id = c.id and not a.withheld), '[]'::jsonb) as articles
      from issue_column c join issue i on i.id = c.issue_id
      where c.issue_id = ${id} and ${isPublic} order by c.position`,
  )
}

/** Errata of what may be read: one about an article that is held back would tell of it. */
async function readErrata(tx: Database, id: string, columns: readonly PublishedColumn[]): Promise<Erratum[]> {
  const rows = await rowsOf<Omit<Erratum, 'at'> & { at: string | Date }>(
    tx,
    sql`select e.article_id as "articleId", e.place, e.was, e.is_now as "isNow", e.reason, e.at
      from issue_erratum e join issue i on i.id = e.issue_id where e.issue_id = ${id} and ${isPublic}
      order by e.at, e.position, e.id`,
  )
  const open = new Set(columns.flatMap(column => column.articles.map(article => article.id)))
  return rows
    .filter(({ articleId }) => articleId === null || open.has(articleId))
    .map(row => ({ ...row, at: new Date(row.at) }))
}

function readPictures(tx: Database, id: string): Promise<Picture[]> {
  return rowsOf<Picture>(
    tx,
    sql`select p.key, p.sha256, p.media_type as "mediaType", p.width, p.height
      from issue_picture p join issue i on i.id = p.issue_id where p.issue_id = ${id} and ${isPublic}`,
  )
}

/** The published issues of the same series before and after this one, in the order of the list. */
export async function findNeighbours(
  tx: Database,
  { id, series }: Pick<PublishedHead, 'id' | 'series'>,
): Promise<Neighbours> {
  if (series === null) return { previous: null, next: null }
  const day = sql`coalesce(i.date, '0001-01-01'::date)`
  const near = (after: boolean) =>
    rowsOf<Dated<PublishedHead>>(
      tx,
      sql`with here as (select coalesce(h.date, '0001-01-01'::date) as day, h.id from issue h where h.id = ${id})
        select ${headColumns} from issue i, here
        where i.series = ${series} and ${isPublic}
          and (${day}, i.id) ${after ? sql`>` : sql`<`} (here.day, here.id)
        order by ${after ? sql`${day} asc, i.id asc` : sql`${day} desc, i.id desc`} limit 1`,
    )
  const [[previous], [next]] = [await near(false), await near(true)]
  return { previous: previous ? dated(previous) : null, next: next ? dated(next) : null }
}
