/** The conditions of a search in SQL, over `article_search s`; they are for the role jianbao_search. */
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText, withRole } from '@jianbao/platform/db'
import type { SearchQuery } from '../../contract/index.ts'
import { readable } from './find-scope.ts'
import { type ParsedQuery, parseSearch } from './search-query.ts'
import { withSynonyms } from './synonyms.ts'
import { columnMark, divisionMark, rangeMarks, wordPairs } from './text-pairs.ts'
import { pathEnd, unitPath } from './unit-path.ts'

/** Hits are counted, and put in order, up to here; of more the newest come first. */
export const mostCounted = 1000

/** What is searched for, without order and page. */
export type ArticleSearch = Omit<SearchQuery, 'order' | 'page' | 'pageSize'>

/** A unit with up to so many mentions leads the query; one with more only filters it. */
const mostOfUnit = 5000

export type ArticleFilter = {
  readonly query: ParsedQuery
  /** Conditions that lead through an index. */
  readonly indexed: SQL
  /** The same without the index of words: for a walk along the days. */
  readonly walked: SQL
  /** All words stand in the headline. */
  readonly inHeadline: SQL
  /** The same, through the index of headlines. */
  readonly headlineIndexed: SQL
}

/** Reads the query and makes its conditions, the scope first; a unit means itself and everything below. */
export async function articleFilter(
  tx: Database,
  scope: Scope,
  search: ArticleSearch,
): Promise<ArticleFilter> {
  const typed = parseSearch(search.q ?? '')
  const query = search.synonyms === false ? typed : await withSynonyms(tx, scope, typed)
  const plain = [readable(scope, sql`s`), ...plainConditions(search)]
  const without = query.not.map(form => sql`strpos(s.whole_text, ${form}) = 0`)
  const unit = await unitConditions(tx, search)
  const all = (parts: SQL[]): SQL => (parts.length ? sql.join(parts, sql` and `) : sql`true`)
  const words = (test: (form: string) => SQL): SQL[] =>
    query.must.map(word => sql`(${sql.join(word.forms.map(test), sql` or `)})`)
  const pairs = (column: SQL, text: SQL) => (form: string) => {
    const has = sql`${column} @> ${`{${wordPairs(form).join(',')}}`}::integer[]`
    return form.length <= 2 ? has : sql`(${has} and strpos(${text}, ${form}) > 0)`
  }
  const stands = (text: SQL) => (form: string) => sql`strpos(${text}, ${form}) > 0`
  const headline = words(stands(sql`s.headline_text`))
  return {
    query,
    indexed: all([
      ...plain,
      ...words(pairs(sql`s.pairs`, sql`s.whole_text`)),
      ...markConditions(search, unit.mark, sql`s.pairs`),
      ...unit.indexed,
      ...without,
    ]),
    walked: all([...plain, ...unit.walked, ...words(stands(sql`s.whole_text`)), ...without]),
    inHeadline: headline.length ? all(headline) : sql`false`,
    headlineIndexed: headline.length
      ? all([
          ...plain,
          ...words(pairs(sql`s.headline_pairs`, sql`s.headline_text`)),
          ...markConditions(search, unit.mark, sql`s.headline_pairs`),
          ...unit.walked,
          ...without,
        ])
      : sql`false`,
  }
}

function plainConditions({ from, to, column, series, kind, type, without }: ArticleSearch): SQL[] {
  const found: SQL[] = []
  if (from) found.push(sql`s.day >= ${from}::date`)
  if (to) found.push(sql`s.day <= ${to}::date`)
  if (column) found.push(sql`s.column_name = ${storableText(column)}`)
  if (series) found.push(sql`s.series = ${storableText(series)}`)
  if (kind) found.push(sql`s.kind = ${kind}`)
  if (type) found.push(sql`${type} = any(s.types)`)
  if (without === 'day') found.push(sql`s.day is null`)
  if (without === 'column') found.push(sql`s.column_name is null`)
  return found
}

type UnitConditions = {
  readonly indexed: SQL[]
  readonly walked: SQL[]
  /** The mark all articles of a division have. */
  readonly mark: number | null
}

async function unitConditions(tx: Database, { unit, unitOnly }: ArticleSearch): Promise<UnitConditions> {
  if (!unit) return { indexed: [], walked: [], mark: null }
  const path = unitPath(storableText(unit))
  const range = (column: SQL): SQL =>
    unitOnly ? sql`${column} = ${path}` : sql`${column} >= ${path} and ${column} < ${pathEnd(path)}`
  const walked = unitOnly
    ? [sql`${path} = any(s.unit_paths)`]
    : [
        sql`exists (select 1 from unnest(s.unit_paths) as below(path)
          where ${range(sql`below.path collate "C"`)})`,
      ]
  const rows = sql`select article_id from event_unit where ${range(sql`unit_path`)}`
  if (await isFew(tx, rows)) return { indexed: [sql`s.article_id in (${rows})`], walked, mark: null }
  return { indexed: walked, walked, mark: path.endsWith('/') ? divisionMark(path) : null }
}

/** Division, column and days out of the index of words: rows that only the filters drop need not be visited. */
function markConditions({ from, to, column: name }: ArticleSearch, mark: number | null, column: SQL): SQL[] {
  const marks = from && to ? rangeMarks(from, to) : []
  const all = [...(mark === null ? [] : [mark]), ...(name ? [columnMark(storableText(name))] : [])]
  return [
    ...(all.length ? [sql`${column} @> ${`{${all.join(',')}}`}::integer[]`] : []),
    ...(marks.length ? [sql`${column} && ${`{${marks.join(',')}}`}::integer[]`] : []),
  ]
}

/** Of all units' mentions: it decides only how the index is read, and says nothing to anybody. */
async function isFew(tx: Database, rows: SQL): Promise<boolean> {
  const few = sql`select count(*) <= ${mostOfUnit} as few from (${rows} limit ${mostOfUnit + 1}) as rows`
  const [counted] = await withRole(tx, 'jianbao_search', () => rowsOf<{ few: boolean }>(tx, few))
  return counted!.few
}
