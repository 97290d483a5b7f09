import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql, storableText, withRole } from '@jianbao/platform/db'
import type { Static } from 'typebox'
import type { Suggestions } from '../../contract/index.ts'
import { mostCounted } from './article-filter.ts'
import { readable } from './find-scope.ts'
import { findMarks } from './highlight.ts'
import { normaliseText } from './normalise-text.ts'
import { wordPairs } from './text-pairs.ts'

type Suggestion = Static<typeof Suggestions>[number]

type Candidate = { kind: Suggestion['kind']; text: string | null; id: string | null }
/** So many names that match are looked at; whoever types on gets others. */
const mostNames = 300

/** Units, columns, series and headlines that have what is being typed; headlines the newest of up to `mostCounted`. */
export async function suggestSearch(tx: Database, scope: Scope, typed: string): Promise<Suggestion[]> {
  const q = storableText(typed).trim()
  const form = normaliseText(q)
  if (!form) return []
  const candidates = await withRole(tx, 'jianbao_search', () => findCandidates(tx, scope, q, form))
  const rows = await readCandidates(tx, scope, candidates)
  return rows.map(({ kind, text, hits, id }) => ({
    kind,
    text,
    marks: findMarks(text, [form]),
    ...(id === null ? {} : { articleId: id }),
    ...(hits === null ? {} : { hits }),
  }))
}

async function findCandidates(tx: Database, scope: Scope, q: string, form: string): Promise<Candidate[]> {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const first = sql`n.name not ilike ${pattern.slice(1)}`
  const named = (kind: string, list: SQL, borne: SQL, most: number): SQL =>
    sql`(select ${kind} as kind, m.name as text, null::uuid as id from (
        select n.name, ${first} as later from ${list} n where n.name ilike ${pattern}
        order by 2, length(n.name), n.name limit ${mostNames}) m
      where exists (${borne} offset 0)
      order by m.later, length(m.name), m.name limit ${most})`
  return rowsOf<Candidate>(
    tx,
    sql`with recursive
      ${namesOf(sql`unit_name`, sql`name`, sql`event_unit`)},
      ${namesOf(sql`column_list`, sql`column_name`, sql`article_search`)},
      ${namesOf(sql`series_list`, sql`series`, sql`article_search`)}
      ${named('unit', sql`unit_name`, bearers(scope, sql`event_unit`, sql`r.name = m.name`), 5)}
      union all ${named('column', sql`column_list`, bearers(scope, sql`article_search`, sql`r.column_name = m.name`), 3)}
      union all ${named('series', sql`series_list`, bearers(scope, sql`article_search`, sql`r.series = m.name`), 3)}
      union all (select 'headline', null, s.article_id from (
          select article_id, day from article_search s
          where ${readable(scope, sql`s`)} and headline_pairs @> ${`{${wordPairs(form).join(',')}}`}::integer[]
            and strpos(headline_text, ${form}) > 0 limit ${mostCounted}) s
        order by s.day desc nulls last, s.article_id desc limit 5)`,
  )
}

/** All different names, each found by one step along the index, however many rows bear it. */
const namesOf = (list: SQL, column: SQL, table: SQL): SQL =>
  sql`${list}(name) as (
    (select min(${column}) from ${table})
    union all select (select min(${column}) from ${table} where ${column} > ${list}.name)
    from ${list} where ${list}.name is not null)`

const bearers = (scope: Scope, table: SQL, same: SQL): SQL =>
  sql`select 1 from ${table} r where ${same} and ${readable(scope, sql`r`)}`

/** Reads the candidates again as the caller: headlines, how many articles bear a name, and whether there are any. */
async function readCandidates(
  tx: Database,
  scope: Scope,
  candidates: readonly Candidate[],
): Promise<(Candidate & { text: string; hits: number | null })[]> {
  if (!candidates.length) return []
  const hitsOf = (same: SQL): SQL =>
    sql`(select count(*)::int from (${bearers(scope, sql`article_search`, same)} limit ${mostCounted}) as some_rows)`
  const rows = await rowsOf<Candidate & { borne: number }>(
    tx,
    sql`select c.kind, coalesce(c.text, a.headline) as text, c.id,
        case c.kind when 'unit' then
            (select count(*)::int from (${bearers(scope, sql`event_unit`, sql`r.name = c.text`)} limit 1) as some_rows)
          when 'column' then ${hitsOf(sql`r.column_name = c.text`)}
          when 'series' then ${hitsOf(sql`r.series = c.text`)}
          else (a.headline is not null)::int end as borne
      from jsonb_to_recordset(${JSON.stringify(candidates.map((row, place) => ({ ...row, place })))}::jsonb)
        as c(kind text, text text, id uuid, place integer)
      left join article a on a.id = c.id order by c.place`,
  )
  return rows.flatMap(({ borne, text, ...row }) =>
    borne && text !== null
      ? [{ ...row, text, hits: row.kind === 'column' || row.kind === 'series' ? borne : null }]
      : [],
  )
}
